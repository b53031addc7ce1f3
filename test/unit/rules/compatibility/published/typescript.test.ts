import { mapsPublishedIds, type LeftOut, type PublishedCase } from './published.ts';

/** What the tools that compare TypeScript packages publish: the first list as it is, the others with the tools’ names before their ids. */
const tools = {
  apiExtractorTools: `
    entrypoint-removed entrypoint-added export-removed export-added generic-param-removed generic-param-required
    generic-param-with-default generic-constraint-changed generic-param-default-added
    generic-param-default-changed required-param-added optional-param-added param-removed param-type-changed
    param-type-widened return-type-narrowed return-type-changed overload-removed overload-added property-removed
    required-property-added optional-property-added property-type-changed interface-property-became-required
    interface-property-became-optional interface-property-became-readonly interface-property-became-mutable
    interface-method-removed interface-method-signature-changed interface-call-signature-changed
    interface-construct-signature-changed index-signature-changed class-method-became-instance
    class-method-became-static class-method-signature-changed class-property-type-changed
    class-property-became-instance class-property-became-static class-property-became-required
    class-property-became-optional class-property-became-readonly class-property-became-mutable class-method-added
    class-method-removed class-property-removed enum-member-removed enum-member-added enum-member-value-changed
    class-constructor-changed type-alias-changed variable-type-changed type-alias
  `,
  armin: `
    armin/EXPORT_REMOVED armin/INTERFACE_REMOVED armin/ALIASTYPE_REMOVED armin/OPTIONAL_CHANGED
    armin/RETURN_TYPE_CHANGED armin/CLASS_REMOVED armin/FUNCTION_PARAMETER_CHANGED armin/PROPERTY_CHANGED
    armin/CLASS_METHOD_REMOVED armin/CLASS_METHOD_CHANGED armin/FUNCTION_REMOVED armin/ENUM_REMOVED
    armin/ENUM_MEMBERS_CHANGED armin/MODULE_REMOVED armin/VARIABLE_CHANGED_OR_REMOVED armin/PROPERTY_REMOVED
  `,
  tsdiff: `
    tsdiff/export-removed tsdiff/export-added tsdiff/kind-changed tsdiff/type-changed tsdiff/type-incompatible
  `,
};

const path = 'src/index.ts';
const manifest = (exports: string): string => `{"name":"acme","version":"1.2.0","type":"module","exports":${exports}}\n`;
const around = { 'package.json': manifest('{".":"./src/index.ts"}') };
const I = (members: string): string => `export interface I { ${members} }`;
const C = (members: string): string => `export class C { ${members} }`;
const f = (signature: string): string => `export function f${signature} { throw new Error(); }`;

const cases: readonly PublishedCase[] = [
  [
    'entrypoint-removed armin/MODULE_REMOVED',
    {
      'package.json': manifest('{".":"./src/index.ts","./b":"./src/b.ts"}'),
      [path]: 'export const a = 1;\n',
      'src/b.ts': 'export const b = 1;\n',
    },
    { 'package.json': manifest('{".":"./src/index.ts"}'), [path]: 'export const a = 1;\n', 'src/b.ts': 'export const b = 1;\n' },
    ['entrypoint-removed'],
  ],
  [
    'export-removed armin/EXPORT_REMOVED armin/FUNCTION_REMOVED tsdiff/export-removed',
    f('(): void') + ' export function g(): void {}',
    'export function g(): void {}',
    ['function-removed'],
  ],
  ['armin/INTERFACE_REMOVED', I('a: string') + ' export const z = 1;', 'export const z = 1;', ['interface-removed']],
  ['armin/ALIASTYPE_REMOVED', 'export type T = string; export const z = 1;', 'export const z = 1;', ['type-alias-removed']],
  ['armin/CLASS_REMOVED', C('') + ' export const z = 1;', 'export const z = 1;', ['class-removed']],
  ['armin/ENUM_REMOVED', 'export enum E { A } export const z = 1;', 'export const z = 1;', ['enum-removed']],
  ['armin/VARIABLE_CHANGED_OR_REMOVED', 'export const v = 1; export const z = 1;', 'export const z = 1;', ['variable-removed']],
  [
    'generic-param-removed',
    'export interface I<T, U> { t: T; u: U }',
    'export interface I<T> { t: T; u: string }',
    ['generic-param-removed', 'property-type-changed'],
  ],
  ['generic-param-required', 'export interface I<T> { t: T }', 'export interface I<T, U> { t: T; u?: U }', ['generic-param-required']],
  [
    'generic-constraint-changed',
    'export interface I<T> { t: T }',
    'export interface I<T extends string> { t: T }',
    ['generic-constraint-changed'],
  ],
  [
    'generic-param-default-changed',
    'export interface I<T = string> { t: T }',
    'export interface I<T = number> { t: T }',
    ['generic-param-default-changed'],
  ],
  [
    'required-param-added armin/FUNCTION_PARAMETER_CHANGED',
    f('(a: string): void'),
    f('(a: string, b: string): void'),
    ['required-param-added'],
  ],
  ['param-removed', f('(a: string, b: string): void'), f('(a: string): void'), ['param-removed']],
  ['param-type-changed', f('(a: string): void'), f('(a: number): void'), ['param-type-changed']],
  ['return-type-changed armin/RETURN_TYPE_CHANGED', f('(): string'), f('(): number'), ['return-type-changed']],
  [
    'overload-removed',
    'export function f(a: string): void; export function f(a: number): void; export function f(a: unknown): void {}',
    'export function f(a: string): void; export function f(a: unknown): void {}',
    ['overload-removed'],
  ],
  ['property-removed armin/PROPERTY_REMOVED', I('a: string; b: string'), I('b: string'), ['field-removed']],
  [
    'required-property-added',
    f('(o: I): void') + I('a: string'),
    f('(o: I): void') + I('a: string; b: string'),
    ['required-property-added'],
  ],
  [
    'property-type-changed armin/PROPERTY_CHANGED tsdiff/type-changed tsdiff/type-incompatible',
    I('a: string'),
    I('a: number'),
    ['property-type-changed'],
  ],
  [
    'interface-property-became-required',
    f('(o: I): void') + I('a?: string'),
    f('(o: I): void') + I('a: string'),
    ['property-became-required'],
  ],
  ['interface-property-became-optional armin/OPTIONAL_CHANGED', I('a: string'), I('a?: string'), ['property-became-optional']],
  ['interface-property-became-readonly', I('a: string'), I('readonly a: string'), ['property-became-readonly']],
  ['interface-method-removed', I('m(): void; n(): void'), I('n(): void'), ['method-removed']],
  ['interface-method-signature-changed', I('m(a: string): void'), I('m(a: number): void'), ['param-type-changed']],
  ['interface-call-signature-changed', I('(a: string): void'), I('(a: number): void'), ['param-type-changed']],
  ['interface-construct-signature-changed', I('new (a: string): object'), I('new (a: number): object'), ['param-type-changed']],
  ['index-signature-changed', I('[key: string]: string'), I('[key: string]: number'), ['property-type-changed']],
  ['class-method-became-instance', C('static m(): void {}'), C('m(): void {}'), ['member-became-instance']],
  ['class-method-became-static', C('m(): void {}'), C('static m(): void {}'), ['member-became-static']],
  [
    'class-method-signature-changed armin/CLASS_METHOD_CHANGED',
    C('m(a: string): void {}'),
    C('m(a: number): void {}'),
    ['param-type-changed'],
  ],
  ['class-property-type-changed', C('p: string = "";'), C('p: number = 1;'), ['property-type-changed']],
  ['class-property-became-instance', C('static p: string = "";'), C('p: string = "";'), ['member-became-instance']],
  ['class-property-became-static', C('p: string = "";'), C('static p: string = "";'), ['member-became-static']],
  ['class-property-became-optional', C('p: string = "";'), C('p?: string = "";'), ['property-became-optional']],
  ['class-property-became-readonly', C('p: string = "";'), C('readonly p: string = "";'), ['property-became-readonly']],
  ['class-method-removed armin/CLASS_METHOD_REMOVED', C('m(): void {} n(): void {}'), C('n(): void {}'), ['method-removed']],
  ['class-property-removed', C('p: string = ""; q = 1;'), C('q = 1;'), ['field-removed']],
  [
    'enum-member-removed armin/ENUM_MEMBERS_CHANGED',
    'export enum E { A = "a", B = "b" }',
    'export enum E { A = "a" }',
    ['enum-constant-removed'],
  ],
  ['enum-member-value-changed', 'export enum E { A = "a" }', 'export enum E { A = "b" }', ['enum-member-value-changed']],
  ['enum-member-added', f('(): E') + 'export enum E { A = "a" }', f('(): E') + 'export enum E { A = "a", B = "b" }', []],
  ['class-constructor-changed', C('constructor(a: string) {}'), C('constructor(a: number) {}'), ['param-type-changed']],
  ['type-alias-changed type-alias', 'export type T = string;', 'export type T = number;', ['type-alias-changed']],
  ['variable-type-changed', 'export const v: string = "";', 'export const v: number = 1;', ['variable-type-changed']],
  ['tsdiff/kind-changed', 'export class X {}', 'export interface X {}', ['kind-changed']],
  ['class-property-became-required', C('p?: string;'), C('p: string = "";'), ['property-became-required']],
];

const leftOut: readonly LeftOut[] = [
  {
    rule: 'compatibility/changed-signature',
    says: 'what is only added',
    ids: 'entrypoint-added export-added tsdiff/export-added generic-param-with-default optional-param-added overload-added optional-property-added class-method-added enum-member-added',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'what callers may do more, or get less of',
    ids: 'generic-param-default-added param-type-widened return-type-narrowed interface-property-became-mutable class-property-became-mutable',
  },
];

describe('published ids of changes of a TypeScript API', () => {
  mapsPublishedIds({ path, around }, tools, cases, leftOut);
});
