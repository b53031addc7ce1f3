import type { Machine } from '../machine.ts';
import { keysOf, memberOf } from '../members.ts';
import type { Realm } from '../realm.ts';
import { textOf } from '../operators.ts';
import { isThing, unclear, Unclear, type Value } from '../value.ts';
import { converted } from './texts.ts';

const deepest = 30;

/** `JSON.stringify`, without a function that replaces. */
export function toJson(machine: Machine, value: Value, replacer: Value, indent: Value): Value {
  if (value === unclear || (replacer !== undefined && replacer !== null) || isThing(indent) || indent === unclear) return unclear;
  const plain = plainOf(machine, value, 0);
  return JSON.stringify(plain, undefined, typeof indent === 'number' || typeof indent === 'string' ? indent : undefined);
}

function plainOf(machine: Machine, value: Value, depth: number): unknown {
  if (value === unclear || depth > deepest) throw new Unclear('a text of what is not known');
  machine.realm.spend(typeof value === 'string' ? 1 + (value.length >> 6) : 1);
  if (!isThing(value)) return value;
  const { realm } = machine;
  const own = memberOf(realm, value, 'toJSON');
  if (isThing(own)) return plainOf(machine, machine.call(own, value, []), depth + 1);
  if (value.call || value.isSymbol) return undefined;
  if (value.elements) return value.elements.map((each) => plainOf(machine, each, depth + 1));
  if (value.date) return value.date;
  return Object.fromEntries(keysOf(value).map((key) => [key, plainOf(machine, memberOf(realm, value, key), depth + 1)]));
}

export function fromJson(realm: Realm, text: Value): Value {
  if (text === unclear) return unclear;
  try {
    return deeply(realm, JSON.parse(textOf(realm, text)));
  } catch (error) {
    if (error instanceof SyntaxError) throw realm.error('SyntaxError', error.message);
    throw error;
  }
}

function deeply(realm: Realm, value: unknown): Value {
  if (Array.isArray(value)) return realm.list(value.map((each) => deeply(realm, each)));
  if (typeof value !== 'object' || value === null) return converted(realm, value);
  return realm.plain(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deeply(realm, each)])));
}
