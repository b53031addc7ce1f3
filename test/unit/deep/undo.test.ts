import assert from 'node:assert/strict';
import { undone } from '../../../src/deep/undo.ts';
import { describedChange, headSymbol } from './changed-functions.ts';

async function undo(
  path: string,
  base: string | undefined,
  head: string,
  name = 'total',
): Promise<readonly [kind?: string, text?: string]> {
  const change = await describedChange(path, base, head);
  const edited = undone(headSymbol(change, name), change);
  return edited ? [edited.tried.kind, edited.text] : [];
}

const put = "{ throw new Error('put there by the deep check'); }";
const putJava = '{ throw new UnsupportedOperationException("put there by the deep check"); }';

describe('undoing one function', () => {
  it('puts back the body alone, and leaves all else as it is at head', async () => {
    const head = '// new\nexport function total(sum) {\n  return sum + 1;\n}\nexport const other = 2;\n';
    assert.deepEqual(await undo('a.ts', 'export function total(sum) {\n  return sum;\n}\nexport const other = 1;\n', head), [
      'undone',
      '// new\nexport function total(sum) {\n  return sum;\n}\nexport const other = 2;\n',
    ]);
  });

  for (const [name, base, head, result] of [
    ['expression for expression', 'const total = (a) => a;', 'const total = (a) => a + 1;', ['undone', 'const total = (a) => a;']],
    [
      'a block for an expression',
      'const total = (a) => { return a; };',
      'const total = (a) => a + 1;',
      ['undone', 'const total = (a) => { return a; };'],
    ],
    [
      'an expression for a block',
      'const total = (a) => a;',
      'const total = (a) => { return a + 1; };',
      ['undone', 'const total = (a) => { return a; };'],
    ],
    [
      'what a variable is made of',
      'const total = wrap((a) => a);',
      'const total = wrap((a) => a + 1);',
      ['undone', 'const total = wrap((a) => a);'],
    ],
    [
      'a method',
      'class A { total(a) { return a; } }',
      'class A { total(a) { return a + 1; } }',
      ['undone', 'class A { total(a) { return a; } }'],
    ],
    [
      'what has one parameter more',
      'function total(a) { return a; }',
      'function total(a, b) { return a + b; }',
      ['undone', 'function total(a, b) { return a; }'],
    ],
    [
      'nothing that needs a parameter that is gone',
      'function total(a, b) { return a - b; }',
      'function total(a) { return a; }',
      ['emptied', `function total(a) ${put}`],
    ],
    [
      'nothing that needs a parameter under its old name',
      'function total({ a }) { return a + 1; }',
      'function total({ b }) { return b + 2; }',
      ['emptied', `function total({ b }) ${put}`],
    ],
    [
      'nothing that needs an import that is gone',
      "import { r } from 'r';\nfunction total(a) { return r(a); }",
      'function total(a) { return a * 2; }',
      ['emptied', `function total(a) ${put}`],
    ],
    [
      'nothing that waited',
      'async function total(a) { await a; return 1; }',
      'function total(a) { return 2; }',
      ['emptied', `function total(a) ${put}`],
    ],
    ['a new function that is an expression', '', 'const total = (a) => a + 1;', ['emptied', `const total = (a) => (() => ${put})();`]],
  ] as const)
    it(`puts back ${name}`, async () => {
      assert.deepEqual(await undo('a.js', base, head), result);
    });

  it('lets a new method throw', async () => {
    assert.deepEqual(await undo('A.java', 'class A { }', 'class A { int total(int a) { return a * 2; } }'), [
      'emptied',
      `class A { int total(int a) ${putJava} }`,
    ]);
  });

  it('lets a new Java constructor call the other one first', async () => {
    const head = 'class A extends B { int b; A(int a) { super(a); b = a > 1 ? 2 : 3; } }';
    assert.deepEqual(await undo('A.java', undefined, head, 'A'), [
      'emptied',
      'class A extends B { int b; A(int a) { super(a); throw new UnsupportedOperationException("put there by the deep check"); } }',
    ]);
  });

  it('puts back nothing where a Java field that it needs is gone', async () => {
    const [base, head] = ['class A { int rate; int total(int a) { return a * rate; } }', 'class A { int total(int a) { return a * 2; } }'];
    assert.deepEqual((await undo('A.java', base, head))[0], 'emptied');
  });

  it('has nothing to undo where there is no body', async () => {
    assert.deepEqual(await undo('A.java', 'interface A { }', 'interface A { int total(int a); }'), []);
  });
});
