import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/index.ts',
  around: { 'package.json': '{"name":"acme","version":"1.2.0","type":"module","exports":{".":"./src/index.ts"}}\n' },
};

const types: Setting = {
  path: 'index.d.ts',
  around: { 'package.json': '{"name":"acme","version":"1.2.0","types":"./index.d.ts"}\n' },
};

const words = (count: number, more: string): string =>
  `export type A = ${Array.from({ length: count }, (_, place) => `'a${place}'`).join(' | ')}${more};\nexport declare function f(a: A): void;\n`;

describe('changes of a TypeScript API that are written otherwise and mean the same', () => {
  toldApart(library, [
    [
      'a condition put in other words',
      'type IsNever<T> = [T] extends [never] ? true : false;\nexport type Narrowed<T, B> = Extract<T, B> extends never ? B : Extract<T, B>;\n',
      'type IsNever<T> = [T] extends [never] ? true : false;\nexport type Narrowed<T, B> = IsNever<Extract<T, B>> extends true ? B : Extract<T, B>;\n',
      [],
    ],
    [
      'a condition that asks something else',
      'export type Flag<T> = T extends "on" ? 1 : 0;\n',
      'export type Flag<T> = T extends "off" ? 1 : 0;\n',
      ['type-alias-changed'],
    ],
    [
      'a condition that answers something else',
      'export type Unwrap<T> = T extends (infer E)[] ? string : number;\n',
      'export type Unwrap<T> = T extends (infer E)[] ? boolean : number;\n',
      ['type-alias-changed'],
    ],
    [
      'a default that is filled in by the type itself now',
      'export type Cased<T extends string, O extends object = { keep: true }> = O extends { keep: true } ? T : Lowercase<T>;\n',
      'type Filled<O> = { keep: true } & O;\nexport type Cased<T extends string, O extends object = {}> = Filled<O> extends { keep: true } ? T : Lowercase<T>;\n',
      [],
    ],
    [
      'a default of a type that stays as it is',
      'export type Page<T, S = 20> = { items: T[]; size: S };\n',
      'export type Page<T, S = 50> = { items: T[]; size: S };\n',
      ['generic-param-default-changed'],
    ],
    [
      'a type that shows or lets set what it is given',
      'export interface Table<T> { rows: T[] }\nexport declare function table<T>(row: T): Table<T>;\n',
      'export type Writeable<T> = { -readonly [K in keyof T]: T[K] } & {};\nexport interface Table<T> { rows: T[] }\nexport declare function table<T>(row: T): Table<Writeable<T>>;\n',
      [],
    ],
    [
      'a result that extends what it was',
      'export interface Pipe<A, B> { from: A; to: B; run(): B }\nexport declare function chain<A, B>(a: A, b: B): Pipe<A, B>;\n',
      'export interface Pipe<A, B> { from: A; to: B; run(): B }\nexport interface Chain<A, B> extends Pipe<A, B> { readonly steps: number }\nexport declare function chain<A, B>(a: A, b: B): Chain<A, B>;\n',
      [],
    ],
    [
      'a result that does not extend what it was',
      'export interface Pipe<B> { to: B; run(): B }\nexport declare function chain<B>(b: B): Pipe<B>;\n',
      'export interface Pipe<B> { to: B; run(): B }\nexport interface Chain<B> { to: B; steps: number }\nexport declare function chain<B>(b: B): Chain<B>;\n',
      ['return-type-changed'],
    ],
    [
      'a function in a property that can be called in one more way',
      'export interface Match { readonly exhaustive: () => string }\nexport declare function match(): Match;\n',
      'export interface Exhaustive { (): string; (otherwise: (x: unknown) => string): string }\nexport interface Match { readonly exhaustive: Exhaustive }\nexport declare function match(): Match;\n',
      [],
    ],
    [
      'unknown that may be left out in words as well',
      'export class Alias { toJSON(_arg?: unknown): string { return String(_arg); } }\n',
      'export class Alias { toJSON(_arg?: unknown, context?: object): string { return String(_arg ?? context); } }\n',
      [],
    ],
    [
      'an interface that a value of its name makes, with one more method',
      'interface Constructor<T> { new (): T }\nexport interface Schema { parse(text: string): unknown }\nexport declare const Schema: Constructor<Schema>;\nexport declare function list(of: Schema): Schema;\n',
      'interface Constructor<T> { new (): T }\nexport interface Schema { parse(text: string): unknown; encode(value: unknown): string }\nexport declare const Schema: Constructor<Schema>;\nexport declare function list(of: Schema): Schema;\n',
      [],
    ],
    [
      'an interface beside a value that does not make it, with one more member',
      'export interface Theme { colour: string }\nexport const Theme = { dark: "dark" };\nexport declare function paint(theme: Theme): void;\n',
      'export interface Theme { colour: string; size: number }\nexport const Theme = { dark: "dark" };\nexport declare function paint(theme: Theme): void;\n',
      ['required-property-added'],
    ],
    [
      'overloads whose type parameters are inferred in another way',
      'export declare function omit<T, K extends keyof T>(keys: readonly K[]): (data: T) => Omit<T, K>;\nexport declare function omit<T, K extends keyof T>(data: T, keys: readonly K[]): Omit<T, K>;\n',
      'export declare function omit<T, const Keys extends readonly (keyof T)[]>(keys: Keys): (data: T) => Omit<T, Keys[number]>;\nexport declare function omit<T, const Keys extends readonly (keyof T)[]>(data: T, keys: Keys): Omit<T, Keys[number]>;\n',
      [],
    ],
    [
      'an overload that nothing serves',
      'export declare function read(path: string): string;\nexport declare function read(path: string, encoding: string): string;\n',
      'export declare function read(path: string): string;\nexport declare function read(path: number): string;\n',
      ['overload-removed'],
    ],
    [
      'a member that three types together still have',
      'type Common = { readonly objectMode?: boolean };\ntype Named = { name: string };\nexport type Transform = { transform: () => void; objectMode?: boolean };\nexport declare const transforms: Transform[];\n',
      'type Common = { readonly objectMode?: boolean };\ntype Named = { name?: string };\nexport type Transform = { transform: () => void } & Common & Named;\nexport declare const transforms: Transform[];\n',
      [],
    ],
    [
      'an error without a name of its own',
      'export class FetchError extends Error { name = "FetchError"; status = 0; }\n',
      'export class FetchError extends Error { status = 0; }\n',
      [],
    ],
    [
      'hooks that are inherited now',
      'export interface FetchOptions { retry?: number; onRequest?(url: string): void }\nexport declare function fetchIt(options: FetchOptions): void;\n',
      'export interface Hooks { onRequest?: (url: string) => void }\nexport interface FetchOptions extends Hooks { retry?: number }\nexport declare function fetchIt(options: FetchOptions): void;\n',
      [],
    ],
    [
      'an option that callers no longer have to give',
      'export interface Options { url: string; fetch: (url: string) => string }\nexport declare function create(options: Options): void;\n',
      'export interface Options { url: string; fetch?: (url: string) => string }\nexport declare function create(options: Options): void;\n',
      [],
    ],
    [
      'a result that may lack something',
      'export interface Answer { status: number; text: string }\nexport declare function ask(): Answer;\n',
      'export interface Answer { status: number; text?: string }\nexport declare function ask(): Answer;\n',
      ['property-became-optional'],
    ],
    [
      'a type argument of a type that nobody can name',
      'type Inner<T = string> = { value: T };\nexport declare function inner(): Inner<string>;\n',
      'type Inner<T> = { value: T };\nexport declare function inner(): Inner<string>;\n',
      [],
    ],
    [
      'a function that says of itself what it did, in a namespace',
      'export function marked(text: string): string { return text; }\nmarked.use = function (name: string) { return marked(name); };\n',
      'export function marked(text: string): string { return text; }\nexport declare namespace marked { let use: (name: string) => string; }\nfunction useExtension(name: string) { return marked(name); }\nmarked.use = useExtension;\n',
      [],
    ],
    [
      'a list of a library’s own names',
      'export interface Options { locale?: Intl.BCP47LanguageTag }\nexport declare function format(options: Options): string;\n',
      'export interface Options { locale?: Intl.UnicodeBCP47LocaleIdentifier }\nexport declare function format(options: Options): string;\n',
      [],
    ],
  ]);

  toldApart(types, [
    [
      'a namespace of declarations without `export` before each of them',
      'export declare namespace Manifest {\n  export type Person = string;\n  export interface Scripts { build?: string }\n}\n',
      'export namespace Manifest {\n  type Person = string;\n  interface Scripts { build?: string }\n}\n',
      [],
    ],
    [
      'a module that is a namespace as a whole now',
      'export interface Parser<T = string> { (text: string): T }\nexport declare const parse: Parser;\n',
      'declare namespace acme {\n  export interface Parser<T = string> { (text: string): T }\n  export const parse: Parser;\n}\nexport = acme;\n',
      [],
    ],
    [
      'what a namespace holds of others, with one more member',
      'declare namespace Undici { const stores: { memory: string }; }\nexport default Undici;\n',
      'declare namespace Undici { const stores: { memory: string; file: string }; }\nexport default Undici;\n',
      [],
    ],
  ]);

  toldApart({ path: 'index.d.ts', around: { 'package.json': '{"name":"acme","main":"./index.js"}\n', 'index.js': 'exports.a = 1;\n' } }, [
    [
      'declarations beside the script that the manifest names',
      'export const a: number;\nexport const b: number;\n',
      'export const a: number;\n',
      ['variable-removed'],
    ],
  ]);

  toldApart(
    {
      path: 'lib/util.js',
      around: {
        'package.json': '{"name":"acme","main":"./index.js"}\n',
        'index.js': "const util = require('./lib/util');\nmodule.exports.util = { parse: util.parse };\n",
      },
    },
    [
      [
        'an object under the name of a module that it only uses',
        'exports.parse = () => 1;\nexports.nodeMajor = 20;\n',
        'exports.parse = () => 1;\n',
        [],
      ],
    ],
  );
  toldApart(library, [
    ['one more of very many words', words(120, ''), words(120, " | 'b'"), []],
    ['one of very many words gone', words(120, " | 'b'"), words(120, ''), ['type-alias-narrowed']],
    [
      'a variable of a list of types where more is taken',
      'export type Path = string | RegExp;\nexport type Call = <A, P extends Path = Path>(path: P, a: A) => string;\nexport declare const call: Call;\n',
      'export type Path = string | RegExp;\nexport type Call = <A>(path: Path | ((a: A) => boolean), a: A) => string;\nexport declare const call: Call;\n',
      [],
    ],
    [
      'another default of what a type is worked out from',
      'export type Cut<S extends string, A extends number = 0> = string extends S ? string : [S, A];\n',
      'export type Cut<S extends string, A extends number = never> = string extends S ? string : [S, A];\n',
      [],
    ],
    [
      'a method with type variables as a property',
      'export interface S { b<A extends string[], R>(c: (...args: A) => R): (...args: A) => R }\nexport declare const s: S;\n',
      'export interface S { b: <A extends string[], R>(c: (...args: A) => R) => (...args: A) => R }\nexport declare const s: S;\n',
      [],
    ],
    [
      'a method with type variables as a property that gives nothing',
      'export interface S { b<A extends string[], R>(c: (...args: A) => R): (...args: A) => R }\nexport declare const s: S;\n',
      'export interface S { b: <A extends string[], R>(c: (...args: A) => R) => void }\nexport declare const s: S;\n',
      ['property-type-changed'],
    ],
    [
      'a type that is imported by a name that only the package knows',
      {
        'src/index.ts': "import type { Any } from '#core/a';\nexport function f(a: string): void {}\nexport type { Any };\n",
        'src/core/a.ts': 'export type Any = string;\n',
      },
      {
        'src/index.ts': "import type { Any } from '#core/a';\nexport function f(a: Any): void {}\nexport type { Any };\n",
        'src/core/a.ts': 'export type Any = string | number;\nexport const x = 1;\n',
      },
      [],
    ],
  ]);
});
