import { attempted } from '../expressions.ts';
import { addAccessor } from '../object-literals.ts';
import type { Machine } from '../machine.ts';
import { hasOwn, keysOf, memberOf, setMember } from '../members.ts';
import { itemsOf, textOf } from '../operators.ts';
import { isThing, Thing, unclear, Unclear, type Callable, type Value } from '../value.ts';

/** `Object` and what all objects and functions have. */
export function objectType(machine: Machine): Thing {
  const { realm } = machine;
  const type = realm.native((_, [value]) => (isThing(value) ? value : value === undefined || value === null ? realm.plain() : unclear));
  type.construct = (fresh) => fresh;
  type.properties.set('prototype', realm.object);
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
    isFrozen: (_, [value]) => isThing(value) && value.isFrozen,
    getPrototypeOf: (_, [value]) => (isThing(value) ? value.prototype : unclear),
    setPrototypeOf: (_, [value, prototype]) => {
      if (!isThing(value) || (prototype !== null && !isThing(prototype))) throw new Unclear('a prototype');
      value.prototype = prototype;
      return value;
    },
    fromEntries: (_, [pairs]) => {
      const made = realm.plain();
      for (const pair of itemsOf(pairs)) made.properties.set(textOf(realm, memberOf(realm, pair, '0')), memberOf(realm, pair, '1'));
      return made;
    },
    getOwnPropertyNames: (_, [value]) => (isThing(value) && !value.isOpen ? realm.list([...value.properties.keys()]) : unclear),
    is: (_, [one, other]) => (one === unclear || other === unclear ? unclear : Object.is(one, other)),
    hasOwn: (_, [value, key]) => (value === unclear ? unclear : hasOwn(value, textOf(realm, key))),
    defineProperty: (_, [value, key, description]) => {
      if (!isThing(value)) throw new Unclear('a property');
      defineProperty(value, textOf(realm, key), description, realm);
      return value;
    },
    defineProperties: (_, [value, described]) => {
      if (!isThing(value)) throw new Unclear('properties');
      for (const key of keysOf(described)) defineProperty(value, key, memberOf(realm, described, key), realm);
      return value;
    },
    getOwnPropertySymbols: () => realm.list([]),
  };
}

function defineProperty(value: Thing, key: string, description: Value, realm: Machine['realm']): void {
  const [get, set] = ['get', 'set'].map((name) => memberOf(realm, description, name));
  if (isThing(get)) addAccessor(value, key, 'get', get);
  if (isThing(set)) addAccessor(value, key, 'set', set);
  if (!isThing(get) && !isThing(set)) value.properties.set(key, memberOf(realm, description, 'value'));
  if (memberOf(realm, description, 'enumerable') !== true) value.hidden = new Set([...value.hidden, key]);
}

function ofAll({ realm }: Machine): ReadonlyMap<string, Callable> {
  return new Map<string, Callable>([
    ['hasOwnProperty', (self, [key]) => (self === unclear || key === unclear ? unclear : hasOwn(self, textOf(realm, key)))],
    ['propertyIsEnumerable', (self, [key]) => (self === unclear || key === unclear ? unclear : keysOf(self).includes(textOf(realm, key)))],
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
    ['toString', () => unclear],
  ]);
}

/** `Map`, `Set` and their weak kinds. */
export function collections(machine: Machine): Readonly<Record<string, Thing>> {
  const map = collection(machine, machine.realm.map, (fresh) => {
    fresh.map = new Map();
    fresh.listPrototype = machine.realm.array;
  });
  const set = collection(machine, machine.realm.set, (fresh) => {
    fresh.set = new Set();
  });
  for (const [name, call] of Object.entries(ofCollections(machine))) {
    machine.realm.map.properties.set(name, machine.realm.native(call));
    machine.realm.set.properties.set(name, machine.realm.native(call));
  }
  machine.realm.memory = machine.realm.native(() => machine.construct(map, []));
  machine.realm.memory.construct = () => machine.construct(map, []);
  machine.realm.memory.properties.set('default', machine.realm.memory);
  return { Map: map, WeakMap: map, Set: set, WeakSet: set };
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
    keys: (self) => realm.list([...(checked(self, 0).map?.keys() ?? checked(self, 0).set?.keys() ?? [])]),
    values: (self) => realm.list([...(checked(self, 0).map?.values() ?? checked(self, 0).set?.values() ?? [])]),
    entries: (self) => realm.list(itemsOf(self)),
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
