import type { Machine } from '../machine.ts';
import { alikeInSet } from '../equality.ts';
import { itemsOf } from '../iteration.ts';
import { joined, primitiveOf, textOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import type { Thing } from '../value.ts';
import { isThing, longestList, truth, unclear, Unclear, type Value } from '../value.ts';

type Method = (list: Value[], given: readonly Value[], self: Thing) => Value;

export function addLists(machine: Machine): void {
  const { realm } = machine;
  for (const [name, method] of Object.entries({ ...plainMethods(machine), ...asking(machine) }))
    realm.array.properties.set(
      name,
      realm.native((self, given) => {
        if (self === unclear) return unclear;
        const list = isThing(self) ? self.elements : undefined;
        if (list && isThing(self)) return method(list, given, self);
        const items = isThing(self) ? itemsLike(self) : itemsOf(self);
        return method([...items], given, isThing(self) ? self : realm.list(items));
      }),
    );
  const join = realm.array.held('join');
  realm.array.properties.set(
    'toString',
    realm.native((self) => machine.call(join, self, [])),
  );
  realm.array.hidden = new Set(realm.array.properties.keys());
}

/** `Array.prototype.slice.call(arguments)`, and what else is like a list. */
function itemsLike(self: Thing): readonly Value[] {
  const length = self.held('length');
  if (typeof length !== 'number' || length > longestList) throw new Unclear('what is like a list');
  return Array.from({ length }, (_, index) => self.held(String(index)));
}

function plainMethods({ realm }: Machine): Readonly<Record<string, Method>> {
  const wrapped = (list: readonly Value[]): Thing => realm.list(list);
  const integer = (value: Value, otherwise: number): number =>
    typeof value === 'number' ? value : value === undefined ? otherwise : unknownNumber();
  return {
    push: (list, given) => roomIn(list, given).push(...given),
    pop: (list) => list.pop(),
    shift: (list) => list.shift(),
    unshift: (list, given) => roomIn(list, given).unshift(...given),
    slice: (list, [from, to]) => wrapped(list.slice(integer(from, 0), integer(to, list.length))),
    splice: (list, given) =>
      wrapped(roomIn(list, given).splice(integer(given[0], 0), given.length < 2 ? list.length : integer(given[1], 0), ...given.slice(2))),
    concat: (list, given) =>
      wrapped([...list, ...given.flatMap((each): readonly Value[] => (isThing(each) ? (each.elements ?? [each]) : [each]))]),
    join: (list, [by]) => joined(realm, list, by === undefined ? ',' : textOf(realm, by)),
    reverse: (list, _, self) => (list.reverse(), self),
    indexOf: (list, [wanted]) => known(list, wanted).indexOf(wanted),
    lastIndexOf: (list, [wanted]) => known(list, wanted).lastIndexOf(wanted),
    includes: (list, [wanted]) => (known(list, wanted), list.some((each) => alikeInSet(each, wanted))),
    at: (list, [index]) => list.at(integer(index, 0)),
    flat: (list, [depth]) => wrapped(flattened(realm, list, integer(depth, 1))),
    fill: (list, [value, from, to], self): Value => (list.fill(value, integer(from, 0), integer(to, list.length)), self),
    keys: (list) => realm.iterating(list.keys()),
    values: (list) => realm.iterating(list),
    entries: (list) => realm.iterating(list.map((each, index) => realm.list([index, each]))),
    with: (list, [index, value]) => wrapped(list.with(integer(index, 0), value)),
    toReversed: (list) => wrapped(list.toReversed()),
  };
}

function asking(machine: Machine): Readonly<Record<string, Method>> {
  const { realm } = machine;
  const each = (self: Thing, [callback, about]: readonly Value[]) => {
    return (value: Value, index: number): Value => machine.call(callback, about, [value, index, self]);
  };
  const asked = (self: Thing, given: readonly Value[]) => {
    const ask = each(self, given);
    return (value: Value, index: number): boolean => truth(ask(value, index));
  };
  const compared = (a: Value, b: Value, by: Value): number => {
    if (by !== undefined) return Number(primitiveOf(realm, machine.call(by, undefined, [a, b]), 'default'));
    const [one, other] = [textOf(realm, a), textOf(realm, b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  const reduced = (list: readonly Value[], given: readonly Value[], self: Thing, order: (index: number) => number): Value => {
    const [callback] = given;
    if (list.length === 0 && given.length < 2) throw realm.error('TypeError', 'Reduce of empty array with no initial value');
    const start = given.length > 1 ? 0 : 1;
    let result = given.length > 1 ? given[1] : list[order(0)];
    for (let at = start; at < list.length; at++) result = machine.call(callback, undefined, [result, list[order(at)], order(at), self]);
    return result;
  };
  return {
    map: (list, given, self) => realm.list(list.map(each(self, given))),
    forEach: (list, given, self) => (list.forEach(each(self, given)), undefined),
    filter: (list, given, self) => realm.list(list.filter(asked(self, given))),
    some: (list, given, self) => list.some(asked(self, given)),
    every: (list, given, self) => list.every(asked(self, given)),
    find: (list, given, self) => list.find(asked(self, given)),
    findIndex: (list, given, self) => list.findIndex(asked(self, given)),
    findLast: (list, given, self) => list.findLast(asked(self, given)),
    findLastIndex: (list, given, self) => list.findLastIndex(asked(self, given)),
    flatMap: (list, given, self) => realm.list(flattened(realm, list.map(each(self, given)), 1)),
    reduce: (list, given, self) => reduced(list, given, self, (index) => index),
    reduceRight: (list, given, self) => reduced(list, given, self, (index) => list.length - 1 - index),
    sort: (list, [by], self) => (list.sort((a, b) => compared(a, b, by)), self),
    toSorted: (list, [by]) => realm.list(list.toSorted((a, b) => compared(a, b, by))),
  };
}

/** How deep lists may lie in each other. */
const deepest = 30;

function flattened(realm: Realm, list: readonly Value[], depth: number, at = 0): Value[] {
  if (at > deepest) throw new Unclear('a deep list');
  realm.spend(list.length);
  return list.flatMap((each): readonly Value[] =>
    isThing(each) && each.elements && depth > at ? flattened(realm, each.elements, depth, at + 1) : [each],
  );
}

function known(list: readonly Value[], wanted: Value): readonly Value[] {
  if (wanted === unclear || list.includes(unclear)) throw new Unclear('a list of what is not known');
  return list;
}

function unknownNumber(): never {
  throw new Unclear('a number');
}

/** A list that takes in more. */
function roomIn(list: Value[], more: readonly Value[]): Value[] {
  if (list.length + more.length > longestList) throw new Unclear('a long list');
  return list;
}
