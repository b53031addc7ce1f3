import { hasOwn, keysOf, memberOf } from './members.ts';
import type { Realm } from './realm.ts';
import type { Thing } from './value.ts';
import { isThing, unclear, type Value } from './value.ts';

/** As sets and maps find their own. */
export function alikeInSet(one: Value, other: Value): boolean {
  return one === other || (typeof one === 'number' && typeof other === 'number' && Number.isNaN(one) && Number.isNaN(other));
}

const deepest = 30;

/** Whether two values have the same content; undefined where that is not known. */
export function isSameContent(realm: Realm, one: Value, other: Value, byKind = true, depth = 0): boolean | undefined {
  if (one === unclear || other === unclear || depth > deepest) return undefined;
  realm.spend(1);
  if ((isThing(one) && one.isForeign) || (isThing(other) && other.isForeign)) return one === other || undefined;
  if (!isThing(one) || !isThing(other)) return isThing(one) || isThing(other) ? false : alikeInSet(one, other) || bothEqual(one, other);
  if (one === other) return true;
  if (one.isOpen || other.isOpen) return undefined;
  if (one.call || other.call || one.isSymbol || other.isSymbol) return false;
  if (one.pattern || other.pattern) return String(one.pattern) === String(other.pattern);
  if (one.date || other.date) return one.date?.getTime() === other.date?.getTime();
  if (one.map || other.map || one.set || other.set || one.settled || other.settled) return undefined;
  if ((one.elements === undefined) !== (other.elements === undefined)) return false;
  const isSame = haveSameParts(realm, one, other, byKind, depth);
  // What different kinds of objects are to an assertion differs from one library to the next.
  return isSame === true && byKind && one.prototype !== other.prototype ? undefined : isSame;
}

/** `1` is `'1'` to some. */
function bothEqual(one: Exclude<Value, Thing>, other: Exclude<Value, Thing>): boolean {
  return typeof one === typeof other && one === other;
}

function haveSameParts(realm: Realm, one: Thing, other: Thing, byKind: boolean, depth: number): boolean | undefined {
  const names = new Set([...keysOf(one), ...keysOf(other)]);
  let isClear = true;
  for (const name of names) {
    if (!hasOwn(one, name) || !hasOwn(other, name)) {
      // Some take what is missing for undefined.
      if (memberOf(realm, one, name) === memberOf(realm, other, name)) isClear = false;
      else return false;
      continue;
    }
    const isSame = isSameContent(realm, memberOf(realm, one, name), memberOf(realm, other, name), byKind, depth + 1);
    if (isSame === false) return false;
    if (isSame === undefined) isClear = false;
  }
  return isClear ? true : undefined;
}
