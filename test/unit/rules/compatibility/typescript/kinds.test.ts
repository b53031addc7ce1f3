import { changedConstant } from '../../../../../src/rules/compatibility/changed-constant.ts';
import { changedSignature } from '../../../../../src/rules/compatibility/changed-signature.ts';
import { changedTypeHierarchy } from '../../../../../src/rules/compatibility/changed-type-hierarchy.ts';
import { removedPublicSymbol } from '../../../../../src/rules/compatibility/removed-public-symbol.ts';
import { fileCases } from '../../rule-cases.ts';

const library = { 'package.json': '{ "name": "cart", "version": "1.2.0", "main": "./src/index.ts", "types": "./src/index.ts" }\n' };
const box = 'export interface Box<T> {\n  value: T;\n}\n';
const item = 'interface Item {\n  id: string;\n  price: number;\n}\n';

describe('the kinds of change of a TypeScript API', () => {
  fileCases(
    changedSignature,
    'src/index.ts',
    [
      [
        'knows what the types of the library are made of',
        'export declare function first(): Map<string, number>;\nexport declare function second(): Promise<string>;\n',
        'export declare function first(): ReadonlyMap<string, number>;\nexport declare function second(): PromiseLike<string>;\n',
        [
          '1 The public function `first` returns `ReadonlyMap<string, number>` instead of `Map<string, number>`: callers that hold it for what it was no longer compile.',
          '2 The public function `second` returns `PromiseLike<string>` instead of `Promise<string>`: callers that hold it for what it was no longer compile.',
        ],
      ],
      [
        'leaves what is a kind of the former alone',
        'export declare function first(): Error;\nexport declare function second(a: Map<string, number>): Uint8Array;\n',
        'export declare function first(): TypeError;\nexport declare function second(a: ReadonlyMap<string, number>): Buffer;\n',
        [],
      ],
      [
        'looks into a type with other arguments',
        `${box}export declare function wrap(): Box<string>;\n`,
        `${box}export declare function wrap(): Box<number>;\n`,
        ['4 The public function `wrap` returns `Box<number>` instead of `Box<string>`: callers no longer compile.'],
      ],
      [
        'leaves an argument alone that narrows what is handed out',
        `${box}export declare function wrap(): Box<string | number>;\n`,
        `${box}export declare function wrap(): Box<string>;\n`,
        [],
      ],
      [
        'finds properties that can no longer be written in a call',
        'export function add(item: { id: string; note?: string }): void {\n  x(item);\n}\n',
        'export function add(item: { id: string }): void {\n  x(item);\n}\n',
        ['1 The public function `add` no longer takes `note` in `item`: callers that write `note` there no longer compile.'],
      ],
      [
        'leaves properties alone that any name still stands for',
        'export function add(item: { id: string; note?: string }): void {\n  x(item);\n}\n',
        'export function add(item: { id: string; [key: string]: unknown }): void {\n  x(item);\n}\n',
        [],
      ],
      [
        'finds a field that is only a getter now',
        'export class Cart {\n  size = 0;\n}\n',
        'export class Cart {\n  get size() {\n    return this.items.length;\n  }\n}\n',
        ['2 The public field `Cart.size` is read-only now: code that sets it no longer compiles.'],
      ],
      [
        'finds a setter that takes less',
        'export class Cart {\n  get size(): string | number {\n    return this.count;\n  }\n  set size(value: string | number) {\n    this.count = value;\n  }\n}\n',
        'export class Cart {\n  get size(): number {\n    return this.count;\n  }\n  set size(value: number) {\n    this.count = value;\n  }\n}\n',
        [
          '5 The public method `Cart.size` has the type `(value: number) => any` instead of `(value: string | number) => any`: code that sets it no longer compiles.',
        ],
      ],
      [
        'leaves a field alone that has a getter and a setter now',
        'export class Cart {\n  size: number = 0;\n}\n',
        'export class Cart {\n  get size(): number {\n    return this.items.length;\n  }\n  set size(value: number) {\n    this.items.length = value;\n  }\n}\n',
        [],
      ],
      [
        'finds a function without written types that gave a number and gives a promise',
        'export function count(text: string) {\n  return text.length;\n}\n',
        'export async function count(text: string) {\n  return text.length;\n}\n',
        ['1 The public function `count` is asynchronous now: callers get a promise instead of the value.'],
      ],
    ],
    library,
  );

  fileCases(
    changedTypeHierarchy,
    'src/index.ts',
    [
      [
        'finds a property that a type leaves out now',
        `${item}export type Shown = Item;\n`,
        `${item}export type Shown = Omit<Item, "price">;\n`,
        ['5 The public type alias `Shown` no longer has `price`: code that uses it no longer compiles.'],
      ],
      [
        'finds a key that a record no longer has',
        "export type Prices = Record<'net' | 'gross', number>;\n",
        "export type Prices = Record<'net', number>;\n",
        ['1 The public type alias `Prices` no longer has `gross`: code that uses it no longer compiles.'],
      ],
      [
        'leaves a type alone that picks what it had',
        'export interface Shown {\n  id: string;\n}\n',
        `${item}export type Shown = Pick<Item, "id">;\n`,
        [],
      ],
    ],
    library,
  );

  fileCases(
    removedPublicSymbol,
    'src/index.ts',
    [
      [
        'leaves a property alone that the type has from another now',
        'export interface Options {\n  retry?: number;\n  method?: string;\n}\n',
        'export type OwnOptions = {\n  retry?: number;\n};\nexport interface Options extends OwnOptions, Omit<RequestInit, "body"> {\n  method?: string;\n}\n',
        [],
      ],
      [
        'finds a property that no type above has',
        'export interface Options {\n  retry?: number;\n  method?: string;\n}\n',
        'export type OwnOptions = {\n  retries?: number;\n};\nexport interface Options extends OwnOptions {\n  method?: string;\n}\n',
        ['1 The public field `Options.retry` is gone: code that uses it breaks.'],
      ],
      [
        'leaves a mapped type alone that is written out now',
        "export type Prices = { [K in 'net' | 'gross']: number };\n",
        'export type Prices = { net: number; gross: number };\n',
        [],
      ],
    ],
    library,
  );

  fileCases(
    changedConstant,
    'src/index.ts',
    [
      [
        'finds the first member of an enum that has another number',
        'export enum State {\n  Open,\n  Paid,\n}\n',
        'export enum State {\n  Draft,\n  Open,\n  Paid,\n}\n',
        ['3 The public enum constant `State.Open` is 1 instead of 0: what was compiled, stored or sent with the old value no longer fits.'],
      ],
      [
        'leaves members alone that come after all others, or whose number is written now',
        'export enum State {\n  Open,\n  Paid,\n}\n',
        'export enum State {\n  Open = 0,\n  Paid = 1,\n  Sent,\n}\n',
        [],
      ],
      [
        'leaves words in another order alone',
        "export enum State {\n  Open = 'open',\n  Paid = 'paid',\n}\n",
        "export enum State {\n  Paid = 'paid',\n  Open = 'open',\n}\n",
        [],
      ],
    ],
    library,
  );
});
