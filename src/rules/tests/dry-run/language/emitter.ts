import type { Machine } from '../machine.ts';
import { isThing, Thing, unclear, type Callable, type Value } from '../value.ts';

/** `EventEmitter` of Node. */
export function emitterType(machine: Machine): Thing {
  const { realm } = machine;
  const listeners = new WeakMap<Thing, Map<Value, Value[]>>();
  const of = (self: Value, name: Value): Value[] => {
    if (!isThing(self)) return [];
    const own = listeners.get(self) ?? new Map<Value, Value[]>();
    listeners.set(self, own);
    const list = own.get(name) ?? [];
    own.set(name, list);
    return list;
  };
  const add: Callable = (self, [name, listener]) => (of(self, name).push(listener), self);
  const emit: Callable = (self, [name, ...given]) => {
    const all = [...of(self, name)];
    for (const listener of all) machine.call(listener, self, given);
    return all.length > 0;
  };
  const remove: Callable = (self, [name, listener]) => {
    const list = of(self, name);
    const at = list.indexOf(listener);
    if (at >= 0) list.splice(at, 1);
    return self;
  };
  const methods: Readonly<Record<string, Callable>> = {
    on: add,
    addListener: add,
    prependListener: (self, [name, listener]) => (of(self, name).unshift(listener), self),
    once: (self, [name, listener]) => {
      const once = realm.native((about, given) => {
        remove(self, [name, once]);
        return machine.call(listener, about, given);
      });
      return add(self, [name, once]);
    },
    off: remove,
    removeListener: remove,
    removeAllListeners: (self, [name]) => ((of(self, name).length = 0), self),
    emit,
    listenerCount: (self, [name]) => of(self, name).length,
    listeners: (self, [name]) => realm.list(of(self, name)),
    setMaxListeners: (self) => self,
  };
  const type = new Thing(realm.function);
  type.call = () => unclear;
  type.construct = () => undefined;
  const prototype = realm.plain();
  for (const [name, call] of Object.entries(methods)) prototype.properties.set(name, realm.native(call));
  prototype.properties.set('constructor', type);
  prototype.hidden = new Set(prototype.properties.keys());
  type.properties.set('prototype', prototype);
  type.properties.set('EventEmitter', type);
  type.properties.set('default', type);
  return type;
}
