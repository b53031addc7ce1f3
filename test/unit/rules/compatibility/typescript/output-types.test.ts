import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/index.ts',
  around: { 'package.json': '{"name":"acme","version":"1.2.0","type":"module","exports":{".":"./src/index.ts"}}\n' },
};

const codes = (names: string): string =>
  `export type Codes = Record<${names}, { new (text: string): Error }>;\nexport declare const codes: Codes;\n`;

const hooks = (member: string, extra = ''): string =>
  `export interface Path { id: string;${extra} }
export interface Listener { ${member} [key: string]: ((node: string) => void) | undefined; }
export interface Rule { create(context: string): Listener }
export declare function listenersOf(rule: Rule): Listener;
`;

const special = (extra: string): string =>
  `export interface Path { id: string;${extra} }
export interface Plugin<V> { name: string; visitor?: V }
export interface Listener { onStart?(path: Path): void }
export interface SpecialPlugin extends Plugin<Listener> { create(): Listener }
export declare function use(plugin: Plugin<unknown>): void;
`;

const driver = (parameters: string): string =>
  `export interface Connection { query(sql: string, ${parameters}): string; query(sql: string, ${parameters}, done: () => void): void }
export interface Config { pool: () => Connection }
export declare function dialect(config: Config): string;
`;

const handler = (extra: string): string =>
  `export type Info = { id: string;${extra} };
export type Resolver = (info: Info) => string;
export class Handler { readonly resolver: Resolver; constructor(resolver: Resolver) { this.resolver = resolver; } }
`;

const result = (extra: string): string => `export interface Result { text: string;${extra} }\nexport declare function run(): Result;\n`;

const making = (value: string): string =>
  `import { run, type Result } from '../src/index.ts';\nexport function check(result: Result) { return result.text === '${value}'; }\nit('runs', () => { expect(check(run())).toBe(true); });\n`;

describe('types whose values the package alone makes', () => {
  toldApart(library, [
    ['a name more in a record of which there is a constant', codes("'a' | 'b'"), codes("'a' | 'b' | 'c'"), []],
    [
      'a name more in a record that is asked for',
      'export type Codes = Record<"a", string>;\nexport function add(codes: Codes): void {}\n',
      'export type Codes = Record<"a" | "b", string>;\nexport function add(codes: Codes): void {}\n',
      ['required-property-added'],
    ],
    [
      'a member more of what a hook that may be left out is called with',
      hooks('onStart?(path: Path): void;'),
      hooks('onStart?(path: Path): void;', ' depth: number;'),
      [],
    ],
    [
      'a member more of what a hook that may be left out gives',
      hooks('onStart?(path: string): Path;'),
      hooks('onStart?(path: string): Path;', ' depth: number;'),
      ['required-property-added'],
    ],
    [
      'a member more of what a plugin is asked to have',
      'export interface Plugin { name: string }\nexport function use(plugin: Plugin): void {}\n',
      'export interface Plugin { name: string; version: string }\nexport function use(plugin: Plugin): void {}\n',
      ['required-property-added'],
    ],
    [
      'a property that is always there now in what is returned',
      'export interface Result { text: string; size?: number }\nexport declare function run(): Result;\n',
      'export interface Result { text: string; size: number }\nexport declare function run(): Result;\n',
      [],
    ],
    [
      'a property that has to be there now in what is asked for',
      'export interface Options { text: string; size?: number }\nexport declare function run(options: Options): void;\n',
      'export interface Options { text: string; size: number }\nexport declare function run(options: Options): void;\n',
      ['property-became-required'],
    ],
    [
      'a supertype more of what is returned',
      'export interface Sized { size: number }\nexport interface Result { text: string }\nexport declare function run(): Result;\n',
      'export interface Sized { size: number }\nexport interface Result extends Sized { text: string }\nexport declare function run(): Result;\n',
      [],
    ],
    ['a member more of what a hook of a special plugin is called with', special(''), special(' depth: number;'), []],
    [
      'a method of what consumers make that is called with less, or with more',
      driver('parameters: readonly unknown[]'),
      driver('parameters: unknown[], hint?: string'),
      [],
    ],
    [
      'a method of what consumers make that is called with something else',
      driver('parameters: readonly unknown[]'),
      driver('parameters: number'),
      ['overload-removed'],
    ],
    [
      'a method of what consumers make that has to give something else',
      'export interface Plugin { run(a: string): string }\nexport declare function use(plugin: Plugin): void;\n',
      'export interface Plugin { run(a: string): number }\nexport declare function use(plugin: Plugin): void;\n',
      ['return-type-changed'],
    ],
    [
      'a method of what consumers are given that asks for more',
      'export interface Client { run(a: string): string }\nexport declare function connect(): Client;\n',
      'export interface Client { run(a: string, b: string): string }\nexport declare function connect(): Client;\n',
      ['required-param-added'],
    ],
    ['a member more of what a handler that is kept is called with', handler(''), handler(' done: boolean;'), []],
    [
      'a member that the web has already, said anew',
      'export interface Strict extends Request { json(): Promise<string> }\nexport declare function take(request: Strict): void;\n',
      'export interface Strict extends Request { json(): Promise<string>; clone(): Strict }\nexport declare function take(request: Strict): void;\n',
      [],
    ],
    [
      'a member more of what a test makes',
      { 'src/index.ts': result(''), 'test/index.test.ts': making('1') },
      { 'src/index.ts': result(' size: number;'), 'test/index.test.ts': making('2') },
      [],
    ],
  ]);
});
