import assert from 'node:assert/strict';
import { graphqlBreak } from '../../../../src/rules/compatibility/graphql-break.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

describe('compatibility/graphql-break', () => {
  fileCases(graphqlBreak, 'api/schema.graphqls', [
    [
      'finds a removed enum value',
      'enum E { A\n B }\n',
      'enum E { A }\n',
      ['1 The value `E.B` was removed: operations that send it are rejected, and clients no longer get it where they wait for it.'],
    ],
    [
      'warns of a changed default',
      'type Q { x(a: Int = 1): Int }\n',
      'type Q { x(a: Int = 2): Int }\n',
      ['1 The argument `Q.x(a:)` has default `2`, was `1`: operations that leave it out are answered otherwise than before.'],
    ],
    ['is silent about what is added', 'type Q { x: Int }\n', 'type Q { x: Int! y: Int }\n', []],
    ['is silent about a new schema', '', 'type Q { x: Int }\n', []],
  ]);

  it('leaves schemas alone that only tests read', async () => {
    for (const folder of ['src/test/resources', 'app/src/integrationTest/resources', 'test/fixtures', 'src/__fixtures__'])
      await expectFindings(
        graphqlBreak,
        { [`${folder}/a.graphql`]: 'enum E { A B }\n' },
        { [`${folder}/a.graphql`]: 'enum E { A }\n' },
        [],
      );
    const message =
      'The value `E.B` was removed: operations that send it are rejected, and clients no longer get it where they wait for it.';
    for (const path of ['src/main/resources/a.graphql', 'test/schema/a.graphql'])
      await expectFindings(graphqlBreak, { [path]: 'enum E { A B }\n' }, { [path]: 'enum E { A }\n' }, [`${path}:1 ${message}`]);
  });

  it('says what it is about, how bad it is and whether it was announced', async () => {
    const base = { 'a.graphql': 'type Q { x: Int @deprecated\n e: E }\nenum E { A }\n' };
    const findings = await expectFindings(graphqlBreak, base, { 'a.graphql': 'type Q { e: E }\nenum E { A B }\n' }, [
      'a.graphql:1 The field `Q.x` of type `Int` was removed: operations that select it are rejected. It is deprecated; but it is not known for how long, and no changelog entry names it.',
      'a.graphql:2 The value `E.B` was added: clients that handle every value they know get one that they do not.',
    ]);
    assert.deepEqual(
      findings.map(({ severity, properties }) => [severity, properties]),
      [
        ['warning', { contract: 'graphql', change: 'field-removed', breaking: true, planned: 'partly' }],
        ['warning', { contract: 'graphql', change: 'enum-value-added', breaking: false, planned: 'none' }],
      ],
    );
  });

  it('offers to make a required argument optional', async () => {
    const [finding] = await expectFindings(
      graphqlBreak,
      { 'a.graphql': 'type Q { x: Int }\n' },
      { 'a.graphql': 'type Q { x(a: [Int!]!): Int, y(b: Int): Int }\n'.replace('[Int!]!', 'Int!') },
      ['a.graphql:1 The argument `Q.x(a:)` of type `Int!` was added: operations that do not send it are rejected.'],
    );
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Make `a` optional'],
    );
  });
});
