import { isSameContent } from '../equality.ts';
import type { Machine } from '../machine.ts';
import { memberOf } from '../members.ts';
import { same, textOf } from '../operators.ts';
import { callsOfMock } from './mocks.ts';
import { isThing, Thrown, truth, unclear, typeName, type Value } from '../value.ts';

/** Whether what is checked holds; undefined where that is not known. */
export type Check = (machine: Machine, actual: Value, given: readonly Value[]) => boolean | undefined;

const known = (value: Value): boolean | undefined => (value === unclear ? undefined : truth(value));
const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

export const isTrue: Check = (_, actual) => known(actual);
export const isFalse: Check = (_, actual) => not(known(actual));
export const isSame: Check = (_, actual, [wanted]) => (Number.isNaN(actual) && Number.isNaN(wanted) ? true : known(same(actual, wanted)));
export const isDeeplySame: Check = ({ realm }, actual, [wanted]) => isSameContent(realm, actual, wanted);

/** Whatever kinds of objects they are. */
export const isAlike: Check = ({ realm }, actual, [wanted]) => isSameContent(realm, actual, wanted, false);

export function isJust(value: Value): Check {
  return (_, actual) => known(same(actual, value));
}

export const isNot =
  (check: Check): Check =>
  (machine, actual, given) =>
    not(check(machine, actual, given));

export const matches: Check = ({ realm }, actual, [wanted]) => {
  if (actual === unclear || !isThing(wanted) || !wanted.pattern) {
    return typeof actual === 'string' && typeof wanted === 'string' ? actual.includes(wanted) : undefined;
  }
  return wanted.pattern.test(textOf(realm, actual));
};

export const contains: Check = ({ realm }, actual, [wanted]) => {
  if (actual === unclear || wanted === unclear) return undefined;
  if (typeof actual === 'string') return typeof wanted === 'string' ? actual.includes(wanted) : undefined;
  if (!isThing(actual) || !actual.elements) return undefined;
  const found = actual.elements.map((each) => isSameContent(realm, each, wanted));
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
};

export const hasLength: Check = ({ realm }, actual, [wanted]) => known(same(memberOf(realm, actual, 'length'), wanted));

export const hasType: Check = (_, actual, [wanted]) => (actual === unclear ? undefined : typeName(actual) === wanted);

export const isOfType: Check = (_, actual, [wanted]) => {
  if (!isThing(actual) || !isThing(wanted)) return actual === unclear || wanted === unclear ? undefined : false;
  if (actual.isForeign || wanted.isForeign) return undefined;
  for (let at = actual.prototype; at; at = at.prototype) if (at === wanted.held('prototype')) return true;
  return false;
};

export function compared(compare: (one: number, other: number) => boolean): Check {
  return (_, actual, [wanted]) => (typeof actual === 'number' && typeof wanted === 'number' ? compare(actual, wanted) : undefined);
}

/** Whether a function throws, and what is wanted. */
export const throws: Check = (machine, actual, [wanted, further]) => {
  if (isThing(actual) && actual.settled) return actual.settled.isRejected && isWanted(machine, actual.settled.value, wanted);
  if (!isThing(actual) || !actual.call) return undefined;
  const { thrown, isUnclear } = attemptedCall(machine, actual);
  if (!thrown) return isUnclear ? undefined : false;
  return isWanted(machine, thrown.value, typeof wanted === 'string' && further !== undefined ? undefined : wanted);
};

/** A snapshot that stands in the test, of a text, a number or a flag. */
export const isAsInSnapshot: Check = (_, actual, given) => {
  const written = given.at(-1);
  if (actual === unclear || isThing(actual) || typeof written !== 'string') return undefined;
  const said = typeof actual === 'string' ? `"${actual}"` : String(actual);
  return said.includes('\n') || said.includes('"', 1) === (typeof actual !== 'string') ? undefined : written.trim() === said || undefined;
};

/** Jest writes the message in quotes, Vitest the error in brackets. */
export const throwsAsInSnapshot: Check = (machine, actual, [written]) => {
  if (!isThing(actual) || !actual.call || typeof written !== 'string') return undefined;
  const { thrown, isUnclear } = attemptedCall(machine, actual);
  if (!thrown) return isUnclear ? undefined : false;
  const message = isThing(thrown.value) ? memberOf(machine.realm, thrown.value, 'message') : unclear;
  if (typeof message !== 'string') return undefined;
  const said = /^\s*(?:"([^]*)"|\[\w*Error: ([^]*)\])\s*$/.exec(written);
  return said ? (said[1] ?? said[2]) === message : undefined;
};

function attemptedCall(machine: Machine, callee: Value): { readonly thrown?: { readonly value: Value }; readonly isUnclear?: boolean } {
  try {
    const value = machine.call(callee, undefined, []);
    const rejected = isThing(value) && value.settled?.isRejected === true ? value.settled : undefined;
    return rejected ? { thrown: { value: rejected.value } } : { isUnclear: value === unclear };
  } catch (error) {
    if (error instanceof Thrown) return { thrown: { value: error.value } };
    throw error;
  }
}

function isWanted(machine: Machine, thrown: Value, wanted: Value): boolean | undefined {
  if (wanted === undefined || thrown === unclear) return wanted === undefined ? true : undefined;
  const message = isThing(thrown) ? memberOf(machine.realm, thrown, 'message') : thrown;
  if (message === unclear || wanted === unclear) return undefined;
  if (typeof wanted === 'string') return textOf(machine.realm, message).includes(wanted);
  if (!isThing(wanted)) return undefined;
  if (wanted.pattern) return wanted.pattern.test(textOf(machine.realm, message)) || undefined;
  if (wanted.construct) return isOfType(machine, thrown, [wanted]);
  const own = memberOf(machine.realm, wanted, 'message');
  return own === undefined || own === '' ? undefined : known(same(own, message));
}

function callsOf(actual: Value): readonly Value[] | undefined {
  return isThing(actual) ? callsOfMock.get(actual) : undefined;
}

export const isCalled: Check = (_, actual) => {
  const calls = callsOf(actual);
  return calls && calls.length > 0;
};

export const isCalledSoOften: Check = (_, actual, [times]) => {
  const calls = callsOf(actual);
  return calls && typeof times === 'number' ? calls.length === times : undefined;
};

export const isCalledWith: Check = (machine, actual, given) => {
  const calls = callsOf(actual);
  if (!calls) return undefined;
  const found = calls.map((each) => isSameContent(machine.realm, each, machine.realm.list(given)));
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
};

export const isLastCalledWith: Check = (machine, actual, given) => {
  const last = callsOf(actual)?.at(-1);
  return last === undefined ? undefined : isSameContent(machine.realm, last, machine.realm.list(given));
};
