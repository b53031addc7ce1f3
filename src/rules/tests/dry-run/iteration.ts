import { lookedUp } from './members.ts';
import type { Realm } from './realm.ts';
import { isThing, longestList, truth, unclear, Unclear, type Thing, type Value } from './value.ts';

/** All that can be gone through one after another. */
export function itemsOf(value: Value): readonly Value[] {
  if (isThing(value) && value.elements) return [...value.elements];
  const found: Value[] = [];
  for (const item of iterated(value)) {
    if (found.length >= longestList) throw new Unclear('a long list');
    found.push(item);
  }
  return found;
}

/** The same, each when it is asked for: who goes through it may stop before its end. */
export function* iterated(value: Value): Generator<Value, undefined> {
  if (typeof value === 'string') yield* value;
  else if (!isThing(value)) throw new Unclear('what is gone through');
  else if (value.elements) yield* value.elements;
  else yield* givenBy(iteratorOf(value, '@@iterator'));
}

/** What `for await` goes through. */
export function* iteratedInTime(realm: Realm, value: Value): Generator<Value, undefined> {
  const isAsync = isThing(value) && isThing(lookedUp(value, '@@asyncIterator'));
  if (!isAsync) {
    for (const item of iterated(value)) yield realm.awaited(item);
    return;
  }
  for (const item of givenBy(iteratorOf(value, '@@asyncIterator'), (end) => realm.awaited(end))) yield realm.awaited(item);
}

function iteratorOf(value: Thing, way: string): Thing {
  const make = lookedUp(value, way);
  const made = isThing(make) ? make.call?.(value, []) : unclear;
  if (!isThing(made)) throw new Unclear('what is gone through');
  return made;
}

function* givenBy(iterator: Thing, awaited = (end: Value): Value => end): Generator<Value, undefined> {
  const { iterator: own } = iterator;
  if (own) {
    for (let end = own.next(); end.done !== true; end = own.next()) yield end.value;
    return;
  }
  const next = lookedUp(iterator, 'next');
  if (!isThing(next) || !next.call) throw new Unclear('what is gone through');
  for (;;) {
    const end = awaited(next.call(iterator, []));
    if (!isThing(end)) throw new Unclear('what is gone through');
    if (truth(lookedUp(end, 'done'))) return;
    yield lookedUp(end, 'value');
  }
}
