import type { CodeChange } from '../../../code/code-change.ts';
import type { AssertionFact } from '../../../code/facts.ts';
import { codeOf } from '../../../code/walk.ts';
import type { Obligation, Proof } from './obligation.ts';
import { isComparedByTests } from './equality.ts';
import { isExpectedAnew, isForeseen } from './foreseen-error.ts';
import { isGuardKey } from './null-guards.ts';
import { isDecidedBothWays, isDecidedOtherwise } from './outcomes.ts';
import { isGivenNewInput } from './new-input.ts';
import { isAskedByNewRoutes, isRefusedAnew } from './route-answers.ts';
import { novelWords, testsNaming } from './novelty.ts';
import { obligationsOf } from './obligations.ts';
import type { ChangedFunction } from './changed-function.ts';
import type { Atom } from './atoms.ts';
import { isSurelyCalled } from './overloads.ts';
import { sitesOf } from './reach.ts';
import { isToldByStandIns } from './stand-ins.ts';
import type { LinkedTest } from './tests-of-file.ts';

/** What the tests that are tied to one function say about it. */
export interface Verdict {
  readonly gap?: 'untested' | 'edge' | undefined;
  readonly confidence: 'medium' | 'low';
  readonly obligations: readonly Obligation[];
}

/**
 * @param shown whether a test shows what is new, taken as a whole
 * @param guarding whether the change makes function after function refuse null: then nobody is expected to show it of each
 */
export function verdictOn(changed: ChangedFunction, linked: readonly LinkedTest[], shown: boolean, guarding: boolean): Verdict {
  const tests = linked.map(({ test }) => test);
  const unexpected = new Set(
    changed.added.filter(
      (atom) =>
        atom.kind === 'throws' && !isExpected(atom, linked, changed) && !isForeseen(atom, tests) && !isExpectedAnew(atom, changed, linked),
    ),
  );
  const obligations = obligationsOf(changed).map(({ atom, ...raised }): Obligation => {
    const state = atom?.kind === 'throws' ? !unexpected.has(atom) : shown;
    return { ...raised, shown: state ? 'shown' : 'missing' };
  });
  // That something is gone is often a simpler way to do the same.
  const isOnlyGone = changed.added.length === 0 && !changed.losesError;
  const confidence = isOnlyGone || (guarding && isOnlyGuarded(changed)) ? 'low' : 'medium';
  if (!shown) return { gap: 'untested', confidence, obligations };
  if (unexpected.size === 0) return { confidence, obligations };
  const isRoutine = guarding && [...unexpected].every(({ key }) => isGuardKey(key));
  return { gap: 'edge', confidence: isRoutine ? 'low' : confidence, obligations };
}

/** Functions that a change makes refuse null, from which on it is a habit of the change. */
const habit = 4;

/** Whether a change makes function after function refuse null. */
export function isGuarding(functions: readonly ChangedFunction[]): boolean {
  return functions.filter(({ added }) => added.some(({ key }) => isGuardKey(key))).length >= habit;
}

/** Null is refused, and nothing else is new. */
function isOnlyGuarded({ added, isNew }: ChangedFunction): boolean {
  return !isNew && added.length > 0 && added.every(({ key }) => isGuardKey(key));
}

/** What shows a changed function's new behaviour; undefined where nothing does. */
export function proofOf(changed: ChangedFunction, linked: readonly LinkedTest[], change: CodeChange): Proof | undefined {
  if (linked.some(({ test }) => test.touched)) return 'change';
  if (changed.isNew && linked.some(({ link, test }) => link === 'call' && isSurelyCalled(test, changed.at, change))) return 'call';
  if (didNothing(changed) && linked.some(({ test }) => sitesOf(test, changed.at).length > 0)) return 'call';
  if (isGivenNewInput(changed, linked)) return 'input';
  if (isComparedByTests(changed, linked) || isAskedByNewRoutes(changed, linked)) return 'words';
  if (isRefusedAnew(changed, linked) || isToldByStandIns(changed, linked, change)) return 'outcome';
  const tests = linked.map(({ test }) => test);
  const words = novelWords(changed, change);
  const naming = testsNaming(words, tests);
  // One word of many may be there by chance.
  if (naming.size > 0 && naming.size >= words.length / 3) return 'words';
  const throws = changed.added.filter(({ kind }) => kind === 'throws');
  if (throws.length > 0 && throws.every((atom) => isForeseen(atom, tests) || isExpectedAnew(atom, changed, linked))) return 'error';
  // What was written for a new error expects it: without that, other conditions may come out both ways as they always did.
  if (throws.length > 0) return undefined;
  if (isDecidedOtherwise(changed, linked)) return 'outcome';
  // A condition in the place of another comes out both ways as that did.
  const isReplaced = changed.gone.some(({ kind }) => kind === 'branch');
  return !isReplaced && changed.added.some((atom) => isDecidedBothWays(atom, changed, linked)) ? 'outcome' : undefined;
}

/** With an empty body: whoever called it expected what it does now. */
function didNothing({ base }: ChangedFunction): boolean {
  return base?.symbol.bodyRange !== undefined && codeOf(base.symbol).length === 0;
}

/** A test expects this error: by type or words where the test says them, otherwise a test of this change on this function. */
function isExpected({ error }: Atom, linked: readonly LinkedTest[], changed: ChangedFunction): boolean {
  if (error?.status !== undefined && error.type === '' && linked.some(({ test }) => test.touched && saysNumber(test.text, error.status)))
    return true;
  const isOfAnother = (expected: string): boolean => changed.added.some((atom) => atom.error && namesSame(atom.error, expected));
  return linked.some(({ test, link }) =>
    test.errors.some(({ expected, kind }) => {
      const agrees = agreement(error, expected, kind);
      // Where the names differ it may be a subclass, unless it is another error of the same change.
      if (test.touched) return agrees !== false || (kind !== 'status' && link === 'call' && !isOfAnother(expected ?? ''));
      return link === 'call' && changed.isNew && agrees !== false;
    }),
  );
}

/** There are more ways to check a status than are known. */
function saysNumber(text: string, number = ''): boolean {
  return new RegExp(`(?<![\\w.])${number}(?![\\w.]\\w)`).test(text);
}

/** Whether an assertion expects just this error; undefined where one of the two does not say enough. */
function agreement(error: Atom['error'], expected: string | undefined, kind: AssertionFact['kind']): boolean | undefined {
  if (error === undefined || expected === undefined) return undefined;
  if (kind !== 'status')
    return error.type === '' && error.message === '' && error.status !== undefined ? undefined : namesSame(error, expected);
  if (error.status === undefined) return undefined;
  return expected === error.status || (expected.endsWith('xx') && error.status.startsWith(expected.slice(0, 1)));
}

function namesSame({ type, message }: NonNullable<Atom['error']>, expected: string): boolean {
  const words: readonly string[] = expected.match(/[A-Za-z]{4,}/g) ?? [];
  if (type !== '' && words.includes(type)) return true;
  return words.length > 0 && words.some((word) => message.toLowerCase().includes(word.toLowerCase()));
}
