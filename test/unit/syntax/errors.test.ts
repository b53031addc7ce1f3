import assert from 'node:assert/strict';
import { syntaxErrors } from '../../../src/syntax/errors.ts';
import { maskKnownGaps } from '../../../src/syntax/mask.ts';
import { SyntaxParser } from '../../../src/syntax/parser.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';

const parser = new SyntaxParser(locateWasmInPackages(process.cwd()));

async function errorsIn(grammar: string, text: string): Promise<string[]> {
  const { tree } = await parser.parse(grammar, text);
  assert.ok(tree);
  const errors = syntaxErrors(tree).map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
  tree.delete();
  return errors;
}

describe('syntaxErrors', () => {
  it('finds what was skipped and what is missing', async () => {
    assert.deepEqual(await errorsIn('java', 'class A { int x; }'), []);
    assert.deepEqual(await errorsIn('java', 'class A { int x int y; void f() { a(; } }'), ['15: ', '35: (']);
    assert.deepEqual(await errorsIn('typescript', 'let a = ;\nlet b = 2;\n'), ['6: =']);
  });
});

describe('maskKnownGaps', () => {
  const gaps: [string, string][] = [
    ['java', 'class A { void m(Object @Nullable ... args) {} void n(a.B @C("x") @D ... b) {} void o(A @B... c) {} }'],
    ['java', 'class A { boolean m(Object o) { return o instanceof Shape.Circle(int r) && o instanceof final a.b.Shape.Dot (var x); } }'],
    ['java', 'class A { int m(Object o) { return switch (o) { case Shape.Circle(var r) -> r; default -> 1; }; } }'],
    ['java', 'class A { A(int a) { if (a < 1) { throw new X(); } this(); } A() { int x = 1;\n\n  // b\n  // c\n  super (x); y(); } }'],
    ['java', 'import module java.base;\nimport a.B;\nclass A {}'],
    ['javascript', "import a from './a.json' assert { type: 'json' };\n"],
    ['typescript', "import a from './a.json' assert { type: 'json' };\n"],
    ['typescript', 'const rows = await sql<{ id: number; on: () => Map<string, number> }[]>`select ${id}`;\n'],
    ['tsx', 'const A = styled.div<{ $wide: boolean }>`\n  a: ${({ $wide }) => ($wide ? 1 : 0)};\n`;\n'],
    ['tsx', 'const A = styled(B).attrs<C>((c) => c)<{\n  wide?: boolean;\n}>`x`;\nconst D = styled.p<E<F>>`y`;\n'],
    ['typescript', 'const all = list.map((each) =>\n  <Item>{ name: each.name, at: 1 });\n'],
    ['typescript', "const a = await original<typeof import('./a.ts')>();\nconst b = original<typeof import(\n  './a.ts'\n)\n>();\n"],
    [
      'tsx',
      'const a = (\n  <p title="Q&A">\n    <b>Save & mark</b> {name} & others\n  </p>\n);\nconst b = <a href="https://a.b/?c=1&d=2&copy=3">&amp;</a>;\n',
    ],
    ['javascript', 'const a = <p>Q&A</p>;\n'],
    ['javascript', 'const a = <p class="a" id={b}>\n  <label\n    for={c} />\n  <feBlend in=\'d\' default="e" /></p>;\n'],
    ['typescript', "const a = load<typeof import('./a.ts')>(\n  file('a'),\n);\n"],
    ['javascript', 'const using = 1;\nf(using, { using });\nusing.a = using;\n'],
    [
      'typescript',
      'export function f(a: number, using: string) {\n  return using.length + (using ? 1 : 0);\n}\nlet using = 1;\nf(using = 2);\n',
    ],
    [
      'typescript',
      'export interface Box<in T = never> { a(t: T): void }\ninterface B<in out T, out U extends A<T>> {}\nclass C<out T> {}\n',
    ],
    ['tsx', 'type A = { set: (boolean) => void; get?: (string) => (any) => number };\n'],
    ['typescript', 'function f({ a }: { a: (string)=> void }, b: (object) => (string)[]) {}\nconst g = (number) => number;\n'],
    ['tsx', 'const f = (using: string[]) => using.map((each) => <a>{using}</a>);\n'],
    ['typescript', 'const a: readonly (readonly [type: string, of: string])[] = [];\nlet b: (readonly [module?: string])[];\n'],
    ['typescript', "export type * from 'a';\nexport type * as b from 'b';\n"],
    ['tsx', "export type * from 'a';\n"],
    ['typescript', "interface Get<E> {\n  <K extends keyof E['V']>(key: K): E['V'][K]\n  <K, L>(key: K): L\r\n  <K>(): K[]\n}\n"],
    ['typescript', 'class A { abstract() {} }\nclass B { abstract = 1; }\ninterface C { abstract: boolean; readonly abstract?: string }\n'],
  ];
  for (const [grammar, text] of gaps) {
    it(`${grammar}: ${text.trim().replaceAll('\n', '⏎')}`, async () => {
      assert.equal(maskKnownGaps(grammar, text).length, text.length);
      assert.deepEqual(await errorsIn(grammar, text), []);
    });
  }

  it('leaves everything else alone', () => {
    const texts: [string, string][] = [
      ['java', 'class A { void m(@Nullable Object... args) {} }'],
      ['typescript', 'export type A = {};\nabstract class B { abstract a: string; abstract b(): void; }\n'],
      ['javascript', 'a.abstract = 1;'],
      ['typescript', 'type A = (string)[] | (number); type B = (string: string) => void; const c = a as (any);\n'],
      ['typescript', 'for (const a in b) {}\nif (a < input && out > b) {}\ntype A<Out, In> = B<Out, In>;\n'],
      ['javascript', 'for (const a in b) if (a in{}) x={class: 1, default: 2}; export default{}; const inner="a", klass={};'],
      ['typescript', '{ using file = open(a); await using other: File = open(b); for (using each of all) {} reusing; using_; $using; }'],
      [
        'tsx',
        'type A = B<C> & D<E>; type F = G<H> extends I & J<K> ? L : M; const n = <p a={o && p}>{q & r} &nbsp;{s && <b>{t}</b>}</p>;\n',
      ],
      ['typescript', "const a = f<typeof import('./a.ts')>('./a.ts'); type B = Partial<typeof import('b')>;\n"],
      [
        'java',
        'class A { A() { super(a.b(c)); } A(int b) { this(); } void m() { a.super(b); switch (a) { case B.C -> {} } if (a instanceof B.C d) {} } }',
      ],
      ['typescript', 'const a = `<p>${b}</p>` + `c<b>${d}</b>` + `${e}<i a="${f}">`; const g = h < i; const j = k>`l`;\n'],
      ['typescript', 'if (a\n  < b) {}\nconst f = async\n  (b);\nconst g =\n  <T>(a: T) => a;\n'],
    ];
    assert.deepEqual(
      texts.map(([grammar, text]) => maskKnownGaps(grammar, text)),
      texts.map(([, text]) => text),
    );
  });

  it('ends on hostile text', () => {
    for (const [grammar, piece] of [
      ['java', '@a '],
      ['java', '@a('],
      ['java', '@a.'],
      ['tsx', '&'],
      ['tsx', '>&'],
      ['tsx', '="&'],
      ['java', 'a; super '],
      ['java', 'case a.'],
      ['typescript', 'a<>`'],
      ['typescript', 'a<b'],
      ['typescript', '>`'],
      ['typescript', 'abstract  '],
      ['typescript', 'using a '],
      ['typescript', '<in a, in '],
      ['typescript', '\n   out a'],
      ['typescript', 'readonly [type?'],
      ['typescript', 'export  '],
      ['typescript', 'a\n  <'],
      ['typescript', 'a\n                    '],
    ] as const) {
      const text = `...${piece.repeat(300_000)}`;
      assert.equal(maskKnownGaps(grammar, text).length, text.length, piece);
    }
  });
});
