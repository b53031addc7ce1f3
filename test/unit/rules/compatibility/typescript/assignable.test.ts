import assert from 'node:assert/strict';
import { LineIndex } from '../../../../../src/base/line-index.ts';
import type { SourceFile } from '../../../../../src/code/code-change.ts';
import type { Answer } from '../../../../../src/rules/compatibility/typescript/comparison.ts';
import { isAssignable } from '../../../../../src/rules/compatibility/typescript/assignable.ts';
import { parseType } from '../../../../../src/rules/compatibility/typescript/parse-type.ts';
import type { Placed } from '../../../../../src/rules/compatibility/typescript/scope.ts';
import { ScriptSide } from '../../../../../src/rules/compatibility/typescript/script-side.ts';
import { named, type ScriptType } from '../../../../../src/rules/compatibility/typescript/type.ts';

const file: SourceFile = {
  side: 'head',
  path: 'src/index.ts',
  text: '',
  lines: new LineIndex(''),
  role: 'production',
  touched: [],
  secrets: [],
};
const side = new ScriptSide({ files: [] }, 'head');
const bounded: ScriptType = { kind: 'variable', key: '@0.0' };
const free: ScriptType = { kind: 'variable', key: '@0.1' };
const constraints = new Map([['@0.0', named('string')]]);

/** `T` is a variable that extends `string`, `U` one without a bound. */
function placed(text: string): Placed {
  const type = parseType(text, (name) => (name === 'T' ? bounded : name === 'U' ? free : undefined));
  return { type, scope: { side, file, constraints } };
}

type Case = readonly [from: string, to: string, answer: Answer];

function answers(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [from, to, answer] of cases) {
      const verdict = answer === undefined ? 'cannot be told to fit' : answer ? 'fits' : 'does not fit';
      it(`\`${from}\` ${verdict} \`${to}\``, () => {
        assert.equal(isAssignable(placed(from), placed(to)), answer);
      });
    }
  });
}

describe('compatibility/typescript/assignable', () => {
  answers('of names', [
    ['string', 'string', true],
    ['string', 'number', false],
    ['string', 'any', true],
    ['Thing', 'unknown', true],
    ['any', 'string', true],
    ['never', 'string', true],
    ['unknown', 'string', false],
    ['undefined', 'void', true],
    ['null', 'void', false],
    ['Thing', 'Other', undefined],
    ['string', 'Thing', undefined],
    ['Date', 'string', false],
    ['Date', 'object', true],
    ['string', 'object', false],
    ['Thing', 'object', undefined],
    ['string', '{}', true],
    ['null', '{}', false],
    ['undefined', '{}', false],
  ]);

  answers('of literals', [
    ['"a"', 'string', true],
    ["'a'", '"a"', true],
    ['`a`', '"a"', true],
    ['"a"', '"b"', false],
    ['1', 'number', true],
    ['-1.5', 'number', true],
    ['1', 'string', false],
    ['1_000', '1000', true],
    ['12n', 'bigint', true],
    ['12n', 'number', false],
    ['true', 'boolean', true],
    ['true', 'number', false],
    ['"a"', 'Date', false],
    ['"a"', 'Thing', undefined],
    ['"a"', '{}', true],
    ['"a"', 'string[]', false],
    ['string', '"a"', false],
    ['Date', '"a"', false],
    ['Thing', '"a"', undefined],
    ['`a${string}`', 'string', true],
  ]);

  answers('of unions and intersections', [
    ['string', 'string | number', true],
    ['string | number', 'string', false],
    ['string | number', 'number | string | null', true],
    ['boolean', 'true | false', true],
    ['boolean', 'true', false],
    ['true | false', 'boolean', true],
    ['| "a" | "b"', 'string', true],
    ['Thing | string', 'string', undefined],
    ['{ a: string } & { b: number }', '{ a: string; b: number }', true],
    ['{ a: string; b: number }', '{ a: string } & { b: number }', true],
    ['{ a: string }', '{ a: string } & { b: number }', false],
    ['{ a: string } & { b: number }', '{ a: string }', true],
    ['{ a: string } & { b: number }', '{ c: string }', false],
    ['Thing & { b: number }', '{ b: number }', true],
    ['Thing & { b: number }', '{ c: number }', undefined],
  ]);

  answers('of arrays and tuples', [
    ['string[]', 'Array<string>', true],
    ['string[]', '(string | number)[]', true],
    ['(string | number)[]', 'string[]', false],
    ['string[]', 'readonly string[]', true],
    ['readonly string[]', 'string[]', false],
    ['ReadonlyArray<string>', 'readonly string[]', true],
    ['Readonly<string[]>', 'readonly string[]', true],
    ['string[]', 'string', false],
    ['string', 'string[]', false],
    ['[string, number]', '[string, number]', true],
    ['[a: string, b: number]', '[string, number]', true],
    ['[string]', '[string, number]', false],
    ['[string]', '[string, number?]', true],
    ['[string]', '[a: string, b?: number]', true],
    ['[string, number]', '[string]', false],
    ['["a", 1]', '[string, number]', true],
    ['[string, string]', '[string, number]', false],
    ['[string, string]', 'string[]', true],
    ['[string, number]', 'string[]', false],
    ['[string, number]', 'readonly (string | number)[]', true],
    ['string[]', '[string]', false],
    ['[string, ...number[]]', '[string, ...(string | number)[]]', undefined],
    ['[string, number]', 'readonly [string, number]', true],
    ['readonly [string, number]', 'readonly [string | null, number]', true],
    ['[]', 'object', true],
  ]);

  answers('of objects', [
    ['{ a: string; b: number }', '{ a: string }', true],
    ['{ a: string }', '{ a: string; b: number }', false],
    ['{ a: string }', '{ a: string; b?: number }', true],
    ['{ a?: string }', '{ a: string }', false],
    ['{ a: string }', '{ a?: string }', true],
    ['{ a: "x" }', '{ a: string }', true],
    ['{ a: string }', '{ a: "x" }', false],
    ['{ readonly a: string }', '{ a: string }', true],
    ['{ a: { b: 1 } }', '{ a: { b: number } }', true],
    ['{ "a": string, }', '{ a: string }', true],
    ['{ a; }', '{ a: any }', true],
    ['{ get: string }', '{ get: string }', true],
    ['{ [key: string]: number }', '{ [name: string]: number }', true],
    ['{ [key: string]: number }', '{ [key: string]: string }', false],
    ['{ a: number }', '{ [key: string]: number }', true],
    ['{ a(b: string): void }', '{ a(b: string | number): void }', true],
    ['{ a: (b: string) => void }', '{ a: (b: string | number) => void }', false],
    ['{ a(): number }', '{ a(): string }', false],
    ['{ (a: string): number }', '{ (b: string): number }', true],
    ['{ new (a: string): Date }', '{ new (a: string): Date; b: number }', false],
    ['{ a: string }', 'object', true],
    ['{ a: string }', 'string', false],
  ]);

  answers('of functions', [
    ['() => void', '() => void', true],
    ['() => string', '() => void', true],
    ['() => string', '() => number', false],
    ['(a: string) => void', '() => void', false],
    ['() => void', '(a: string) => void', true],
    ['(a?: string) => void', '() => void', true],
    ['(a: string | number) => void', '(a: string) => void', true],
    ['(a: string) => void', '(a: string | number) => void', false],
    ['(a: string) => void', '(a?: string) => void', false],
    ['(...a: string[]) => void', '(a: string, b: string) => void', true],
    ['(...a: string[]) => void', '(a: string, b: number) => void', false],
    ['(a: string, b: string) => void', '(...a: string[]) => void', true],
    ['(...a: string[]) => void', '(...a: number[]) => void', false],
    ['(a: string, ...b: number[]) => void', '(a: string, b: number, c: number) => void', true],
    ['(a: string, ...b: number[]) => void', '(a: string, b: number, c: string) => void', false],
    ['(this: Date, a: string) => void', '(a: string) => void', true],
    ['({ a }: { a: string }) => void', '(b: { a: string }) => void', true],
    ['([a]: [string]) => void', '(b: [string]) => void', true],
    ['<V>(a: V) => V', '<W>(a: W) => W', true],
    ['<V>(a: V) => V', '(a: string) => string', true],
    ['<V extends string>(a: V) => void', '(a: "x") => void', true],
    ['<V extends string>(a: V) => void', '(a: number) => void', false],
    ['new (a: string) => Date', 'new (b: string) => Date', true],
    ['new () => Date', 'abstract new () => Date', true],
    ['() => void', 'Function', true],
    ['() => void', 'object', true],
    ['() => void', 'string', false],
    ['() => void', '{}', true],
    ['() => () => "a"', '() => () => string', true],
  ]);

  answers('of type arguments', [
    ['Promise<"a">', 'Promise<string>', true],
    ['Promise<string>', 'Promise<number>', false],
    ['Map<string, 1>', 'Map<string, number>', true],
    ['Thing<string>', 'Thing<string>', true],
    ['Thing<string>', 'Thing<number>', undefined],
    ['Thing<"a">', 'Thing<string>', true],
    ['ns.Thing<string>', 'ns.Thing<string>', true],
    ['Date', 'RegExp', false],
  ]);

  answers('of types of the library', [
    ['{}', 'Partial<{ a: string }>', true],
    ['Thing', 'Partial<Thing>', true],
    ['Partial<{ a: string }>', '{ a: string }', false],
    ['{ a: string }', 'Required<{ a?: string }>', true],
    ['{}', 'Required<{ a?: string }>', false],
    ['Readonly<{ a: string }>', '{ a: string }', true],
    ['{ a: string }', 'Pick<{ a: string; b: number }, "a">', true],
    ['{ a: string }', 'Omit<{ a: string; b: number }, "a">', false],
    ['{ b: number }', 'Omit<{ a: string; b: number }, "a">', true],
    ['Pick<Thing, "a">', '{ a: string }', undefined],
    ['{ a: 1; b: 2 }', 'Record<"a" | "b", number>', true],
    ['{ a: 1 }', 'Record<"a" | "b", number>', false],
    ['Record<"a", number>', '{ a: number }', true],
    ['NonNullable<string | null>', 'string', true],
    ['null', 'NonNullable<string | null>', false],
    ['NonNullable<string | undefined>', 'string | number', true],
  ]);

  answers('of variables', [
    ['T', 'T', true],
    ['T', 'string', true],
    ['T', 'number', false],
    ['string', 'T', false],
    ['U', 'string', false],
    ['U', 'unknown', true],
    ['T', 'U', false],
    ['T[]', 'string[]', true],
  ]);

  answers('of what only a compiler can compute', [
    ['keyof Thing', 'keyof Thing', true],
    ['keyof Thing', 'keyof Other', undefined],
    ['keyof Thing', 'string', undefined],
    ['string', 'keyof Thing', undefined],
    ['keyof string', 'unique symbol', undefined],
    ['Thing["a"]', "Thing['a']", true],
    ['typeof a.b', 'typeof a.b', true],
    ['typeof a.b', 'typeof a.c', undefined],
    ["import('m').A<string>", "import('m').A<string>", true],
    ['U extends string ? 1 : 2', 'U extends string ? 1 : 2', true],
    ['U extends (infer A)[] ? A : never', 'U extends (infer B)[] ? B : never', true],
    ['{ [K in keyof Thing]: string }', '{ [P in keyof Thing]: string }', true],
    ['{ [K in keyof Thing]?: string }', '{ [K in keyof Thing]: string }', undefined],
    ['{ readonly [K in keyof Thing as string]: K }', '{ readonly [P in keyof Thing as string]: P }', true],
    ['a is string', 'boolean', true],
    ['asserts a', 'void', true],
    ['boolean', 'a is string', false],
    ['a is string', 'b is string', true],
    ['a is string', 'a is number', false],
    ['a is string', 'number', undefined],
  ]);

  describe('of variables that a caller decides', () => {
    it('takes the first type that is given', () => {
      const inferred = new Map<string, Placed | undefined>([['@0.1', undefined]]);
      assert.equal(isAssignable(placed('string'), placed('U'), inferred), true);
      assert.deepEqual(inferred.get('@0.1')?.type, named('string'));
    });

    it('holds to what bounds it', () => {
      assert.equal(isAssignable(placed('number'), placed('T'), new Map([['@0.0', undefined]])), false);
    });

    it('knows what was given when it comes back', () => {
      const inferred = new Map<string, Placed | undefined>([['@0.1', placed('string')]]);
      assert.equal(isAssignable(placed('U'), placed('string'), inferred), true);
      assert.equal(isAssignable(placed('U'), placed('number'), inferred), false);
    });
  });

  it('leaves to a compiler what goes too deep', () => {
    const deep = (inner: string): string => 'Promise<'.repeat(40) + inner + '>'.repeat(40);
    assert.equal(isAssignable(placed(deep('"a"')), placed(deep('string'))), undefined);
  });
});
