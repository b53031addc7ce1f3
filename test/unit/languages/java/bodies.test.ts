import assert from 'node:assert/strict';
import type { Expression } from '../../../../src/code/expression.ts';
import type { Statement } from '../../../../src/code/statement.ts';
import { walk } from '../../../../src/code/walk.ts';
import { factsOf, shape, symbolIn } from './reading-java.ts';

async function bodyOf(statements: string): Promise<readonly Statement[]> {
  const facts = await factsOf(`class A { void f() { ${statements} } }`);
  assert.deepEqual(facts.errors, []);
  return symbolIn(facts, 'A.f').body ?? [];
}

async function valueOf(expression: string): Promise<unknown> {
  const [statement] = await bodyOf(`var v = ${expression};`);
  assert.ok(statement?.kind === 'variable');
  return shape(statement.value);
}

const name = (text: string): unknown => ({ kind: 'name', name: text });
const string = (value: string): unknown => ({ kind: 'string', value });
const number = (text: string): unknown => ({ kind: 'number', text });
const call = (callee: string, ...values: unknown[]): unknown => ({ kind: 'call', name: callee, arguments: values });
const run = (callee: string): unknown => ({ kind: 'expression', value: call(callee) });

describe('Java expressions', () => {
  const expected: Record<string, unknown> = {
    '10L': number('10L'),
    '"a\\n\\u0041\\101\\""': string('a\nAA"'),
    "'x'": string('x'),
    '"""\n   a\n     b \\n\n   """': string('a\n  b \n\n'),
    'a.b': { kind: 'member', object: name('a'), name: 'b' },
    'this.b': { kind: 'member', object: { kind: 'this' }, name: 'b' },
    'a[1]': { kind: 'index', object: name('a'), index: number('1') },
    'a.<B>c(1)': { kind: 'call', name: 'c', receiver: name('a'), arguments: [number('1')], typeArguments: ['B'] },
    'A.super.c()': { kind: 'call', name: 'c', receiver: { kind: 'super' }, arguments: [] },
    'new a.B<C>(1)': { kind: 'new', type: 'a.B', arguments: [number('1')] },
    'new int[3]': { kind: 'new', type: 'int[]', arguments: [number('3')] },
    'new int[] {1}': { kind: 'array', elements: [number('1')] },
    '"a" + b + (c + "d") + 1': { kind: 'concatenation', parts: [string('a'), name('b'), name('c'), string('d'), number('1')] },
    'a + 1': { kind: 'binary', operator: '+', left: name('a'), right: number('1') },
    'a + (1 + b) + c': {
      kind: 'binary',
      operator: '+',
      left: {
        kind: 'binary',
        operator: '+',
        left: name('a'),
        right: { kind: 'binary', operator: '+', left: number('1'), right: name('b') },
      },
      right: name('c'),
    },
    '(a) && !b': { kind: 'binary', operator: '&&', left: name('a'), right: { kind: 'unary', operator: '!', operand: name('b') } },
    'a instanceof B<?> c': { kind: 'binary', operator: 'instanceof', left: name('a'), right: name('B') },
    'a++': { kind: 'unary', operator: '++', operand: name('a') },
    'b += 1': { kind: 'assignment', operator: '+=', target: name('b'), value: number('1') },
    'a ? b : c': { kind: 'conditional', test: name('a'), then: name('b'), otherwise: name('c') },
    '(A & B) c': { kind: 'cast', type: 'A & B', value: name('c') },
    'A.class': { kind: 'member', object: name('A'), name: 'class' },
    'null == true': { kind: 'binary', operator: '==', left: { kind: 'null' }, right: { kind: 'true' } },
    '(a, b) -> a': { kind: 'function', parameters: ['a', 'b'], async: false, body: [{ kind: 'return', value: name('a') }] },
    '(A a, B... b) -> { c(); }': { kind: 'function', parameters: ['a', 'b'], async: false, body: [run('c')] },
    'A::b': {
      kind: 'function',
      parameters: [],
      async: false,
      body: [{ kind: 'return', value: { kind: 'call', name: 'b', receiver: name('A'), arguments: [] } }],
    },
    'A::new': {
      kind: 'function',
      parameters: [],
      async: false,
      body: [{ kind: 'return', value: { kind: 'new', type: 'A', arguments: [] } }],
    },
    'new A() { int x = b(); { c(); } void d(int e) { f(); } }': {
      kind: 'new',
      type: 'A',
      arguments: [],
      members: [
        { name: '', parameters: [], body: [{ kind: 'variable', name: 'x', type: 'int', constant: false, value: call('b') }] },
        { name: '', parameters: [], body: [run('c')] },
        { name: 'd', parameters: ['e'], body: [run('f')] },
      ],
    },
    'switch (a) { case 1 -> b; default -> { yield c; } }': {
      kind: 'function',
      parameters: [],
      async: false,
      body: [
        {
          kind: 'switch',
          subject: name('a'),
          cases: [
            { labels: [number('1')], body: [{ kind: 'return', value: name('b') }] },
            { labels: [], body: [{ kind: 'return', value: name('c') }] },
          ],
        },
      ],
    },
  };
  for (const [text, value] of Object.entries(expected)) {
    it(text.replaceAll('\n', '⏎'), async () => {
      assert.deepEqual(await valueOf(text), value);
    });
  }
});

describe('Java statements', () => {
  const expected: Record<string, unknown[]> = {
    'final int a = 1, b;': [
      { kind: 'variable', name: 'a', type: 'int', constant: true, value: number('1') },
      { kind: 'variable', name: 'b', type: 'int', constant: true },
    ],
    'return a;': [{ kind: 'return', value: name('a') }],
    'return;': [{ kind: 'return' }],
    'throw a;': [{ kind: 'throw', value: name('a') }],
    'if (a) b(); else if (c) { d(); }': [
      { kind: 'if', test: name('a'), then: [run('b')], otherwise: [{ kind: 'if', test: name('c'), then: [run('d')] }] },
    ],
    'if (a) {} else {}': [{ kind: 'if', test: name('a'), then: [], otherwise: [] }],
    'for (int i = 0; i < 3; i++) a();': [
      {
        kind: 'loop',
        form: 'for',
        header: [
          { kind: 'assignment', operator: '=', target: name('i'), value: number('0') },
          { kind: 'binary', operator: '<', left: name('i'), right: number('3') },
          { kind: 'unary', operator: '++', operand: name('i') },
        ],
        body: [run('a')],
      },
    ],
    'for (var a : b) { c(); }': [{ kind: 'loop', form: 'for-each', header: [name('b')], body: [run('c')], variable: 'a' }],
    'x: while (a) { continue x; }': [{ kind: 'loop', form: 'while', header: [name('a')], body: [{ kind: 'continue' }] }],
    'do a(); while (b);': [{ kind: 'loop', form: 'do', header: [name('b')], body: [run('a')] }],
    'try (var a = b(); c) { d(); } catch (final E | x.F e) { /* why */ } finally { g(); }': [
      {
        kind: 'try',
        resources: [
          { kind: 'variable', name: 'a', constant: true, value: call('b'), type: 'var' },
          { kind: 'expression', value: name('c') },
        ],
        body: [run('d')],
        handlers: [{ types: ['E', 'x.F'], body: [], name: 'e' }],
        finalizer: [run('g')],
      },
    ],
    'synchronized (a) { b(); }': [{ kind: 'block', lock: name('a'), body: [run('b')] }],
    '{ a(); }': [{ kind: 'block', body: [run('a')] }],
    'assert a : "b";': [{ kind: 'expression', value: call('assert', name('a'), string('b')) }],
    'class L { void m() { a(); } }': [{ kind: 'functions', functions: [{ name: 'm', parameters: [], body: [run('a')] }] }],
    'switch (a) { case 1: case 2: b(); break; default: c(); }': [
      {
        kind: 'switch',
        subject: name('a'),
        cases: [
          { labels: [number('1')], body: [] },
          { labels: [number('2')], body: [run('b'), { kind: 'break' }] },
          { labels: [], body: [run('c')] },
        ],
      },
    ],
    'switch (a) { case B c when d -> e(); case F(int g) -> throw h; }': [
      {
        kind: 'switch',
        subject: name('a'),
        cases: [
          { labels: [{ kind: 'binary', operator: 'when', left: name('B'), right: name('d') }], body: [run('e')] },
          {
            labels: [
              {
                kind: 'other',
                children: [
                  name('F'),
                  { kind: 'other', children: [{ kind: 'other', children: [{ kind: 'other', children: [] }, name('g')] }] },
                ],
              },
            ],
            body: [{ kind: 'throw', value: name('h') }],
          },
        ],
      },
    ],
  };
  for (const [text, statements] of Object.entries(expected)) {
    it(text, async () => {
      assert.deepEqual(shape(await bodyOf(text)), statements);
    });
  }

  it("gives the range between a handler's braces", async () => {
    const text = 'class A { void f() { try { a(); } catch (E e) { /* why */ } } }';
    const [statement] = symbolIn(await factsOf(text), 'A.f').body ?? [];
    assert.ok(statement?.kind === 'try');
    const range = statement.handlers[0]?.bodyRange;
    assert.equal(text.slice(range?.start, range?.end), ' /* why */ ');
  });

  it('reads calls of other constructors', async () => {
    const facts = await factsOf('class A { A() { this(1); } A(int x) { super(x); } }');
    assert.deepEqual(
      facts.symbols.filter((symbol) => symbol.kind === 'constructor').map((symbol) => shape(symbol.body)),
      [[{ kind: 'expression', value: call('this', number('1')) }], [{ kind: 'expression', value: call('super', name('x')) }]],
    );
  });
});

describe('deeply nested Java', () => {
  const deep: Record<string, string> = {
    parentheses: `int a = ${'('.repeat(200_000)}1${')'.repeat(200_000)};`,
    'open parentheses': `int a = ${'('.repeat(200_000)}1;`,
    calls: `int a = ${'f('.repeat(5_000)}1${')'.repeat(5_000)};`,
    blocks: `{${'{'.repeat(20_000)}${'}'.repeat(20_000)}}`,
    classes: `${'class B {'.repeat(5_000)}${'}'.repeat(5_000)}`,
    'local classes': `void f() { ${'class B { void f() {'.repeat(3_000)}${'} }'.repeat(3_000)} }`,
    types: `${'A<'.repeat(20_000)}B${'>'.repeat(20_000)} a;`,
    arrays: `int[] a = ${'{'.repeat(20_000)}${'}'.repeat(20_000)};`,
  };
  for (const [title, member] of Object.entries(deep)) {
    it(`${title} are cut off and reported`, async () => {
      const facts = await factsOf(`class A { ${member} }`);
      assert.doesNotThrow(() => JSON.stringify(facts));
      if (title !== 'types') assert.ok(facts.errors.length > 0);
    });
  }

  it('keeps long concatenations whole', async () => {
    const value = (await valueOf(Array.from({ length: 5_000 }, (_, index) => `"${index}"`).join(' + '))) as Expression;
    assert.ok(value.kind === 'concatenation');
    assert.equal(value.parts.length, 5_000);
    assert.equal([...walk([value])].length, 5_001);
  });

  it('reads very long sums once, and flat', async () => {
    const value = (await valueOf(Array.from({ length: 50_000 }, () => '1').join(' + '))) as Expression;
    assert.deepEqual([value.kind, value.kind === 'other' && value.children.length], ['other', 50_000]);
  });
});
