import type { Placed } from './scope.ts';

/** `undefined` where only a compiler could tell. */
export type Answer = boolean | undefined;

/** One comparison of two types, and what was found out on the way. */
export interface Comparison {
  readonly depth: number;
  readonly seen: ReadonlySet<string>;
  /** Type variables that a caller’s types decide, and what for. */
  readonly inferred: Map<string, Placed | undefined>;
  /** How many more types may be looked at: what takes longer is left to a compiler. */
  readonly budget: { left: number };
  /** Compares what is inside. */
  readonly compare: (from: Placed, to: Placed, state: Comparison) => Answer;
}

export function allOf(answers: readonly Answer[]): Answer {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

export function anyOf(answers: readonly Answer[]): Answer {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}
