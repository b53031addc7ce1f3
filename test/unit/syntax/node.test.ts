import assert from 'node:assert/strict';
import type { Node } from 'web-tree-sitter';
import { SyntaxParser } from '../../../src/syntax/parser.ts';
import type { SyntaxNode, SyntaxTree } from '../../../src/syntax/tree.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';

const parser = new SyntaxParser(locateWasmInPackages(process.cwd()));

/** With comments in odd places, hidden and aliased nodes, inherited fields, letters of several bytes, and broken code. */
const texts: readonly (readonly [grammar: string, text: string])[] = [
  [
    'java',
    `package a.b; // é
/** Doc. */ @A(value = {1, 2}, b = "ü") public final class C<T extends D & E> extends F implements G, H {
  int a = 1, b[] = {2}; /* 😀 */ static { a++; }
  C(int x) throws Y { this.<T>f(x, /* in */ y -> y + 1, Z::new); }
  int m(int... n) { for (int i = 0, j = 1; i < 2; i++, j--) ; for (var z : q) { } return switch (n) { case 1, 2 -> 3; default -> { yield 4; } }; }
  void t() { try (var r = open(); s) { synchronized (this) { } } catch (A | B e) { } finally { } Object o = (G & H) x instanceof P(int w, var v) ? 1 : 2; }
}
record R(int a, String b) { R { } }
enum K { A(1) { void f() { } }, B; int c; }`,
  ],
  ['java', 'class A { void f( { int x = ; } int g() { return 1 } @'],
  ['java', ''],
  [
    'typescript',
    `import a, { b as c, type d } from 'e'; export * from "f"; export default class<T> extends G<T> implements H {
  @dec() private readonly x?: number = 1; static async *gen(this: X, { a, b = 2 }: Y, ...rest: z[]): Promise<void> { for await (const q of w) yield* q; }
  get y() { return \`a\${b}c\`; } [key: string]: unknown; constructor(public p: string) { super(); } }
type M = { readonly [K in keyof T]?: T[K] } | \`a\${string}\`; declare module 'm' { function f(): asserts x is string; }
namespace N.O { export const v = <const>['é', "😀"]; } const f = async (x) => await (x as any)!.y?.[0]?.(1, ...z); if (a) b(); else c\nlabel: while (1) break label`,
  ],
  ['typescript', 'function f( { if (x ) } const = 3; class { a b c( }'],
  ['tsx', 'const a = <div {...b} c="d" e={f}>text é {g} <H.I key={1} /></div>; let x = <T,>(y: T) => y;'],
  ['javascript', '#!/usr/bin/env node\nvar a = /re/g, b = function* () {}; exports.c = class { #d = 1; static { } }; a ||= b ?? c; <></>'],
];

describe('SyntaxNode', () => {
  for (const [grammar, text] of texts) {
    it(`says what the library says: ${grammar} ${text.slice(0, 30).replaceAll('\n', ' ')}`, async () => {
      const { tree } = await parser.parse(grammar, text);
      assert.ok(tree);
      sameBelow(tree.parsed.rootNode, tree.rootNode, tree);
      for (let at = 0; at <= text.length; at++)
        assert.equal(said(tree.rootNode.descendantForIndex(at)), said(tree.parsed.rootNode.descendantForIndex(at)), `at ${at}`);
      const types = ['comment', 'line_comment', 'block_comment', 'identifier'];
      assert.deepEqual(tree.rootNode.descendantsOfType(types).map(said), tree.parsed.rootNode.descendantsOfType(types).map(said));
      tree.delete();
    });
  }

  it('finds what reaches into a range', async () => {
    const text = 'a; /* b */ c(d); // e\n/* f */';
    const { tree } = await parser.parse('typescript', text);
    const found = (start: number, end: number): string[] =>
      tree?.rootNode.descendantsOfType(['comment'], start, end).map((node) => text.slice(node.startIndex, node.endIndex)) ?? [];
    assert.deepEqual(found(0, 3), []);
    assert.deepEqual(found(9, 18), ['/* b */', '// e']);
    assert.deepEqual(found(10, 17), []);
    assert.deepEqual(found(5, 5), ['/* b */']);
    assert.deepEqual(found(22, 100), ['/* f */']);
    tree?.delete();
  });

  it('reads a tree that was made with the help of another, after the memory has grown', async () => {
    const older = `class A {\n${'  int m() {\n    return 1;\n  }\n'.repeat(300)}}\n`;
    const first = await parser.parse('java', older);
    assert.ok(first.tree);
    const at = older.indexOf('1;', 4_000);
    const text = `${older.slice(0, at)}f(2)${older.slice(at + 1)}`;
    const second = await parser.reparse(
      'java',
      { text: older, tree: first.tree },
      [{ range: { start: at, end: at + 1 }, length: 4 }],
      text,
    );
    const large = await parser.parse('java', `class B { int[] a = {${'1, '.repeat(300_000)}}; }`);
    assert.ok(second.tree && large.tree);
    for (const tree of [first.tree, second.tree]) sameBelow(tree.parsed.rootNode, tree.rootNode, tree);
    for (const tree of [first.tree, second.tree, large.tree]) tree.delete();
  });
});

function sameBelow(expected: Node, node: SyntaxNode, tree: SyntaxTree): void {
  assert.deepEqual(node.namedChildren.map(said), expected.namedChildren.map(said));
  assert.deepEqual(node.children.map(said), expected.children.map(said));
  for (const field of tree.parsed.language.fields)
    if (field !== null)
      assert.equal(said(node.childForFieldName(field)), said(expected.childForFieldName(field)), `${said(expected)}.${field}`);
  for (const [index, child] of node.children.entries()) {
    const other = expected.children[index];
    if (other) sameBelow(other, child, tree);
  }
}

function said(node: Node | SyntaxNode | null): string {
  if (!node) return 'none';
  const { type, startIndex, endIndex, isNamed, isError, isMissing, hasError } = node;
  return JSON.stringify({ type, startIndex, endIndex, isNamed, isError, isMissing, hasError });
}
