import type { TextRange } from '../../../base/text-range.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { Execution } from './executed-lines.ts';
import type { LinkedTest } from './tests-of-file.ts';

/** What kind of behaviour a change introduced, by what a test has to do to show it. */
export const obligationKinds = [
  'auth',
  'throws',
  'new-api',
  'new-branch',
  'changed-behaviour',
  'null-empty',
  'enum-case',
  'boundary',
  'loop',
  'numeric',
  'time',
  'text',
  'async',
  'paging',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** One behaviour that the change introduced and that a test should show. */
export interface Obligation {
  readonly kind: ObligationKind;
  /** The source that raised it, on one line and short. */
  readonly text: string;
  /** Where that source is, at head, in the function's file. */
  readonly range: TextRange;
  /** What is asked about, as written: a parameter, `items.length`, `options.limit`. */
  readonly about?: string;
  /** The parameter of the function that it depends on directly. */
  readonly parameter?: string;
  /** What a test should give for it, the most telling first. */
  readonly values: readonly EdgeValue[];
  /** Of `throws` and `auth`: what the caller gets to see. */
  readonly error?: ExpectedError;
  /** Whether a test at head shows it; `unknown` where the sources alone do not tell. */
  readonly shown: 'shown' | 'missing' | 'unknown';
  /** How it went with the line that raised it when the tests ran; absent where no report tells. */
  readonly run?: 'run' | 'partly' | 'never' | undefined;
}

/** How a function tells that it refuses: an error by its type and the literal words of its message, or an HTTP status. Empty where not written. */
export interface ExpectedError {
  readonly type: string;
  readonly message: string;
  readonly status?: string;
}

/** A value that a test should use. */
export interface EdgeValue {
  readonly kind: 'null' | 'undefined' | 'empty' | 'number' | 'string' | 'constant' | 'none' | 'one' | 'many';
  /** As written in the source, where it is a literal or a constant: `-1`, `"a"`, `Color.RED`. Of a bound that is a name: `LIMIT - 1`. */
  readonly text: string;
}

/**
 * What shows the new behaviour: a test that the change adds or changes, a call of a new function, or an older test that must have been written for it:
 * it says words that only the new behaviour has, gives what was not taken before, makes its condition come out both ways, or expects its error.
 */
export type Proof = 'change' | 'call' | 'input' | 'words' | 'outcome' | 'error';

/** A function whose behaviour the change makes or changes, with what tests show of it. */
export interface FunctionUnderTest {
  /** At head. */
  readonly at: SymbolAt;
  /** Not there before, not even under another name. */
  readonly isNew: boolean;
  /** All that the change introduced in it, in source order. Never empty. */
  readonly obligations: readonly Obligation[];
  /** What is missing: any test of it, or only the tests of some edge. Absent where tests show enough. */
  readonly gap?: 'untested' | 'edge' | undefined;
  /** How sure it is that the gap is one; `low` is not shown by default. */
  readonly confidence: 'medium' | 'low';
  /** Absent where nothing shows it, and where it is only taken to be shown together with the rest of the change. */
  readonly shownBy?: Proof;
  /** What tests executed of it; absent where no report tells. */
  readonly execution?: Execution | undefined;
  /** Tests that are tied to it, the nearest first: those that call it, then those of files that are called after its own, then those that call a caller of it, then those that only deal with its file. */
  readonly tests: readonly LinkedTest[];
  /** How much there is to lose, for ordering: the kind of what is new and how many depend on it. Greater is worse. */
  readonly risk: number;
  /** What is new and what is gone, in a form that stays the same however it is laid out: the finding's identity. */
  readonly fingerprint: string;
}

/** What the tests at head show of the change's production code. */
export interface TestGaps {
  /** Every function with new or changed behaviour, in the order of the change. */
  readonly functions: readonly FunctionUnderTest[];
  /** Why nothing can be said about tests, where that is so: then no function has a gap. */
  readonly silence?: Silence;
  /** Folders for which nothing can be said: their functions have no gap. */
  readonly unclear: readonly UnclearFolder[];
  readonly untested: readonly UntestedPart[];
}

/** A folder whose methods tests mostly do not call by name. */
export interface UnclearFolder {
  readonly folder: string;
  /** How many methods were looked for in tests. */
  readonly functions: number;
  readonly linked: number;
}

/** A package that has no tests, or none that render, with the functions in it that nothing is known to test: they have no gap of their own. */
export interface UntestedPart {
  readonly folder: string;
  readonly lack: 'tests' | 'rendering';
  /** Never empty. */
  readonly functions: readonly FunctionUnderTest[];
}

export interface Silence {
  readonly reason: 'no-tests' | 'end-to-end-only' | 'unreadable-tests' | 'no-change';
  /** For people: one sentence. */
  readonly message: string;
}
