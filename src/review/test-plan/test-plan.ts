/** How much of the product takes part in a test, from the least to the most. */
export type TestLevel = 'unit' | 'slice' | 'integration' | 'contract' | 'end-to-end';

/**
 * What a case tries: what should work, what should be refused, a limit, a failure, who may do it, or several things at once.
 */
export type CaseType = 'positive' | 'negative' | 'edge' | 'error' | 'permission' | 'concurrency';

export type Risk = 'high' | 'medium' | 'low';

/** One thing that a test should show about the change. */
export interface PlannedCase {
  /** What it is about: `Cart.total`, or the part of a contract. */
  readonly about: string;
  readonly path: string;
  /** At head, from 1. */
  readonly line: number;
  /** What the test shows, in a sentence for people who do not read code. Names and values stand between backticks. */
  readonly show: string;
  readonly level: TestLevel;
  readonly type: CaseType;
  readonly risk: Risk;
  /** Whether a test at head shows it; `unknown` where the sources alone do not tell. */
  readonly state: 'missing' | 'unknown' | 'shown';
  /** How it went with its line when the tests ran; absent where no report tells. */
  readonly run?: 'run' | 'partly' | 'never';
}

/** A test file at head that concerns the change. */
export interface RelatedTest {
  readonly path: string;
  readonly level: TestLevel;
  readonly risk: Risk;
  /** The changed functions that it reaches, those with most at risk first. */
  readonly covers: readonly string[];
  /** What runs it, e.g. `vitest`; absent where that could not be recognised. */
  readonly runner?: string;
}

/** What to test about a change, and which tests to run first. */
export interface TestPlan {
  /** What no test shows first, of that what no test even runs, then by risk. */
  readonly cases: readonly PlannedCase[];
  /** How many more cases there are. */
  readonly moreCases: number;
  /** The tests that exist, those with most at risk first. */
  readonly runOrder: readonly RelatedTest[];
  readonly moreTests: number;
  /** Command lines for a POSIX shell in the repository's root that run these tests with the repository's own runners. They are text: nothing is run. */
  readonly commands: readonly string[];
  /** The same with placeholders for the tests, to be offered for a deep check. */
  readonly templates: readonly string[];
}
