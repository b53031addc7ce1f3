import type { Machine } from '../machine.ts';
import { memberOf } from '../members.ts';
import { itemsOf } from '../iteration.ts';
import { numberOf, primitiveOf, textOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import { isThing, longestList, Thing, unclear, Unclear, type Callable, type Value } from '../value.ts';
import { ofHost, plainFunctions } from './functions.ts';

/* The types that a script makes its values of, each with what it offers itself. */

export function errorType(realm: Realm, name: string): Thing {
  const type = realm.native((_, given) => {
    const fresh = new Thing(realm.errors.get(name) ?? realm.object);
    type.construct?.(fresh, given);
    return fresh;
  });
  const parent = name === 'Error' ? realm.object : (realm.errors.get('Error') ?? realm.object);
  const prototype = new Thing(parent);
  prototype.properties.set('name', name);
  prototype.properties.set('message', '');
  prototype.properties.set('constructor', type);
  prototype.properties.set(
    'toString',
    realm.native((self) => `${textOf(realm, memberOf(realm, self, 'name'))}: ${textOf(realm, memberOf(realm, self, 'message'))}`),
  );
  prototype.hidden = new Set(prototype.properties.keys());
  realm.errors.set(name, prototype);
  type.properties.set('prototype', prototype);
  type.properties.set(
    'captureStackTrace',
    realm.native(() => undefined),
  );
  type.properties.set('name', name);
  type.construct = (fresh, [message]) => {
    if (message !== undefined) fresh.properties.set('message', message === unclear ? unclear : textOf(realm, message));
    fresh.properties.set('stack', unclear);
    fresh.hidden = new Set([...fresh.hidden, 'message', 'stack']);
    return undefined;
  };
  return type;
}

export function arrayType(machine: Machine): Thing {
  const { realm } = machine;
  const made: Callable = (_, given) => {
    const [size] = given;
    if (given.length !== 1 || typeof size !== 'number') return realm.list(given);
    if (size > longestList) throw new Unclear('a long list');
    const list = realm.list([]);
    list.elements = new Array<Value>(size);
    return list;
  };
  const type = realm.native(made);
  type.construct = (fresh, given) => {
    const list = made(undefined, given);
    if (isThing(list)) fresh.elements = list.elements ?? [];
    return undefined;
  };
  type.properties.set('prototype', realm.array);
  type.properties.set(
    'isArray',
    realm.native((_, [value]) => (value === unclear ? unclear : isThing(value) && value.elements !== undefined)),
  );
  type.properties.set(
    'of',
    realm.native((_, given) => realm.list(given)),
  );
  type.properties.set(
    'from',
    realm.native((_, [value, callback]) => {
      const length = isThing(value) && !value.elements && !value.set && !value.map ? memberOf(realm, value, 'length') : undefined;
      if (length !== undefined && (typeof length !== 'number' || length > longestList)) throw new Unclear('a long list');
      const items = length === undefined ? itemsOf(value) : Array.from({ length }, () => undefined);
      return realm.list(callback === undefined ? items : items.map((each, index) => machine.call(callback, undefined, [each, index])));
    }),
  );
  return type;
}

export function textType(realm: Realm): Thing {
  const type = realm.native((_, given) => {
    const [value] = given;
    if (given.length === 0 || value === unclear) return value === unclear ? unclear : '';
    return isThing(value) && value.symbol ? `Symbol(${value.symbol.description})` : textOf(realm, value);
  });
  type.construct = () => unclear;
  type.properties.set('prototype', realm.string);
  type.properties.set(
    'fromCharCode',
    realm.native((_, codes) => (codes.includes(unclear) ? unclear : String.fromCharCode(...codes.map((code) => numberOf(realm, code))))),
  );
  type.properties.set(
    'fromCodePoint',
    realm.native((_, codes) => (codes.includes(unclear) ? unclear : String.fromCodePoint(...codes.map((code) => numberOf(realm, code))))),
  );
  return type;
}

export function numberType(realm: Realm): Thing {
  const type = realm.native((_, given) =>
    given[0] === unclear ? unclear : given.length === 0 ? 0 : Number(primitiveOf(realm, given[0], 'default')),
  );
  type.construct = () => unclear;
  type.properties.set('prototype', realm.number);
  const asking: Readonly<Record<string, (value: unknown) => boolean>> = { isInteger: Number.isInteger, isFinite: Number.isFinite, isNaN: Number.isNaN, isSafeInteger: Number.isSafeInteger }; // prettier-ignore
  for (const [name, ask] of Object.entries(asking))
    type.properties.set(
      name,
      realm.native((_, [value]) => (value === unclear ? unclear : ask(value))),
    );
  for (const name of ['MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER', 'MAX_VALUE', 'MIN_VALUE', 'EPSILON', 'POSITIVE_INFINITY', 'NEGATIVE_INFINITY', 'NaN'] as const) type.properties.set(name, Number[name]); // prettier-ignore
  for (const name of ['parseInt', 'parseFloat'] as const)
    type.properties.set(
      name,
      realm.native((_, given) => ofHost(realm, plainFunctions[name] ?? (() => unclear), given)),
    );
  return type;
}

export function patternType(realm: Realm): Thing {
  const made: Callable = (_, [source, flags]) => {
    if (source === unclear || flags === unclear) return unclear;
    if (isThing(source) && source.pattern)
      return realm.expression(source.pattern.source, flags === undefined ? source.pattern.flags : textOf(realm, flags));
    return realm.expression(textOf(realm, source), flags === undefined ? '' : textOf(realm, flags));
  };
  const type = realm.native(made);
  type.construct = (_, given) => made(undefined, given);
  type.properties.set('prototype', realm.regex);
  return type;
}

export function functionType(realm: Realm): Thing {
  const type = realm.native(() => unclear);
  type.properties.set('prototype', realm.function);
  return type;
}
