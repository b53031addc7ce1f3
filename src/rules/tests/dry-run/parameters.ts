import { remembered } from '../../../base/remembered.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { ParameterFact } from '../../../code/facts.ts';
import { boundNames } from '../../../code/flow/pattern.ts';
import { hasOwn, keysOf, memberOf } from './members.ts';
import type { Realm } from './realm.ts';
import type { Scope } from './scope.ts';
import { isThing, Unclear, unclear, type Value } from './value.ts';

/** A parameter, or what else a value is bound to. */
export interface Binding {
  readonly pattern: string;
  readonly rest: boolean;
  /** As written. */
  readonly default?: string | undefined;
}

export function declaredParameters(parameters: readonly ParameterFact[]): readonly Binding[] {
  return parameters
    .filter(({ name }) => name !== 'this')
    .map(({ name, rest, default: value }) => ({ pattern: name, rest, default: value }));
}

/** The parameters of a function within a body: neutral code has their names, the rest stands in the text. */
export const writtenParameters = remembered((names: readonly string[], header: string): readonly Binding[] => {
  let at = 0;
  return names.map((pattern) => {
    const start = placeOf(pattern, header, at);
    if (start < 0) return { pattern, rest: false };
    at = start + pattern.length;
    const written = defaultAfter(header.slice(at));
    return { pattern, rest: header.slice(0, start).trimEnd().endsWith('...'), default: written };
  });
});

/** What stands after the `=` that follows a parameter and its type. */
function defaultAfter(text: string): string | undefined {
  let left = text.trimStart();
  if (left.startsWith('?')) left = left.slice(1).trimStart();
  if (left.startsWith(':')) left = left.slice(/^[^=,()]*/.exec(left)?.[0].length);
  return /^=(?![=>])/.test(left) ? left.slice(1).trimStart().split('\n', 1)[0] : undefined;
}

function placeOf(pattern: string, header: string, from: number): number {
  let at = header.indexOf(pattern, from);
  const isInWord = (place: number): boolean => /[\w$]/.test(header[place] ?? '');
  while (at >= 0 && /^[\w$]/.test(pattern) && (isInWord(at - 1) || isInWord(at + pattern.length))) at = header.indexOf(pattern, at + 1);
  return at;
}

/** Hands out what a function is given. */
export function bindParameters(parameters: readonly Binding[], given: readonly Value[], scope: Scope, realm: Realm): void {
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.rest) bind(parameter.pattern, realm.list(given.slice(index)), scope, realm);
    else bind(parameter.pattern, given[index] === undefined ? defaultOf(parameter.default, scope, realm) : given[index], scope, realm);
  }
}

/** Simple values only. */
function defaultOf(written: string | undefined, scope: Scope, realm: Realm): Value {
  if (written === undefined) return undefined;
  const text = /^(?:'[^'\\]*'|"[^"\\]*"|\[\s*\]|\{\s*\}|-?[\w$.]+)(?=\s*(?:[,)}\]]|$))/.exec(written.trim())?.[0];
  if (text === undefined) return unclear;
  if (text.startsWith('[')) return realm.list([]);
  if (text.startsWith('{')) return realm.plain();
  if (/^['"]/.test(text)) return text.slice(1, -1);
  if (/^-?\d/.test(text)) return Number(text.replace(/_/g, ''));
  if (words.has(text)) return words.get(text);
  const [first = '', ...path] = text.split('.');
  if (!/^[A-Za-z_$]/.test(first)) return unclear;
  return path.reduce<Value>((value, name) => memberOf(realm, value, name), scope.read(first));
}

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

/** Takes a value apart, as its pattern says. */
export function bind(pattern: string, value: Value, scope: Scope, realm: Realm, declare = true): void {
  const put = (name: string, part: Value): void => {
    if (declare) scope.declare(name, part);
    else scope.assign(name, part);
  };
  const parts = boundNames(pattern);
  if (parts.length === 0) throw new Unclear('a pattern');
  for (const { name, path, rest } of parts) {
    const holder = path.reduce<Value>((at, key) => (at === unclear ? unclear : partOf(realm, at, key)), value);
    if (rest) put(name, restOf(realm, holder, path.length, parts));
    else put(name, holder === undefined && path.length > 0 ? defaultIn(pattern, name, scope, realm) : holder);
  }
}

function partOf(realm: Realm, value: Value, key: string): Value {
  return /^\d+$/.test(key) && isThing(value) && value.set ? [...value.set][Number(key)] : memberOf(realm, value, key);
}

function defaultIn(pattern: string, name: string, scope: Scope, realm: Realm): Value {
  const written = new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}\\s*=(?!=)\\s*(.*)`, 's').exec(pattern)?.[1];
  return defaultOf(written, scope, realm);
}

function restOf(realm: Realm, value: Value, depth: number, parts: ReturnType<typeof boundNames>): Value {
  if (!isThing(value)) return value === unclear ? unclear : realm.list([]);
  const taken = new Set(parts.flatMap(({ path, rest }) => (rest ? [] : [path[depth] ?? ''])));
  if (value.elements) return realm.list(value.elements.slice(taken.size));
  const left = realm.plain();
  for (const key of keysOf(value)) if (!taken.has(key) && hasOwn(value, key)) left.properties.set(key, memberOf(realm, value, key));
  return left;
}

/** The text of a function before its body. */
export function headerOf({ text }: SourceFile, range: TextRange, body: readonly { readonly range: TextRange }[]): string {
  return text.slice(range.start, body[0]?.range.start ?? range.end);
}

const arrows = new WeakMap<object, boolean>();

/** Whether a function expression takes `this` from where it stands. */
export function isArrow(node: object, header: string): boolean {
  const known =
    arrows.get(node) ?? (!/^(?:async\s+)?function\b/.test(header) && header.includes('=>') && !/^(?!async\b)[\w$'"#]+\s*\(/.test(header));
  arrows.set(node, known);
  return known;
}

/** Whether code gives one value after another. */
export const isGenerator = remembered((_node: object, header: string): boolean =>
  /^(?:static\s+)?(?:async\s+)?(?:function\s*)?\*/.test(header),
);
