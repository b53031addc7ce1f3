import { stepLimit } from '../../../base/step-limit.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { Constant } from '../fold.ts';
import type { Callable } from './callable.ts';

/** What data may do harm to. A sanitiser makes it harmless to some of these. */
export type Danger = string;

/** One place on the way of tainted data, the last first. */
export interface Step {
  readonly range: TextRange;
  /** What happens there, for a reader. */
  readonly caption: string;
  readonly before?: Step;
}

/** Data that a stranger had a hand in. */
export interface Taint {
  /** Who brought it: `request`, `client`, `arguments`, `library` … Sinks tell which of these they fear. */
  readonly kind: string;
  /** Where it came in. */
  readonly source: TextRange;
  /** E.g. `a request`. */
  readonly from: string;
  readonly steps: Step;
  /** What is known to stand before it in the same text; `\0` for each unknown piece. */
  readonly lead: string;
  /** What it can no longer harm. */
  readonly harmless: ReadonlySet<Danger>;
  /** Went through a function that is not known. */
  readonly weak: boolean;
}

/** What is known about a value when the code is followed in mind. */
export interface Value {
  readonly constant?: Constant;
  readonly taint?: Taint;
  /** The way from a module (`fs.readFile`), the simple name of a type (`Statement`), or a role (`@request`). */
  readonly origin?: string;
  /** Properties of an object, entries of a map, elements of a list by index. */
  readonly members?: ReadonlyMap<string, Value>;
  /** Of a list that is known element by element. */
  readonly size?: number;
  readonly callable?: Callable;
  /** The data that chose which property of an object this is. */
  readonly chosen?: Taint;
}

export const unknown: Value = {};

const nothingHarmless: ReadonlySet<Danger> = new Set();
const mostSteps = 12;
const mostMembers = 64;

export function tainted(kind: string, from: string, source: TextRange, caption: string): Taint {
  return { kind, from, source, steps: { range: source, caption }, lead: '', harmless: nothingHarmless, weak: false };
}

/** The same data one place further. */
export function stepped(taint: Taint, range: TextRange, caption: string): Taint {
  const { steps } = taint;
  if (steps.range.start === range.start && steps.range.end === range.end) return taint;
  if (stepCount(steps) >= mostSteps) return taint;
  return { ...taint, steps: { range, caption, before: steps } };
}

function stepCount(steps: Step): number {
  let count = 0;
  for (let at: Step | undefined = steps; at; at = at.before) count++;
  return count;
}

/** The same data, harmless to some more. */
export function cleaned(value: Value, dangers: readonly Danger[] | 'all'): Value {
  if (dangers === 'all') return { ...(value.origin !== undefined && { origin: value.origin }) };
  return mapTaint(value, (taint) => ({ ...taint, harmless: new Set([...taint.harmless, ...dangers]) }));
}

/** What is in a value may be in it many times. */
const isTooFarIn = stepLimit(4);

/** Applies a change to the taint of a value and of all that is in it. */
export function mapTaint(value: Value, change: (taint: Taint) => Taint, depth = 0): Value {
  if (!value.taint && !value.members) return value;
  return {
    ...value,
    ...(value.taint && { taint: change(value.taint) }),
    ...(value.members &&
      !isTooFarIn(depth) && { members: new Map([...value.members].map(([key, each]) => [key, mapTaint(each, change, depth + 1)])) }),
  };
}

/** Its own taint, or that of anything in it. */
export function taintOf(value: Value | undefined, depth = 0): Taint | undefined {
  if (!value) return undefined;
  if (value.taint) return value.taint;
  if (!value.members || isTooFarIn(depth)) return undefined;
  for (const each of value.members.values()) {
    const found = taintOf(each, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const isTooFarToJoin = stepLimit(3);

/** What holds on both of two ways. */
export function joined(a: Value, b: Value, depth = 0): Value {
  if (a === b) return a;
  const taint = joinedTaint(a.taint, b.taint);
  const origin = a.origin ?? b.origin;
  const callable = a.callable ?? b.callable;
  const chosen = a.chosen ?? b.chosen;
  const members = isTooFarToJoin(depth) ? undefined : joinedMembers(a, b, depth);
  return {
    ...(a.constant !== undefined && a.constant === b.constant && { constant: a.constant }),
    ...(taint && { taint }),
    ...(origin !== undefined && { origin }),
    ...(callable && { callable }),
    ...(chosen && { chosen }),
    ...(members && { members }),
    ...(a.size !== undefined && a.size === b.size && { size: a.size }),
  };
}

/** Marks data that a sanitiser has made harmless, unlike data that a check has let through. */
export const bySanitiser = 'by-sanitiser';

function joinedTaint(a: Taint | undefined, b: Taint | undefined): Taint | undefined {
  if (!a || !b) return a ?? b;
  // Where a setting decides whether data is sanitised, the one who sets it answers for it.
  const sanitised = a.source.start === b.source.start ? [a, b].find(({ harmless }) => harmless.has(bySanitiser)) : undefined;
  if (sanitised) return sanitised;
  if (a.harmless.size === 0) return a;
  if (b.harmless.size === 0) return b;
  return { ...a, harmless: new Set([...a.harmless].filter((danger) => b.harmless.has(danger))) };
}

function joinedMembers(a: Value, b: Value, depth: number): ReadonlyMap<string, Value> | undefined {
  if (!a.members || !b.members) return a.members ?? b.members;
  const members = new Map(a.members);
  for (const [key, value] of b.members) {
    if (members.size >= mostMembers) break;
    members.set(key, joined(members.get(key) ?? unknown, value, depth + 1));
  }
  return members;
}

/** The value with one member more, or another one. */
export function withMember(value: Value, key: string, member: Value): Value {
  const members = new Map(value.members);
  if (members.size < mostMembers || members.has(key)) members.set(key, member);
  return { ...value, members };
}
