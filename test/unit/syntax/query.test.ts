import assert from 'node:assert/strict';
import type { QueryResult } from '../../../src/base/query-result.ts';
import { SyntaxParser } from '../../../src/syntax/parser.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';

const parser = new SyntaxParser(locateWasmInPackages(process.cwd()));
after(() => parser.dispose());

async function run(grammar: string, text: string, source: string): Promise<QueryResult> {
  const [{ tree }, prepared] = await Promise.all([parser.parse(grammar, text), parser.query(grammar, source)]);
  assert.ok(tree);
  assert.ok('query' in prepared, JSON.stringify(prepared));
  try {
    return prepared.query.run(tree, text);
  } finally {
    tree.delete();
  }
}

/** The texts that a query finds. */
async function found(grammar: string, text: string, source: string): Promise<readonly string[]> {
  const { hits, limit } = await run(grammar, text, source);
  assert.equal(limit, undefined);
  return hits.map(({ range }) => text.slice(range.start, range.end));
}

/** What is wrong with a query, with the text that is meant. */
async function mistake(grammar: string, source: string): Promise<string> {
  const prepared = await parser.query(grammar, source);
  assert.ok('mistake' in prepared, 'the query was taken');
  const { message, range } = prepared.mistake;
  return `${message} | ${source.slice(range.start, range.end)}`;
}

const calls = 'class A { void f() { a.b("x"); log("ä", 1); c.log("y"); log(); } }';
const call = '(method_invocation name: (identifier) @name) @finding';

describe('a query on a syntax tree', () => {
  it('finds what it captures as @finding, in order, each once', async () => {
    assert.deepEqual(await found('java', calls, call), ['a.b("x")', 'log("ä", 1)', 'c.log("y")', 'log()']);
    assert.deepEqual(await found('java', calls, `${call} ${call}`), ['a.b("x")', 'log("ä", 1)', 'c.log("y")', 'log()']);
    assert.deepEqual(await found('typescript', 'f(); g();', '(call_expression) @finding'), ['f()', 'g()']);
  });

  it('says where the first node of each capture is', async () => {
    const { hits } = await run('java', calls, '(argument_list (_) @first (_)? @other) @finding');
    assert.deepEqual(
      hits.map(({ captures }) => Object.entries(captures).map(([name, { start, end }]) => `${name} ${calls.slice(start, end)}`)),
      [
        ['first "x"', 'finding ("x")'],
        ['other 1', 'first "ä"', 'finding ("ä", 1)'],
        ['first "y"', 'finding ("y")'],
      ],
    );
  });

  for (const [condition, texts] of [
    ['(#eq? @name "log")', ['log("ä", 1)', 'c.log("y")', 'log()']],
    ['(#not-eq? @name "log")', ['a.b("x")']],
    ['(#match? @name "^L|g$")', ['log("ä", 1)', 'c.log("y")', 'log()']],
    ['(#not-match? @name "g$")', ['a.b("x")']],
    ['(#any-of? @name "b" "z")', ['a.b("x")']],
    ['(#not-any-of? @name "b" "z")', ['log("ä", 1)', 'c.log("y")', 'log()']],
    ['(#match? @name "(?i)LOG") (#not-match? @finding "\\\\.")', ['log("ä", 1)', 'log()']],
    ['(#eq? @name @finding)', []],
  ] as const) {
    it(`asks ${condition}`, async () => {
      assert.deepEqual(await found('java', calls, `(${call} ${condition})`), texts);
    });
  }

  it('asks all nodes of a capture, or any of them', async () => {
    const block = (condition: string) => `((block (_)+ @each) @finding ${condition})`;
    const text = 'class A { void f() {a();b();} void g() {b();b();} void h() {a();} }';
    assert.deepEqual(await found('java', text, block('(#match? @each "a")')), ['{a();}']);
    assert.deepEqual(await found('java', text, block('(#any-match? @each "a")')), ['{a();b();}', '{a();}']);
    assert.deepEqual(await found('java', text, block('(#any-eq? @each "b();")')), ['{a();b();}', '{b();b();}']);
    assert.deepEqual(await found('java', text, block('(#any-not-eq? @each "b();")')), ['{a();b();}', '{a();}']);
  });

  for (const [source, said] of [
    ['(method_invocatoin) @finding', 'There is no node "method_invocatoin" (did you mean "method_invocation"?) | method_invocatoin'],
    ['(method_invocation nam: (_)) @finding', 'There is no field "nam" (did you mean "name"?) | nam'],
    ['(identifier (identifier)) @finding', 'Such a node is never there | ('],
    ['(identifier', 'The query cannot be read here: a bracket, a quotation mark or a name is wrong | '],
    ['(identifier) @found', 'Every pattern of a query captures what it finds as @finding | (identifier) @found'],
    ['(identifier) @finding (block)', 'Every pattern of a query captures what it finds as @finding | (identifier) @finding (block)'],
    ['; nothing', 'The query has no pattern | ; nothing'],
    ['((identifier) @finding (#eq? @x "a"))', 'No node is captured as @x | x'],
    ['((identifier) @finding (#matches? @finding "a"))', 'There is no condition "#matches?" (did you mean "match?"?) | #matches?'],
    ['((identifier) @finding (#eq? @finding))', '#eq? compares the capture with nothing | ((identifier) @finding (#eq? @finding))'],
  ] as const) {
    it(`is refused: ${source}`, async () => {
      assert.equal(await mistake('java', source), said);
    });
  }

  it('is refused where its pattern looks around, since that need not end', async () => {
    assert.match(
      await mistake('java', '((identifier) @finding (#match? @finding "(?=a)"))'),
      /^The pattern of #match\? cannot be used: .*RE2/,
    );
  });
});

describe('a hostile query', () => {
  const many = (text: string, times: number) => text.repeat(times);

  for (const [name, source, said] of [
    ['long', `(identifier) @finding ;${many('x', 4_000)}`, /at most 4000 characters/],
    ['of many nodes', many('(identifier) @finding ', 61), /at most 60 nodes/],
    ['nested deeply', `${many('(', 21)}_${many(')', 21)} @finding`, /at most 20 levels/],
    ['of many repetitions', `(_ ${many('(_)* ', 7)}) @finding`, /at most 6 of/],
    ['with a pattern of many counted steps', '((_) @finding (#match? @finding "a{0,1000}b{0,1000}!"))', /written out it is too long/],
    ['with an unbounded pattern', `((_) @finding (#match? @finding "${many('a', 501)}"))`, /longer than 500/],
  ] as const) {
    it(`is refused: ${name}`, async () => {
      assert.match(await mistake('java', source), said);
    });
  }

  const statements = `class A { void f() { ${many('a(b, c);\n', 4_000)} } }`;
  for (const [name, source, limit] of [
    ['matches everything', '(_) @finding', /^it matches more than 500 times$/],
    ['has ever more matches under way', '(block (_) @a (_) @b (_) @c) @finding', /takes too long|under way/],
    ['repeats without end', '(_ (_)* @a (_)* @b (_)* @c (_)* @d) @finding', /takes too long|under way|more than 500/],
  ] as const) {
    it(`ends, and says that it was stopped, where it ${name}`, async () => {
      const { limit: told, hits } = await run('java', statements, source);
      assert.match(told ?? '', limit);
      assert.ok(hits.length <= 500);
      assert.deepEqual(await run('java', statements, source), { hits, limit: told }, 'it stops at the same place every time');
    });
  }

  it('ends on a pattern that others never come to an end with', async () => {
    const { hits, limit } = await run(
      'java',
      `class A { String a = "${many('a', 50_000)}"; }`,
      '((_) @finding (#match? @finding "(a+a+)+z"))',
    );
    assert.deepEqual({ hits, limit }, { hits: [], limit: undefined });
  });
});
