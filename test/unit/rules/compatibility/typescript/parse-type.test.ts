import assert from 'node:assert/strict';
import { parseType } from '../../../../../src/rules/compatibility/typescript/parse-type.ts';
import { keyOf, named } from '../../../../../src/rules/compatibility/typescript/type.ts';

/** Each row is one type, written in several ways. */
const same: readonly (readonly string[])[] = [
  ['string[]', 'Array<string>', '(string)[]', 'string /* each */ []'],
  ['readonly string[]', 'ReadonlyArray<string>'],
  ['"a" | "b"', "'b' | 'a'", '| `a` | "b"', '("a" | ("b" | "a"))'],
  ['A & B & C', '& C & (A & B)'],
  ['true | false', 'boolean | true'],
  ['{ a: string; b?: number }', '{ b?: number, a: string }', '{ "a": string; "b"?: number; }'],
  ['{ [key: string]: A }', '{ [name: string]: A }'],
  ['{ new (a: A): B }', '{ new (b: A): B; }'],
  ['<T extends A = B, U = T>(a: T, b?: U) => T', '<X extends A = B, Y = X>(c: X, d?: Y) => X'],
  ['<const T>(a: T) => void', '<U>(b: U) => void'],
  ['new (a: A) => B', 'new (b: A) => B'],
  ['[a: A, b?: B, ...c: C[]]', '[A, B?, ...C[]]'],
  ['T extends (infer A)[] ? A : never', 'T extends (infer B)[] ? B : never'],
  ['T extends [infer A, infer B] ? A | B : C', 'T extends [infer X, infer Y] ? Y | X : C'],
  ['{ [K in keyof T]: T[K] }', '{ [P in keyof T]: T[P] }'],
  ['T["a"]["b"]', "T['a']['b']"],
  ['typeof  a.b<string>', 'typeof a . b<string>'],
  ['1_000', '1000'],
];

/** All of a row are different types. */
const different: readonly (readonly string[])[] = [
  ['A[]', 'readonly A[]', '[A]', '[A?]', '[...A[]]'],
  ['A | B', 'A & B', 'A', 'A<B>', 'A.B'],
  ['{ a: A }', '{ a?: A }', '{ readonly a: A }', '{ a(): A }', '{ a: B }', '{ get: A }'],
  ['() => A', 'new () => A', '(a: A) => A', '(a?: A) => A', '(...a: A[]) => A', '<T extends A>() => A', '<T>() => A'],
  ['keyof T', 'unique T', 'T', 'readonly T', 'asserts T', 'a is T', 'typeof T'],
  ['T extends A ? B : C', 'T extends A ? C : B', 'T extends B ? B : C'],
  ['{ [K in A]: B }', '{ [K in A]?: B }', '{ readonly [K in A]: B }', '{ [K in A]-?: B }', '{ [K in A as C]: B }', '{ [K: A]: B }'],
  ['`a${string}`', '"a"', 'string', '`a${number}`'],
  ['1', '-1', '1n', '"1"', '1.5'],
  ["import('m').A", "import('m').B", "import('n').A", "import('m')"],
  ['T[A]', 'T[B]', 'T[]'],
];

describe('compatibility/typescript/parse-type', () => {
  for (const [first = '', ...others] of same)
    it(`reads \`${first}\` however it is written`, () => {
      for (const other of others) assert.equal(keyOf(parseType(other)), keyOf(parseType(first)), other);
    });

  for (const texts of different)
    it(`tells ${texts.map((each) => `\`${each}\``).join(', ')} apart`, () => {
      assert.equal(new Set(texts.map((each) => keyOf(parseType(each)))).size, texts.length);
    });

  it('reads words that are operators elsewhere as names', () => {
    for (const word of ['keyof', 'readonly', 'infer', 'is', 'asserts', 'unique']) assert.deepEqual(parseType(word), named(word));
  });

  it('puts in what a name stands for', () => {
    assert.deepEqual(
      parseType('T[]', (name) => (name === 'T' ? named('string') : undefined)),
      named('Array', named('string')),
    );
  });

  it('keeps the text of what it cannot read to the end', () => {
    for (const text of ['A B', 'string)', 'a => b']) assert.deepEqual(parseType(text), { kind: 'computed', operator: text, parts: [] });
  });

  it('comes to an end in what is odd or broken off', () => {
    for (const text of [
      '',
      '|',
      '(',
      '[',
      '[A',
      '[A B]',
      '{',
      '{ a',
      '{ ;, }',
      'A<',
      'A<B',
      'A<B C>',
      '<T',
      '<T,',
      '(a',
      '(a b) => c',
      'T extends',
      '{ [K in',
    ])
      assert.ok(parseType(text).kind, text);
    assert.ok(parseType(`${'('.repeat(500)}A${')'.repeat(500)}`).kind);
  });
});
