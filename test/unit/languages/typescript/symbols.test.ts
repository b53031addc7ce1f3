import assert from 'node:assert/strict';
import { read, symbols } from './read.ts';

describe('TypeScript symbols', () => {
  it('reads functions; the implementation behind overloads is not for callers', async () => {
    const text = `
export function parse(text: string): Tree;
export function parse(text: Buffer, encoding?: string): Tree;
export function parse(text: any, encoding = 'utf8', ...rest: unknown[]): Tree { return x; }
async function* local<T extends A = B>(this: Window, { a, b }: Options): AsyncGenerator<T> {}
export const arrow = async (x: number) => x;
const plain = 1, other = function () {};
export default function () {}`;
    assert.deepEqual(await symbols(text), [
      'public function parse(text: string): Tree',
      'public function parse(text: Buffer, encoding?: string): Tree',
      "private function parse(text: any, encoding? = 'utf8', ...rest: unknown[]): Tree",
      'private async generator function local<T extends A = B>({ a, b }: Options): AsyncGenerator<T>',
      'public const async function arrow(x: number)',
      'private const variable plain',
      'private const function other()',
      'public function default()',
    ]);
  });

  it('reads classes', async () => {
    const text = `
export abstract class Store<K> extends Base<K> implements Closable, Named<string> {
  #secret = 1;
  protected static readonly limit?: number = 3;
  handler = (event: Event): void => {};
  [key: string]: unknown;
  constructor(private readonly path: string, public name?: string) { super(); }
  get size(): number { return 0; }
  set size(value: number) {}
  abstract open(): Promise<void>;
  find(id: string): K;
  find(id: any): K { return id; }
  static async *all() {}
  private close?(): void {}
  static { register(); }
}`;
    assert.deepEqual(await symbols(text), [
      'public abstract class Store<K> extends Base<K> implements Closable implements Named<string>',
      'private field Store.#secret',
      'protected static readonly optional field Store.limit: number',
      'public method Store.handler(event: Event): void',
      'public field Store.[string]: unknown',
      'public constructor Store.constructor(path: string, name?: string)',
      'private readonly field Store.path: string',
      'public optional field Store.name: string',
      'public getter method Store.size(): number',
      'public setter method Store.size(value: number)',
      'public abstract method Store.open(): Promise<void>',
      'public method Store.find(id: string): K',
      'private method Store.find(id: any): K',
      'public static async generator method Store.all()',
      'private optional method Store.close(): void',
      'private static initializer Store.static',
    ]);
  });

  it('adds the constructor that a class has without saying so, where nothing is inherited', async () => {
    assert.deepEqual(await symbols('class A {}\nclass B extends A {}\nclass C { private constructor() {} }'), [
      'private class A',
      'public implicit constructor A.constructor()',
      'private class B extends A',
      'private class C',
      'private constructor C.constructor()',
    ]);
  });

  it('reads interfaces, type aliases and enums', async () => {
    const text = `
export interface Client extends Base, Other<string> {
  (input: string): void;
  new (options: Options): Client;
  readonly name?: string;
  send?(message: Message): Promise<void>;
  [key: string]: unknown;
}
export type Options = { retries?: number; log(line: string): void };
type Id =
  | 'a'
  | 'b';
export const enum Level { Low, High = 2, 'very-high' = 'x' }`;
    assert.deepEqual(await symbols(text), [
      'public interface Client extends Base extends Other<string>',
      'public method Client.()(input: string): void',
      'public method Client.new(options: Options): Client',
      'public readonly optional field Client.name: string',
      'public optional method Client.send(message: Message): Promise<void>',
      'public field Client.[string]: unknown',
      'public type-alias Options: { retries?: number; log(line: string): void }',
      'public optional field Options.retries: number',
      'public method Options.log(line: string): void',
      "private type-alias Id: 'a' | 'b'",
      'public const enum Level',
      'public enum-constant Level.Low',
      'public enum-constant Level.High',
      'public enum-constant Level.very-high',
    ]);
  });

  it('reads namespaces and ambient modules', async () => {
    const text = `
export namespace Geo.Shapes { export function area(): number { return 0; } function hidden() {} }
declare module 'legacy' { function run(): void; }
declare global { interface Window { plumb: boolean } }
declare const VERSION: string;
export {};`;
    assert.deepEqual(await symbols(text), [
      'public namespace Geo.Shapes',
      'public function Geo.Shapes.area(): number',
      'private function Geo.Shapes.hidden()',
      'public declare namespace legacy',
      'public function legacy.run(): void',
      'public declare namespace global',
      'public interface global.Window',
      'public field global.Window.plumb: boolean',
      'private declare const variable VERSION: string',
    ]);
  });

  it('counts what a script of declarations says as public', async () => {
    assert.deepEqual(await symbols('declare function ready(): void;', 'types/globals.d.ts'), ['public declare function ready(): void']);
  });

  it('reads exported objects with their members, and others as one value', async () => {
    const text = `
export const api = { list() {}, get: async (id: string) => id, limits: { max: 1 }, 'x-y': 2 } as const;
const table = { a() {} };
const named = { run() {} };
export { named as tools };`;
    assert.deepEqual(await symbols(text), [
      'public const variable api',
      'public method api.list()',
      'public async method api.get(id: string)',
      'public field api.limits',
      'public field api.limits.max',
      'public field api.x-y',
      'private const variable table',
      'public const variable named',
      'public method named.run()',
    ]);
  });

  it('takes wrapped components for functions, and destructured names for variables', async () => {
    const text = `
export const Button = React.memo(forwardRef<Ref, Props>((props, ref) => <b {...props} />));
export const { a, b: { c }, ...rest } = load(), [first = 1] = list;
export const lazy = debounce(() => 1);`;
    assert.deepEqual(await symbols(text, 'src/a.tsx'), [
      'public const function Button(props, ref)',
      'public const variable a',
      'public const variable c',
      'public const variable rest',
      'public const variable first',
      'public const variable lazy',
    ]);
  });

  it('reads decorators with their arguments', async () => {
    const text =
      "@Entity({ name: 'o' }) export class Order { @Column() total: number; @Get('/x', 2) @Auth.Public list(@Query() q: string) {} }";
    const { symbols: found } = await read(text);
    const annotations = found.map(({ name, annotations: list }) => [
      name,
      ...list.map((each) => `${each.name}(${each.arguments.map((argument) => `${argument.name}: ${argument.value.kind}`).join(', ')})`),
    ]);
    assert.deepEqual(annotations, [
      ['a'],
      ['Order', 'Entity(value: object)'],
      ['constructor'],
      ['total', 'Column()'],
      ['list', 'Get(0: string, 1: number)', 'Auth.Public()'],
    ]);
    assert.deepEqual(
      found[4]?.parameters?.[0]?.annotations.map(({ name }) => name),
      ['Query'],
    );
  });

  it('knows where a symbol, its name, its signature and its body stand', async () => {
    const text =
      '/** Adds. */\n// eslint-disable-next-line\nexport function add(a: number): number { return a; }\nexport const limit: number = 3;';
    const { symbols: found } = await read(text);
    const slices = found
      .slice(1)
      .map((symbol) =>
        [symbol.range, symbol.nameRange, symbol.signatureRange, symbol.bodyRange, symbol.documentation].map(
          (range) => range && text.slice(range.start, range.end),
        ),
      );
    assert.deepEqual(slices, [
      ['export function add(a: number): number { return a; }', 'add', '(a: number): number ', '{ return a; }', '/** Adds. */'],
      ['export const limit: number = 3;', 'limit', ': number = ', undefined, undefined],
    ]);
  });

  it('reads bodies and values only where the change touches them', async () => {
    const text = 'function a() { one(); }\nfunction b() { two(); }\nconst c = 3;\nrun();\n';
    const line = { start: text.indexOf('function b'), end: text.indexOf('const c') };
    const { symbols: found } = await read(text, 'src/a.ts', [line]);
    assert.deepEqual(
      found.map(({ name, touched, body, value }) => [name, touched, body?.length, value?.kind]),
      [
        ['a', true, 0, undefined],
        ['a', false, undefined, undefined],
        ['b', true, 1, undefined],
        ['c', false, undefined, undefined],
      ],
    );
  });
});

describe('JavaScript symbols', () => {
  it('reads CommonJS exports as symbols of the module', async () => {
    const text = `
const helper = require('./helper');
function shared() {}
module.exports = { shared, helper, own() {}, limit: 3, run: function (a) {} };
exports.first = exports.second = (x) => x;
module.exports.Third = class { go() {} };
exports.shared = shared;`;
    assert.deepEqual(await symbols(text, 'lib/a.js'), [
      'public function shared()',
      'public function own()',
      'public variable limit',
      'public function run(a)',
      'public function first(x)',
      'public function second(x)',
      'public class Third',
      'public implicit constructor Third.constructor()',
      'public method Third.go()',
    ]);
  });

  it('puts members assigned to prototypes and objects below their owners', async () => {
    const text = `
var app = exports = module.exports = {};
app.listen = function listen(port) {};
function View(name) {}
View.prototype.render = function (options) {};
View.create = () => new View();
View.prototype = { reset() {} };
other.x = function () {};`;
    assert.deepEqual(await symbols(text, 'lib/a.js'), [
      'public var variable app',
      'public static method app.listen(port)',
      'private function View(name)',
      'public method View.render(options)',
      'public static method View.create()',
      'public method View.reset()',
    ]);
  });

  it('takes types from documentation where the declaration has none', async () => {
    const text = `
/**
 * @param {string} name the name
 * @param {{a: number}} [options] how
 * @param {number} [limit=10]
 * @param {...string} rest
 * @param {string} options.deep a property
 * @returns {Promise<void>} when done
 * @deprecated use other
 */
exports.load = function (name, options, limit, rest) {};
/** @type {number} */
exports.size = 3;`;
    assert.deepEqual(await symbols(text, 'lib/a.js'), [
      'public function load(name: string, options?: {a: number}, limit?: number = 10, ...rest: string): Promise<void>',
      'public variable size: number',
    ]);
    assert.deepEqual(
      (await read(text, 'lib/a.js')).symbols.map(({ deprecated }) => deprecated),
      [false, true, false],
    );
  });

  it('takes types that comments of JavaScript declare', async () => {
    const text = `
/**
 * @typedef Options
 *   How it is done.
 * @property {number} size how much
 * @prop {Array.<String>} [names=[]]
 *   what it is called
 * @property {?Other} other
 */
/** @typedef {import('./kinds.js').Kind} Kind @typedef {'a' | {b: string}} Both */
/**
 * @template {string} T, U
 * @callback Visit
 * @param {T} node
 * @param {...number} [rest]
 * @returns {U | undefined}
 */
/* @typedef {string} NoDocumentation */
export const size = 1;`;
    assert.deepEqual(await symbols(text, 'lib/a.js'), [
      'public type-alias Options: { size: number; names?: Array<string>; other: Other | null }',
      'public field Options.size: number',
      'public optional field Options.names: Array<string>',
      'public field Options.other: Other | null',
      "public type-alias Kind: import('./kinds.js').Kind",
      'public type-alias Visit<T extends string, U extends string>: (node: T, ...rest: (number)[]) => U | undefined',
      'public const variable size',
    ]);
    assert.deepEqual(await symbols('/** @typedef {string} Name */\nexport const size = 1;', 'lib/a.ts'), ['public const variable size']);
  });

  it('places types and properties of comments where they are named', async () => {
    const text = '/**\n * @typedef {Object} Options\n * @property {Options} size\n */\nexport const a = 1;\n';
    const { symbols: found } = await read(text, 'lib/a.js');
    assert.deepEqual(
      found.slice(1).map(({ nameRange, range }) => [text.slice(nameRange.start, nameRange.end), text.slice(range.start, range.end)]),
      [
        ['Options', '@typedef {Object} Options\n * @property {Options} size'],
        ['size', '@property {Options} size'],
        ['a', 'export const a = 1;'],
      ],
    );
  });
});
