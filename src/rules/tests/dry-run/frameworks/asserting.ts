import { AccessorProperty, isThing, Thrown, unclear, type Thing, type Value } from '../value.ts';
import type { Machine } from '../machine.ts';
import {
  compared,
  contains,
  isAlike,
  isAsInSnapshot,
  hasLength,
  hasType,
  isCalled,
  isCalledSoOften,
  isCalledWith,
  isLastCalledWith,
  isDeeplySame,
  isFalse,
  isJust,
  isNot,
  isOfType,
  isSame,
  isTrue,
  matches,
  throws,
  throwsAsInSnapshot,
  type Check,
} from './checks.ts';
import type { Record } from './record.ts';

const functions: readonly (readonly [Check, string])[] = [
  [isTrue, 'ok assert true truthy'],
  [isFalse, 'notOk false falsy nok'],
  [isSame, 'equal equals is strictEqual strictEquals isEqual'],
  [isNot(isSame), 'notEqual not isNot notStrictEqual isNotEqual'],
  [isDeeplySame, 'deepEqual deepEquals same strictSame deepStrictEqual isEquivalent looseEqual deepLooseEqual'],
  [isNot(isDeeplySame), 'notDeepEqual notSame strictNotSame notDeepStrictEqual'],
  [throws, 'throws rejects throwsAsync'],
  [isNot(throws), 'doesNotThrow notThrows doesNotReject resolves notThrowsAsync'],
  [matches, 'match matches regex'],
  [isNot(matches), 'doesNotMatch notMatch notRegex'],
];

/** What other words mean in `uvu/assert`. */
export const ofUvu: typeof functions = [
  [isDeeplySame, 'equal'],
  [hasType, 'type'],
  [isOfType, 'instance'],
];

/** Assertions that are functions: those of `assert`, and of the object that a test is handed. */
export function addAsserting(machine: Machine, record: Record, to: Thing, checks = functions): void {
  for (const [check, names] of checks) {
    const call = machine.realm.native((_, [actual, ...given]) => {
      const { site } = machine;
      record.note(machine, check(machine, actual, given), site);
      return undefined;
    });
    for (const name of names.split(' ')) to.properties.set(name, call);
  }
  for (const name of ['fail', 'error', 'ifError'])
    to.properties.set(
      name,
      machine.realm.native(
        (_, [value]) => (record.note(machine, name === 'fail' ? false : value === unclear ? undefined : !value), undefined),
      ),
    );
  for (const name of ['throws', 'rejects', 'throwsAsync']) to.properties.set(name, throwing(machine, record));
  for (const name of ['plan', 'end', 'comment', 'pass', 'teardown', 'timeout', 'diagnostic', 'log'])
    to.properties.set(
      name,
      machine.realm.native(() => undefined),
    );
}

/** `t.throws(run)` gives the error to some. */
function throwing(machine: Machine, record: Record): Thing {
  return machine.realm.native((_, [run, ...wanted]) => {
    const { site } = machine;
    record.note(machine, throws(machine, run, wanted), site);
    return unclear;
  });
}

const matchers: readonly (readonly [Check, string])[] = [
  [isSame, 'toBe equal equals'],
  [isAlike, 'toEqual eql eqls'],
  [isDeeplySame, 'toStrictEqual'],
  [isJust(null), 'toBeNull'],
  [isJust(undefined), 'toBeUndefined'],
  [isNot(isJust(undefined)), 'toBeDefined'],
  [isTrue, 'toBeTruthy'],
  [isFalse, 'toBeFalsy'],
  [throws, 'toThrow toThrowError throw throws Throw'],
  [isAsInSnapshot, 'toMatchInlineSnapshot'],
  [throwsAsInSnapshot, 'toThrowErrorMatchingInlineSnapshot'],
  [contains, 'toContain toContainEqual include includes contain contains'],
  [matches, 'toMatch match'],
  [hasLength, 'toHaveLength lengthOf length'],
  [isOfType, 'toBeInstanceOf instanceOf instanceof'],
  [hasType, 'a an'],
  [isCalled, 'toHaveBeenCalled toBeCalled'],
  [isCalledSoOften, 'toHaveBeenCalledTimes toBeCalledTimes'],
  [isCalledWith, 'toHaveBeenCalledWith toBeCalledWith'],
  [isLastCalledWith, 'toHaveBeenLastCalledWith lastCalledWith'],
  [compared((one, other) => one > other), 'toBeGreaterThan above gt'],
  [compared((one, other) => one < other), 'toBeLessThan below lt'],
  [compared((one, other) => one >= other), 'toBeGreaterThanOrEqual'],
  [compared((one, other) => one <= other), 'toBeLessThanOrEqual'],
];

/** Checks that are properties. */
const asked: readonly (readonly [Check, string])[] = [
  [isJust(true), 'true'],
  [isJust(false), 'false'],
  [isJust(null), 'null'],
  [isJust(undefined), 'undefined'],
  [isTrue, 'ok'],
];

const fillers = 'to be been is that and has have with at of same but does still which'.split(' ');

/** `expect(x)` of Jest, Vitest, Jasmine and Chai. */
export function expectation(machine: Machine, record: Record, actual: Value): Thing {
  const { realm } = machine;
  const { site } = machine;
  let isNegated = false;
  let isDeep = false;
  const made = realm.plain();
  made.isOpen = true;
  const note = (check: Check, given: readonly Value[]): Value => {
    const holds = (isDeep && check === isSame ? isAlike : check)(machine, actual, given);
    record.note(machine, holds === undefined ? undefined : holds !== isNegated, site);
    return made;
  };
  for (const [check, names] of matchers)
    for (const name of names.split(' '))
      made.properties.set(
        name,
        realm.native((_, given) => note(check, given)),
      );
  for (const [check, name] of asked)
    made.properties.set(
      name,
      accessor(() => note(check, [])),
    );
  for (const name of fillers)
    made.properties.set(
      name,
      accessor(() => made),
    );
  made.properties.set(
    'not',
    accessor(() => ((isNegated = !isNegated), made)),
  );
  made.properties.set(
    'deep',
    accessor(() => ((isDeep = true), made)),
  );
  if (isThing(actual) && actual.settled)
    for (const [word, isRejected] of [
      ['resolves', false],
      ['rejects', true],
    ] as const)
      // prettier-ignore
      made.properties.set(word, accessor(() => settledExpectation(machine, record, actual, isRejected)));
  return made;
}

function throwAgain(value: Value): never {
  throw new Thrown(value);
}

function settledExpectation(machine: Machine, record: Record, { settled }: Thing, isRejected: boolean): Value {
  if (settled?.isRejected !== isRejected) return unclear;
  return expectation(machine, record, isRejected ? machine.realm.native(() => throwAgain(settled.value)) : settled.value);
}

function accessor(get: () => Value): AccessorProperty {
  const property = new AccessorProperty();
  property.get = get;
  return property;
}
