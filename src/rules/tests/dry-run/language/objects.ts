import { attempted } from '../expressions.ts';
import { addAccessor } from '../object-literals.ts';
import type { Machine } from '../machine.ts';
import { hasOwn, keysOf, lookedUp, memberOf, setMember } from '../members.ts';
import { itemsOf } from '../iteration.ts';
import { propertyKey } from '../operators.ts';
import type { Realm } from '../realm.ts';
import { symbolsOf } from './symbols.ts';
import { AccessorProperty, isThing, Thing, unclear, Unclear, type Callable, type Value } from '../value.ts';

/** `Object` and what all objects and functions have. */
export function objectType(machine: Machine): Thing {
  const { realm } = machine;
  const type = realm.native((_, [value]) => (isThing(value) ? value : value === undefined || value === null ? realm.plain() : unclear));
  type.construct = (fresh) => fresh;
  type.properties.set('prototype', realm.object);
  type.properties.set('name', 'Object');
  type.hidden = new Set(['prototype', 'name']);
  for (const [name, call] of Object.entries(ofObject(machine))) type.properties.set(name, realm.native(call));
  for (const [name, call] of ofAll(machine)) realm.object.properties.set(name, realm.native(call));
  realm.object.properties.set('constructor', type);
  realm.object.hidden = new Set(realm.object.properties.keys());
  for (const [name, call] of ofFunctions(machine)) realm.function.properties.set(name, realm.native(call));
  return type;
}

function ofObject({ realm }: Machine): Readonly<Record<string, Callable>> {
  return {
    keys: (_, [value]) => (value === unclear ? unclear : realm.list(keysOf(value))),
    values: (_, [value]) => (value === unclear ? unclear : realm.list(keysOf(value).map((key) => memberOf(realm, value, key)))),
    entries: (_, [value]) =>
      value === unclear ? unclear : realm.list(keysOf(value).map((key) => realm.list([key, memberOf(realm, value, key)]))),
    assign: (_, [target, ...others]) => {
      if (!isThing(target)) throw new Unclear('what is assigned to');
      for (const other of others) {
        if (other === unclear || (isThing(other) && other.isOpen)) target.isOpen = true;
        else for (const key of keysOf(other)) setMember(realm, target, key, memberOf(realm, other, key));
      }
      return target;
    },
    create: (_, [prototype, described]) => {
      if (prototype === unclear || (prototype !== null && !isThing(prototype))) throw new Unclear('a prototype');
      const made = new Thing(prototype);
      if (isThing(described)) for (const key of keysOf(described)) defineProperty(made, key, memberOf(realm, described, key), realm);
      return made;
    },
    freeze: (_, [value]) => {
      if (isThing(value)) value.isFrozen = true;
      return value;
    },
    seal: (_, [value]) => value,
    preventExtensions: (_, [value]) => value,
    isFrozen: (_, [value]) => (value === unclear ? unclear : !isThing(value) || value.isFrozen),
    getPrototypeOf: (_, [value]) => (isThing(value) ? value.prototype : unclear),
    setPrototypeOf: (_, [value, prototype]) => {
      if (!isThing(value) || (prototype !== null && !isThing(prototype))) throw new Unclear('a prototype');
      value.prototype = prototype;
      return value;
    },
    fromEntries: (_, [pairs]) => {
      const made = realm.plain();
      for (const pair of itemsOf(pairs)) made.properties.set(propertyKey(realm, memberOf(realm, pair, '0')), memberOf(realm, pair, '1'));
      return made;
    },
    getOwnPropertyNames: (_, [value]) => (isThing(value) && !value.isOpen ? realm.list([...value.properties.keys()]) : unclear),
    is: (_, [one, other]) => (one === unclear || other === unclear ? unclear : Object.is(one, other)),
    hasOwn: (_, [value, key]) => (value === unclear ? unclear : hasOwn(value, propertyKey(realm, key))),
    defineProperty: (_, [value, key, description]) => {
      if (!isThing(value)) throw new Unclear('a property');
      defineProperty(value, propertyKey(realm, key), description, realm);
      return value;
    },
    defineProperties: (_, [value, described]) => {
      if (!isThing(value)) throw new Unclear('properties');
      for (const key of keysOf(described)) defineProperty(value, key, memberOf(realm, described, key), realm);
      return value;
    },
    getOwnPropertySymbols: (_, [value]) => (value === unclear ? unclear : realm.list(symbolsOf(realm, value))),
    getOwnPropertyDescriptor: (_, [value, key]) =>
      isThing(value) && key !== unclear ? descriptionOf(realm, value, propertyKey(realm, key)) : unclear,
    getOwnPropertyDescriptors: (_, [value]) =>
      isThing(value) && !value.isOpen
        ? realm.plain(Object.fromEntries([...value.properties.keys()].map((key) => [key, descriptionOf(realm, value, key)])))
        : unclear,
    isExtensible: (_, [value]) => isThing(value) && !value.isFrozen,
    isSealed: (_, [value]) => isThing(value) && value.isFrozen,
  };
}

/** What a description does not say stays as it is. */
function defineProperty(value: Thing, key: string, description: Value, realm: Machine['realm']): void {
  const isKnown = value.properties.has(key);
  const [get, set] = ['get', 'set'].map((name) => memberOf(realm, description, name));
  if (isThing(get)) addAccessor(value, key, 'get', get);
  if (isThing(set)) addAccessor(value, key, 'set', set);
  if (!isThing(get) && !isThing(set) && (!isKnown || hasOwn(description, 'value')))
    setPlainly(value, key, memberOf(realm, description, 'value'));
  const isListed = memberOf(realm, description, 'enumerable');
  if (isListed === undefined && isKnown) return;
  const hidden = new Set(value.hidden);
  if (isListed === true) hidden.delete(key);
  else hidden.add(key);
  value.hidden = hidden;
}

function setPlainly(to: Thing, key: string, value: Value): void {
  if (to.elements && /^\d{1,4}$/.test(key)) to.elements[Number(key)] = value;
  else to.properties.set(key, value);
}

function descriptionOf(realm: Realm, value: Thing, key: string): Value {
  if (!hasOwn(value, key)) return undefined;
  const held = value.properties.get(key);
  const enumerable = !value.hidden.has(key);
  const native = (call: Callable | undefined): Value => call && realm.native(call);
  if (held instanceof AccessorProperty)
    return realm.plain({ get: native(held.get), set: native(held.set), enumerable, configurable: true });
  return realm.plain({ value: memberOf(realm, value, key), writable: !value.isFrozen, enumerable, configurable: !value.isFrozen });
}

function ofAll({ realm }: Machine): ReadonlyMap<string, Callable> {
  return new Map<string, Callable>([
    ['hasOwnProperty', (self, [key]) => (self === unclear || key === unclear ? unclear : hasOwn(self, propertyKey(realm, key)))],
    [
      'propertyIsEnumerable',
      (self, [key]) => (self === unclear || key === unclear ? unclear : keysOf(self).includes(propertyKey(realm, key))),
    ],
    ['isPrototypeOf', isPrototype],
    ['toString', (self) => tagOf(self)],
    ['toLocaleString', () => unclear],
    ['valueOf', (self) => self],
  ]);
}

const isPrototype: Callable = (self, [value]) => {
  for (let at = isThing(value) ? value.prototype : null; at; at = at.prototype) if (at === self) return true;
  return false;
};

function tagOf(self: Value): Value {
  if (self === unclear) return unclear;
  if (!isThing(self)) return Object.prototype.toString.call(self);
  if (self.isOpen) return unclear;
  const tag = lookedUp(self, '@@toStringTag');
  if (typeof tag === 'string') return `[object ${tag}]`;
  if (self.elements) return '[object Array]';
  if (self.call) return '[object Function]';
  if (self.pattern) return '[object RegExp]';
  if (self.date) return '[object Date]';
  return self.map ? '[object Map]' : self.set ? '[object Set]' : self.settled ? '[object Promise]' : '[object Object]';
}

function ofFunctions(machine: Machine): ReadonlyMap<string, Callable> {
  const { realm } = machine;
  return new Map<string, Callable>([
    ['call', (self, [about, ...given]) => machine.call(self, about, given)],
    ['apply', (self, [about, given]) => machine.call(self, about, given === undefined || given === null ? [] : itemsOf(given))],
    ['bind', (self, [about, ...first]) => realm.native((_, given) => machine.call(self, about, [...first, ...given]))],
    ['toString', (self) => (isThing(self) && !self.isOpen ? (self.source ?? nativeSource(self)) : unclear)],
  ]);
}

/** What the language brings is not written in it. */
function nativeSource(self: Thing): string {
  const name = self.held('name');
  return `function ${typeof name === 'string' ? name : ''}() { [native code] }`;
}

/** `Map`, `Set` and their weak kinds. */
export function collections(machine: Machine): Readonly<Record<string, Thing>> {
  const map = collection(machine, machine.realm.map, (fresh) => {
    fresh.map = new Map();
  });
  const set = collection(machine, machine.realm.set, (fresh) => {
    fresh.set = new Set();
  });
  for (const [name, call] of Object.entries(ofCollections(machine))) {
    machine.realm.map.properties.set(name, machine.realm.native(call));
    machine.realm.set.properties.set(name, machine.realm.native(call));
  }
  for (const [prototype, way] of [
    [machine.realm.map, 'entries'],
    [machine.realm.set, 'values'],
  ] as const) {
    prototype.properties.set('@@iterator', prototype.held(way));
    addAccessor(
      prototype,
      'size',
      'get',
      machine.realm.native((self) => sizeOf(self)),
    );
    prototype.hidden = new Set(prototype.properties.keys());
  }
  machine.realm.memory = machine.realm.native(() => machine.construct(map, []));
  machine.realm.memory.construct = () => machine.construct(map, []);
  machine.realm.memory.properties.set('default', machine.realm.memory);
  return { Map: map, WeakMap: map, Set: set, WeakSet: set };
}

function* pairsOf(realm: Realm, { map, set }: Thing): Generator<Value, undefined> {
  for (const [key, value] of map ?? set?.entries() ?? []) yield realm.list([key, value]);
}

function sizeOf(self: Value): Value {
  return isThing(self) ? (self.map?.size ?? self.set?.size) : unclear;
}

function collection({ realm }: Machine, prototype: Thing, begin: (fresh: Thing) => void): Thing {
  const type = realm.native(() => {
    throw realm.error('TypeError', 'Constructor requires new');
  });
  type.properties.set('prototype', prototype);
  type.construct = (fresh, [items]) => {
    begin(fresh);
    for (const item of items === undefined || items === null ? [] : itemsOf(items)) {
      if (fresh.set) fresh.set.add(item);
      else fresh.map?.set(memberOf(realm, item, '0'), memberOf(realm, item, '1'));
    }
    return undefined;
  };
  return type;
}

function ofCollections(machine: Machine): Readonly<Record<string, Callable>> {
  const { realm } = machine;
  const checked = (self: Value, key: Value): Thing => {
    if (!isThing(self) || key === unclear) throw new Unclear('a collection');
    return self;
  };
  return {
    get: (self, [key]) => checked(self, key).map?.get(key),
    has: (self, [key]) => checked(self, key).map?.has(key) ?? checked(self, key).set?.has(key),
    set: (self, [key, value]) => (checked(self, key).map?.set(key, value), self),
    add: (self, [value]) => (checked(self, value).set?.add(value), self),
    delete: (self, [key]) => checked(self, key).map?.delete(key) ?? checked(self, key).set?.delete(key),
    clear: (self) => (checked(self, 0).map?.clear(), checked(self, 0).set?.clear(), undefined),
    keys: (self) => realm.iterating(checked(self, 0).map?.keys() ?? checked(self, 0).set?.keys() ?? []),
    values: (self) => realm.iterating(checked(self, 0).map?.values() ?? checked(self, 0).set?.values() ?? []),
    entries: (self) => realm.iterating(pairsOf(realm, checked(self, 0))),
    forEach: (self, [callback]) => {
      const { map, set } = checked(self, 0);
      if (map) for (const [key, value] of map) machine.call(callback, undefined, [value, key, self]);
      else for (const value of set ?? []) machine.call(callback, undefined, [value, value, self]);
      return undefined;
    },
  };
}

/** Promises are gone through at once. */
export function promiseType(machine: Machine): Thing {
  const { realm } = machine;
  const type = realm.native(() => unclear);
  type.properties.set('prototype', realm.promise);
  type.construct = (_, [run]) => {
    let settled: Value = unclear;
    const end = (isRejected: boolean) =>
      realm.native((_self, [value]) => {
        if (settled === unclear) settled = isThing(value) && value.settled && !isRejected ? value : realm.promised(value, isRejected);
        return undefined;
      });
    const { thrown } = attempted(() => machine.call(run, undefined, [end(false), end(true)]));
    if (settled === unclear && thrown !== undefined) settled = realm.promised(thrown, true);
    return settled;
  };
  type.properties.set(
    'resolve',
    realm.native((_, [value]) => (isThing(value) && value.settled ? value : realm.promised(value))),
  );
  type.properties.set(
    'reject',
    realm.native((_, [value]) => realm.promised(value, true)),
  );
  type.properties.set(
    'all',
    realm.native((_, [values]) => realm.settle(() => realm.list(itemsOf(values).map((each) => realm.awaited(each))))),
  );
  const next = (self: Value, onValue: Value, onError: Value): Value => {
    if (!isThing(self) || !self.settled) return unclear;
    const { value, isRejected } = self.settled;
    const callback = isRejected ? onError : onValue;
    return isThing(callback) ? realm.settle(() => machine.call(callback, undefined, [value])) : self;
  };
  realm.promise.properties.set(
    'then',
    realm.native((self, [one, other]) => next(self, one, other)),
  );
  realm.promise.properties.set(
    'catch',
    realm.native((self, [other]) => next(self, undefined, other)),
  );
  realm.promise.properties.set(
    'finally',
    realm.native((self, [callback]) => (machine.call(callback, undefined, []), self)),
  );
  return type;
}
