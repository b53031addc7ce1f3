import assert from 'node:assert/strict';
import { buildSchema, findBreakingChanges } from 'graphql';
import { graphqlKind } from '../../../../src/contracts/graphql/graphql-kind.ts';
import { compare, kindCases, shown, type KindCase } from '../comparing.ts';

const query = 'type Query { a: A }\n';

const cases: readonly KindCase[] = [
  ['a type removed', `${query}type B { x: Int }\n`, query, ['breaking type-removed B base:2']],
  ['a type added', query, `${query}type B { x: Int }\n`, ['compatible type-added B head:2']],
  ['a type of another kind', 'type A { x: Int }\n', 'input A { x: Int }\n', ['breaking type-kind-changed A head:1']],
  [
    'a field removed that was deprecated',
    'type A { x: Int\n y: Int @deprecated }\n',
    'type A { x: Int }\n',
    ['breaking field-removed A.y base:2'],
  ],
  ['a field added', 'type A { x: Int }\n', 'type A { x: Int\n y: Int }\n', ['compatible field-added A.y head:2']],
  ['a field that may be null', 'type A { x: Int! }\n', 'type A { x: Int }\n', ['breaking field-type-changed A.x head:1']],
  ['a field that is never null', 'type A { x: [Int] }\n', 'type A { x: [Int!]! }\n', ['compatible field-type-changed A.x head:1']],
  ['a field that is a list', 'type A { x: Int }\n', 'type A { x: [Int] }\n', ['breaking field-type-changed A.x head:1']],
  ['a list whose items may be null', 'type A { x: [Int!] }\n', 'type A { x: [Int] }\n', ['breaking field-type-changed A.x head:1']],
  [
    'an argument removed',
    'type A { x(a: Int, b: Int): Int }\n',
    'type A {\n x(a: Int): Int }\n',
    ['breaking field-argument-removed A.x(b:) head:2'],
  ],
  ['an optional argument added', 'type A { x: Int }\n', 'type A { x(a: Int): Int }\n', ['compatible field-argument-added A.x(a:) head:1']],
  [
    'an argument with a default added',
    'type A { x: Int }\n',
    'type A { x(a: Int! = 1): Int }\n',
    ['compatible field-argument-added A.x(a:) head:1'],
  ],
  [
    'a required argument added',
    'type A { x: Int }\n',
    'type A { x(a: Int!): Int }\n',
    ['breaking required-field-argument-added A.x(a:) head:1'],
  ],
  [
    'an argument of another type',
    'type A { x(a: Int): Int }\n',
    'type A { x(a: String): Int }\n',
    ['breaking field-argument-type-changed A.x(a:) head:1'],
  ],
  [
    'an argument that may be null',
    'type A { x(a: Int!): Int }\n',
    'type A { x(a: Int): Int }\n',
    ['compatible field-argument-type-changed A.x(a:) head:1'],
  ],
  [
    'an argument with another default',
    'type A { x(a: Int = 1): Int }\n',
    'type A { x(a: Int = 2): Int }\n',
    ['risky field-argument-default-changed A.x(a:) head:1'],
  ],
  ['a default in another order', 'type A { x(a: I = { b: 1, c: 2 }): Int }\n', 'type A { x(a: I = {c: 2, b: 1}): Int }\n', []],
  [
    'a required argument without its default',
    'type A { x(a: Int! = 1): Int }\n',
    'type A { x(a: Int!): Int }\n',
    ['breaking field-argument-default-changed A.x(a:) head:1'],
  ],
  ['an input field removed', 'input I { x: Int\n y: Int }\n', 'input I { x: Int }\n', ['breaking input-field-removed I.y base:2']],
  [
    'a required input field added',
    'input I { x: Int }\n',
    'input I { x: Int\n y: Int! }\n',
    ['breaking required-input-field-added I.y head:2'],
  ],
  ['an optional input field added', 'input I { x: Int }\n', 'input I { x: Int\n y: Int }\n', ['compatible input-field-added I.y head:2']],
  ['an input field that is required', 'input I { x: Int }\n', 'input I { x: Int! }\n', ['breaking input-field-type-changed I.x head:1']],
  [
    'an input field with another default',
    'input I { x: Int = 1 }\n',
    'input I { x: Int = 2 }\n',
    ['risky input-field-default-value-changed I.x head:1'],
  ],
  [
    'an input of which one part may be set',
    'input I { x: Int }\n',
    'input I @oneOf { x: Int }\n',
    ['breaking directive-usage-added I head:1'],
  ],
  [
    'a field hidden in the supergraph',
    'type A { x: Int }\n',
    'type A { x: Int @inaccessible }\n',
    ['breaking directive-usage-added A.x head:1'],
  ],
  [
    'a field for signed-in clients',
    'type A { x: Int }\n',
    'type A { x: Int @authenticated }\n',
    ['risky directive-usage-added A.x head:1'],
  ],
  ['a field deprecated', 'type A { x: Int }\n', 'type A { x: Int @deprecated }\n', ['compatible deprecation-added A.x head:1']],
  ['directives of unknown meaning', 'type A { x: Int }\n', 'type A @key(fields: "x") { x: Int @shiny }\n', []],
  ['an enum value removed', 'enum E { A\n B }\n', 'enum E { A }\n', ['breaking enum-value-removed E.B base:2']],
  [
    'an enum value added that clients may get',
    'type Q { e: E }\nenum E { A }\n',
    'type Q { e: E }\nenum E { A B }\n',
    ['risky enum-value-added E.B head:2'],
  ],
  [
    'an enum value added that clients only send',
    'type Q { x(e: E): Int }\nenum E { A }\n',
    'type Q { x(e: E): Int }\nenum E { A B }\n',
    ['compatible enum-value-added E.B head:2'],
  ],
  ['an enum value added whose users are elsewhere', 'enum E { A }\n', 'enum E { A B }\n', ['risky enum-value-added E.B head:1']],
  ['a union member removed', 'union U = A | B\n', 'union U = A\n', ['breaking union-member-removed U base:1']],
  ['a union member added', 'union U = A\n', 'union U = A | B\n', ['risky union-member-added U head:1']],
  ['an interface removed', 'type A implements I { x: Int }\n', 'type A { x: Int }\n', ['breaking object-type-interface-removed A base:1']],
  [
    'an interface added that was there',
    'interface I { x: Int }\ntype A { x: Int }\n',
    'interface I { x: Int }\ntype A implements I { x: Int }\n',
    ['risky object-type-interface-added A head:2'],
  ],
  [
    'a new interface',
    'type A { x: Int }\n',
    'interface I { x: Int }\ntype A implements I { x: Int }\n',
    ['compatible object-type-interface-added A head:2', 'compatible type-added I head:1'],
  ],
  ['a directive removed', 'directive @d on FIELD\ntype A { x: Int }\n', 'type A { x: Int }\n', ['breaking directive-removed @d base:1']],
  ['a directive added', 'type A { x: Int }\n', 'directive @d on FIELD\ntype A { x: Int }\n', ['compatible directive-added @d head:1']],
  [
    'a directive in fewer places',
    'directive @d on FIELD | QUERY\n',
    'directive @d on FIELD\n',
    ['breaking directive-location-removed @d head:1'],
  ],
  [
    'a directive in more places',
    'directive @d on FIELD\n',
    'directive @d on FIELD | QUERY\n',
    ['compatible directive-location-added @d head:1'],
  ],
  [
    'a directive that is no longer repeatable',
    'directive @d repeatable on FIELD\n',
    'directive @d on FIELD\n',
    ['breaking directive-repeatable-removed @d head:1'],
  ],
  [
    'a repeatable directive',
    'directive @d on FIELD\n',
    'directive @d repeatable on FIELD\n',
    ['compatible directive-repeatable-added @d head:1'],
  ],
  [
    'a required directive argument',
    'directive @d on FIELD\n',
    'directive @d(a: Int!) on FIELD\n',
    ['breaking required-directive-argument-added @d(a:) head:1'],
  ],
  [
    'a directive argument removed',
    'directive @d(a: Int) on FIELD\n',
    'directive @d on FIELD\n',
    ['breaking directive-argument-removed @d(a:) head:1'],
  ],
  [
    'a directive argument of another type',
    'directive @d(a: Int) on FIELD\n',
    'directive @d(a: ID) on FIELD\n',
    ['breaking directive-argument-type-changed @d(a:) head:1'],
  ],
  [
    'a directive argument with another default',
    'directive @d(a: Int = 1) on FIELD\n',
    'directive @d(a: Int = 2) on FIELD\n',
    ['risky directive-argument-default-value-changed @d(a:) head:1'],
  ],
  [
    'another root type',
    'schema { query: A }\ntype A { x: Int }\ntype B { x: Int }\n',
    'schema { query: B }\ntype A { x: Int }\ntype B { x: Int }\n',
    ['breaking schema-query-type-changed A head:1'],
  ],
  [
    'no mutations any more',
    'schema { query: A mutation: B }\ntype A { x: Int }\ntype B { x: Int }\n',
    'schema { query: A }\ntype A { x: Int }\ntype B { x: Int }\n',
    ['breaking schema-mutation-type-changed B base:1'],
  ],
  ['descriptions, order and comments', '"one" type A { x: Int\n y: Int }\n', '# two\ntype A { y: Int\n "z" x: Int }\n', []],
];

describe('the comparison of GraphQL schemas', () => {
  kindCases(graphqlKind, 'schema.graphql', cases);

  it('finds every break that graphql-js finds', async () => {
    const whole = cases.filter(([, base, head]) => [base, head].every((text) => isWhole(text)));
    assert.ok(whole.length > 20);
    for (const [name, base, head] of whole) {
      const theirs = findBreakingChanges(buildSchema(base), buildSchema(head)).length > 0;
      const { changes } = await compare(graphqlKind, { 'a.graphql': base }, { 'a.graphql': head });
      if (theirs)
        assert.ok(
          changes.some(({ impact }) => impact === 'breaking'),
          name,
        );
    }
  });

  it('puts extensions in other files together, and follows what moves between files', async () => {
    const base = { 'a.graphql': 'type A { x: Int }\ntype B { x: Int }\n', 'b.graphql': 'extend type A { y: Int }\n' };
    const head = { 'a.graphql': 'type A { x: Int y: Int }\n', 'b.graphql': 'type B { x: Int }\n' };
    assert.deepEqual((await compare(graphqlKind, base, head)).changes.map(shown), []);
  });

  it('takes fields from a type that is defined in a file outside of the change', async () => {
    const { changes } = await compare(graphqlKind, { 'b.graphql': 'extend type A { y: Int }\n' }, {});
    assert.deepEqual(changes.map(shown), ['breaking field-removed A.y base:1']);
  });

  it('keeps schemas apart that define the same types', async () => {
    const { changes } = await compare(
      graphqlKind,
      { 'a/s.graphql': 'type Query { x: Int }\n', 'b/s.graphql': 'type Query { y: Int }\n' },
      { 'a/s.graphql': 'type Query { x: Int! }\n', 'b/s.graphql': 'type Query { y: Int! }\n' },
    );
    assert.deepEqual(changes.map(shown), ['compatible field-type-changed Query.x head:1', 'compatible field-type-changed Query.y head:1']);
  });

  it('tells a removed file once', async () => {
    const { changes } = await compare(graphqlKind, { 'a.graphql': 'type A { x: Int }\ntype B { x: Int }\n' }, {});
    assert.deepEqual(
      changes.map(({ message }) => message),
      ['`a.graphql` was removed with `A`, `B`: operations that use them are rejected.'],
    );
  });

  it('never says removed because of a file that it could not read', async () => {
    const { changes, notices } = await compare(
      graphqlKind,
      { 'a.graphql': 'type A { x: Int }\n', 'b.graphql': 'type B { x: Int }\n' },
      { 'b.graphql': 'type B { x: Int }\ntype A { x: \n' },
    );
    assert.deepEqual(changes, []);
    assert.deepEqual(
      notices.map(({ path, message }) => [path, message]),
      [
        [
          'b.graphql',
          '`b.graphql` at head could not be read as GraphQL, so it was not compared: line 3: Syntax Error: Expected Name, found <EOF>.',
        ],
      ],
    );
  });

  it('gives a notice for what is nested without end', async () => {
    const { notices } = await compare(
      graphqlKind,
      { 'a.graphql': 'type A { x: Int }\n' },
      { 'a.graphql': `type A { x: ${'['.repeat(200_000)} }\n` },
    );
    assert.deepEqual(
      notices.map(({ id }) => id),
      ['contract-not-read'],
    );
  });

  it('knows schemas from documents with operations', () => {
    assert.ok(graphqlKind.recognises('a.graphqls', 'extend type A { x: Int }'));
    assert.ok(!graphqlKind.recognises('a.graphql', 'query A { x }'));
    assert.ok(!graphqlKind.recognises('a.ts', 'type A { x: Int }'));
  });
});

function isWhole(text: string): boolean {
  try {
    buildSchema(text);
    return true;
  } catch {
    return false;
  }
}

describe('what says nothing to clients of GraphQL', () => {
  const of = (text: string): Record<string, string> => ({ 'schema.graphql': `type Query { a: Int }\ndirective @x on OBJECT\n${text}\n` });
  const uses = [
    'type O @x { a: Int }',
    'type O { a: Int @x }',
    'type O { a(b: Int @x): Int }',
    'interface O @x { a: Int }',
    'union U @x = Query',
    'enum E @x { A }',
    'enum E { A @x }',
    'input I @x { a: Int }',
    'input I { a: Int @x }',
    'scalar S @x',
  ];
  for (const use of uses)
    it(`is a use of a directive that is not known: ${use}`, async () => {
      const [without, added] = [of(use.replace(' @x', '')), of(use)];
      assert.deepEqual((await compare(graphqlKind, without, added)).changes, []);
      assert.deepEqual((await compare(graphqlKind, added, without)).changes, []);
    });
  it('are descriptions, and the reasons of deprecations', async () => {
    const described = (word: string): Record<string, string> =>
      of(
        `"${word}" type O { "${word}" a("${word}" b: Int): Int @deprecated(reason: "${word}") } "${word}" enum E { "${word}" A @deprecated(reason: "${word}") }`,
      );
    assert.deepEqual((await compare(graphqlKind, described('old'), described('new'))).changes, []);
  });
  it('is not another root type, or an argument of a directive', async () => {
    const roots = (name: string): Record<string, string> => ({
      'schema.graphql': `schema { query: Q subscription: ${name} }\ntype Q { a: Int }\ntype S { a: Int }\ntype T { a: Int }\n`,
    });
    const shownOf = async (base: Record<string, string>, head: Record<string, string>): Promise<readonly string[]> =>
      (await compare(graphqlKind, base, head)).changes.map(shown);
    assert.deepEqual(await shownOf(roots('S'), roots('T')), ['breaking schema-subscription-type-changed S head:1']);
    assert.deepEqual(await shownOf(of(''), { 'schema.graphql': 'type Query { a: Int }\ndirective @x(b: Int) on OBJECT\n\n' }), [
      'compatible directive-argument-added @x(b:) head:2',
    ]);
    assert.deepEqual(await shownOf(of('type O { a: Int }'), of('type O { a: Int @deprecated }')), [
      'compatible deprecation-added O.a head:3',
    ]);
  });
});
