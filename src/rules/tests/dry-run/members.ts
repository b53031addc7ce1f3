import type { Realm } from './realm.ts';
import type { Thing } from './value.ts';
import { AccessorProperty, foreign, isThing, longestList, unclear, Unclear, type Value } from './value.ts';

/** The property of a value; what a primitive has stands at its prototype. */
export function memberOf(realm: Realm, object: Value, name: string): Value {
  if (object === unclear) return unclear;
  if (object === undefined || object === null)
    throw realm.error('TypeError', `Cannot read properties of ${String(object)} (reading '${name}')`);
  if (!isThing(object)) return ofPrimitive(realm, object, name);
  const own = ofElements(object, name);
  if (own) return own.value;
  return inherited(object, object, name);
}

function ofPrimitive(realm: Realm, object: string | number | boolean | bigint, name: string): Value {
  if (typeof object === 'string') {
    if (name === 'length') return object.length;
    if (/^\d{1,9}$/.test(name)) return object[Number(name)];
  }
  const prototype = typeof object === 'string' ? realm.string : typeof object === 'number' ? realm.number : realm.boolean;
  return inherited(prototype, object, name);
}

function ofElements({ elements, pattern, arity }: Thing, name: string): { readonly value: Value } | undefined {
  if (arity !== undefined && name === 'length') return { value: arity };
  if (elements) {
    if (name === 'length') return { value: elements.length };
    if (/^\d{1,9}$/.test(name)) return { value: elements[Number(name)] };
  }
  if (!pattern) return undefined;
  if (name === 'lastIndex') return { value: pattern.lastIndex };
  if (name === 'source' || name === 'flags' || name === 'global') return { value: pattern[name] };
  return undefined;
}

/** What an object has under a name, itself or by inheritance. */
export function lookedUp(object: Thing, name: string): Value {
  return ofElements(object, name)?.value ?? inherited(object, object, name);
}

/** What an object has for another one that inherits from it. */
export function inherited(start: Thing, self: Value, name: string): Value {
  for (let at: Thing | null = start; at; at = at.prototype) {
    const property = at.properties.get(name);
    if (property instanceof AccessorProperty) return property.get ? property.get(self, []) : undefined;
    if (property !== undefined || at.properties.has(name)) return property;
    if (at.isOpen) return at.isOfNode ? foreign() : unclear;
  }
  return name === '__proto__' ? start.prototype : undefined;
}

export function setMember(realm: Realm, object: Value, name: string, value: Value): void {
  if (object === unclear) return;
  if (object === undefined || object === null)
    throw realm.error('TypeError', `Cannot set properties of ${String(object)} (setting '${name}')`);
  if (!isThing(object) || object.isFrozen) return;
  if (name === '__proto__') {
    if (value !== null && !isThing(value)) throw new Unclear('a prototype that is set');
    object.prototype = value;
    return;
  }
  if (object.elements && setElement(object.elements, name, value)) return;
  if (object.pattern && name === 'lastIndex' && typeof value === 'number') object.pattern.lastIndex = value;
  const setter = accessorOf(object, name);
  if (!setter) object.properties.set(name, value);
  else setter.set?.(object, [value]);
}

function setElement(elements: Value[], name: string, value: Value): boolean {
  if (name === 'length' && typeof value === 'number' && value <= longestList) {
    elements.length = value;
    return true;
  }
  if (!/^\d{1,9}$/.test(name)) return false;
  if (Number(name) > longestList) throw new Unclear('a long list');
  elements[Number(name)] = value;
  return true;
}

function accessorOf(object: Thing, name: string): AccessorProperty | undefined {
  for (let at: Thing | null = object; at; at = at.prototype) {
    const property = at.properties.get(name);
    if (property instanceof AccessorProperty) return property;
    if (property !== undefined) return undefined;
  }
  return undefined;
}

/** The names of an object's own properties that can be gone through, in order. */
export function keysOf(object: Value): readonly string[] {
  if (typeof object === 'string') return Array.from(object, (_, index) => String(index));
  if (!isThing(object)) return [];
  if (object.isOpen) throw new Unclear('the properties of what is not known');
  const indices = object.elements?.flatMap((_, index) => [String(index)]) ?? [];
  const names = [...object.properties.keys()].filter((name) => !object.hidden.has(name) && !/^(?:#|@@)/.test(name));
  const numbers = names.filter((name) => /^\d{1,9}$/.test(name)).sort((a, b) => Number(a) - Number(b));
  return [...indices, ...numbers, ...names.filter((name) => !/^\d{1,9}$/.test(name))];
}

export function hasOwn(object: Value, name: string): boolean {
  if (!isThing(object)) return typeof object === 'string' && (name === 'length' || Number(name) < object.length);
  if (object.isOpen && !object.properties.has(name)) throw new Unclear('a property of what is not known');
  return object.properties.has(name) || (object.elements !== undefined && (name === 'length' || name in object.elements));
}

export function hasMember(object: Value, name: string): boolean {
  if (!isThing(object)) throw new Unclear('a property of what is no object');
  for (let at: Thing | null = object; at; at = at.prototype) if (hasOwn(at, name)) return true;
  return false;
}
