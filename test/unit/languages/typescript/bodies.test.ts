import assert from 'node:assert/strict';
import type { Expression } from '../../../../src/code/expression.ts';
import type { Statement } from '../../../../src/code/statement.ts';
import { bare, read } from './read.ts';

/** The statements of a function with this body, without ranges. */
async function body(text: string, path = 'src/a.ts'): Promise<unknown> {
  const facts = await read(`async function* f() {\n${text}\n}`, path);
  return bare(facts.symbols[1]?.body);
}

function nested(before: string, inside: string, after: string): string {
  return before.repeat(3_000) + inside + after.repeat(3_000);
}

/** The one expression, without ranges. */
async function expression(text: string, path = 'src/a.ts'): Promise<unknown> {
  const facts = await read(`const x = ${text};`, path);
  return bare(facts.symbols[1]?.value);
}

const name = (text: string): unknown => ({ kind: 'name', name: text });
const number = (text: string): unknown => ({ kind: 'number', text });
const string = (value: string): unknown => ({ kind: 'string', value });
const call = (called: string, ...args: unknown[]): unknown => ({ kind: 'call', name: called, arguments: args });

describe('TypeScript expressions', () => {
  const examples: Readonly<Record<string, unknown>> = {
    "'a\\n\\u0041\\x42\\u{43}'": string('a\nABC'),
    '`plain`': string('plain'),
    '`a${b}c`': { kind: 'concatenation', parts: [string('a'), name('b'), string('c')] },
    'sql`a${b}`': { kind: 'concatenation', parts: [string('a'), name('b')], tag: name('sql') },
    "a + 'b' + (c + 'd')": { kind: 'concatenation', parts: [name('a'), string('b'), name('c'), string('d')] },
    'a + b': { kind: 'binary', operator: '+', left: name('a'), right: name('b') },
    'a /* why */ ?? b': { kind: 'binary', operator: '??', left: name('a'), right: name('b') },
    'typeof a': { kind: 'unary', operator: 'typeof', operand: name('a') },
    'i++': { kind: 'unary', operator: '++', operand: name('i') },
    '(a ||= 1)': { kind: 'assignment', operator: '||=', target: name('a'), value: number('1') },
    'a ? 1 : 2': { kind: 'conditional', test: name('a'), then: number('1'), otherwise: number('2') },
    'a?.b[0]': { kind: 'index', object: { kind: 'member', object: name('a'), name: 'b', optional: true }, index: number('0') },
    'this.a.b<T, U>(1, ...c)': {
      kind: 'call',
      name: 'b',
      receiver: { kind: 'member', object: { kind: 'this' }, name: 'a' },
      arguments: [number('1'), { kind: 'spread', value: name('c') }],
      typeArguments: ['T', 'U'],
    },
    '(a!)()': call('a'),
    'a()(1)': { kind: 'call', name: '', receiver: call('a'), arguments: [number('1')] },
    'new a.B<T>(1)': { kind: 'new', type: 'a.B', arguments: [number('1')] },
    'a as unknown as T': { kind: 'cast', type: 'T', value: { kind: 'cast', type: 'unknown', value: name('a') } },
    'a satisfies T': { kind: 'cast', type: 'T', value: name('a') },
    '<T>a': { kind: 'cast', type: 'T', value: name('a') },
    'a!': { kind: 'cast', type: '', value: name('a') },
    '/a+/gi': { kind: 'regex', pattern: 'a+', flags: 'gi' },
    '[1, undefined, null]': { kind: 'array', elements: [number('1'), { kind: 'undefined' }, { kind: 'null' }] },
    "{ a, 'b-c': 1, [d]: 2, ...e, get f() { return 1; } }": {
      kind: 'object',
      properties: [
        { key: 'a', value: name('a') },
        { key: 'b-c', value: number('1') },
        { key: '', value: number('2') },
        { key: '...', value: name('e') },
        { key: 'f', value: { kind: 'function', parameters: [], async: false, body: [{ kind: 'return', value: number('1') }] } },
      ],
    },
    'import.meta.url': { kind: 'member', object: name('import.meta'), name: 'url' },
    "import('x')": call('import', string('x')),
    'wrap(async ({ a }, b = 1, ...c) => await a)': call('wrap', {
      kind: 'function',
      parameters: ['{ a }', 'b', 'c'],
      async: true,
      body: [{ kind: 'return', value: { kind: 'await', value: name('a') } }],
    }),
    'new (class { run() { go(); } })()': {
      kind: 'new',
      type: '',
      arguments: [],
      members: [{ name: 'run', parameters: [], body: [{ kind: 'expression', value: call('go') }] }],
    },
    '(a, b)': { kind: 'other', children: [name('a'), name('b')] },
  };
  for (const [text, expected] of Object.entries(examples)) {
    it(text, async () => {
      assert.deepEqual(await expression(text), expected);
    });
  }

  it('reads elements', async () => {
    assert.deepEqual(await expression('<Card.Head id="a" {...rest} open onClick={go}>hi {user} <br/><>x</></Card.Head>', 'src/a.tsx'), {
      kind: 'element',
      name: 'Card.Head',
      attributes: [
        { name: 'id', value: string('a') },
        { name: '...', value: name('rest') },
        { name: 'open' },
        { name: 'onClick', value: name('go') },
      ],
      children: [
        string('hi'),
        name('user'),
        { kind: 'element', name: 'br', attributes: [], children: [] },
        { kind: 'element', name: '', attributes: [], children: [string('x')] },
      ],
    });
  });

  it('reads long chains, and leaves out what is nested too deeply', async () => {
    const long = await expression(`a + b + ${Array.from({ length: 100_000 }, (_, at) => `'${at}'`).join(' + ')}`);
    const { parts } = long as { parts: readonly unknown[] };
    assert.deepEqual(
      [parts.length, parts[0]],
      [100_001, { kind: 'binary', operator: '+', left: { kind: 'name', name: 'a' }, right: { kind: 'name', name: 'b' } }],
    );
    const numbers = await expression(Array.from({ length: 5_000 }, () => 'a').join(' + '));
    const { kind, children } = numbers as { kind: string; children: readonly unknown[] };
    assert.deepEqual([kind, children.length], ['other', 5_000]);
    for (const deep of [
      `${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
      `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      Array.from({ length: 5_000 }, () => 'a').join(' && '),
      `a${'.b()'.repeat(5_000)}`,
      nested('{ a: ', '1', ' }'),
      nested('function () { return ', '1', '; }'),
      nested('class { x = ', '1', '; }'),
      nested('`${', '1', '}`'),
    ]) {
      const facts = await read(`const x = ${deep};\nfunction after() {}`);
      assert.deepEqual(
        new Set(facts.symbols.filter(({ kind }) => kind !== 'constructor').map(({ name: each }) => each)),
        new Set(['a', 'x', 'after']),
      );
      assert.ok(facts.errors.length > 0, deep.slice(0, 20));
      JSON.stringify(facts);
    }
  });

  it('survives declarations that nest without end', async () => {
    const hostile = [
      `export const x = ${nested('{ a: ', '1', ' }')};`,
      `export const ${nested('{ a: ', 'b', ' }')} = x;`,
      nested('namespace A { ', '', ' }'),
      `export const f = ${nested('(a = ', '1', ') => 1')};`,
      `type T = ${nested('{ a: ', 'B', ' }')};`,
      `class A extends ${nested('mix(', 'B', ')')} {}`,
      nested('if (a) {} else ', '{}', ''),
      nested('{', '', '}'),
      `const x = ${nested('<a>', 'b', '</a>')};`,
      `describe('a', () => ${nested("{ describe('b', () => ", '{}', ') }')});`,
    ];
    for (const text of hostile) {
      const { symbols } = await read(`${text}\nfunction after() {}`, 'src/a.tsx');
      assert.ok(
        symbols.some(({ name }) => name === 'after'),
        text.slice(0, 40),
      );
    }
  });
});

describe('TypeScript statements', () => {
  const examples: Readonly<Record<string, unknown>> = {
    'const a: T = 1, [b, c] = d; let e;': [
      { kind: 'variable', name: 'a', type: 'T', value: number('1'), constant: true },
      { kind: 'variable', name: '[b, c]', value: name('d'), constant: true },
      { kind: 'variable', name: 'e', constant: false },
    ],
    'if (a) b(); else if (c) { d(); } else e();': [
      {
        kind: 'if',
        test: name('a'),
        then: [{ kind: 'expression', value: call('b') }],
        otherwise: [
          {
            kind: 'if',
            test: name('c'),
            then: [{ kind: 'expression', value: call('d') }],
            otherwise: [{ kind: 'expression', value: call('e') }],
          },
        ],
      },
    ],
    'for (let i = 0; i < 3; i++) go();': [
      {
        kind: 'loop',
        form: 'for',
        header: [
          { kind: 'assignment', operator: '=', target: name('i'), value: number('0') },
          { kind: 'binary', operator: '<', left: name('i'), right: number('3') },
          { kind: 'unary', operator: '++', operand: name('i') },
        ],
        body: [{ kind: 'expression', value: call('go') }],
      },
    ],
    'for await (const { a } of b) continue;': [
      { kind: 'loop', form: 'for-each', variable: '{ a }', header: [name('b')], body: [{ kind: 'continue' }] },
    ],
    'for (k in o);': [{ kind: 'loop', form: 'for-each', variable: 'k', header: [name('o')], body: [] }],
    'outer: while (a) { break outer; }': [{ kind: 'loop', form: 'while', header: [name('a')], body: [{ kind: 'break' }] }],
    'do a(); while (b);': [{ kind: 'loop', form: 'do', header: [name('b')], body: [{ kind: 'expression', value: call('a') }] }],
    'try { a(); } catch (error: unknown) { throw error; } finally { b(); }': [
      {
        kind: 'try',
        resources: [],
        body: [{ kind: 'expression', value: call('a') }],
        handlers: [{ types: [], name: 'error', body: [{ kind: 'throw', value: name('error') }] }],
        finalizer: [{ kind: 'expression', value: call('b') }],
      },
    ],
    'switch (a) { case 1: case 2: b(); break; default: return; }': [
      {
        kind: 'switch',
        subject: name('a'),
        cases: [
          { labels: [number('1')], body: [] },
          { labels: [number('2')], body: [{ kind: 'expression', value: call('b') }, { kind: 'break' }] },
          { labels: [], body: [{ kind: 'return' }] },
        ],
      },
    ],
    'a(); await using b = open(); c();': [
      { kind: 'expression', value: call('a') },
      {
        kind: 'try',
        resources: [{ kind: 'variable', name: 'b', value: call('open'), constant: true }],
        body: [{ kind: 'expression', value: call('c') }],
        handlers: [],
      },
    ],
    'function inner(a) { return a; } class Local { x = 1; run() { go(); } }': [
      { kind: 'functions', functions: [{ name: 'inner', parameters: ['a'], body: [{ kind: 'return', value: name('a') }] }] },
      {
        kind: 'functions',
        functions: [
          { name: '', parameters: [], body: [{ kind: 'expression', value: number('1') }] },
          { name: 'run', parameters: [], body: [{ kind: 'expression', value: call('go') }] },
        ],
      },
    ],
    'yield* a; { b; }': [
      { kind: 'expression', value: { kind: 'other', children: [name('a')] } },
      { kind: 'block', body: [{ kind: 'expression', value: name('b') }] },
    ],
  };
  for (const [text, expected] of Object.entries(examples)) {
    it(text, async () => {
      assert.deepEqual(await body(text), expected);
    });
  }

  it('knows what is between the braces of a handler', async () => {
    const text = 'function f() { try { a(); } catch { /* why */ } }';
    const { symbols } = await read(text);
    const [statement] = symbols[1]?.body as readonly Extract<Statement, { kind: 'try' }>[];
    const range = statement!.handlers[0]!.bodyRange;
    assert.equal(text.slice(range.start, range.end), ' /* why */ ');
  });

  it('does not count a comment after a handler to what is between its braces', async () => {
    const text = 'function f() {\n  try { a(); } catch { /* } */ b(); } // after }\n}';
    const { symbols } = await read(text);
    const [statement] = symbols[1]?.body as readonly Extract<Statement, { kind: 'try' }>[];
    const range = statement!.handlers[0]!.bodyRange;
    assert.equal(text.slice(range.start, range.end), ' /* } */ b(); ');
  });

  it('gives the module its statements, comments without those that document, and the places of errors', async () => {
    const text = '// first\n/** Documents. */\nfunction f() {}\nstart(); /* second */\nclass {';
    const facts = await read(text);
    const [start] = facts.symbols[0]?.body as readonly { readonly value: Expression }[];
    assert.deepEqual(bare(start), { kind: 'expression', value: call('start') });
    assert.deepEqual(
      facts.comments.map(({ form, text: comment }) => [form, comment]),
      [
        ['line', 'first'],
        ['block', 'second'],
      ],
    );
    assert.ok(facts.errors.length > 0);
  });
});
