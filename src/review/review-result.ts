import type { Notice } from '../base/notice.ts';
import type { Revision } from '../change/change-set.ts';
import type { Finding } from '../finding/finding.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import type { FailOn } from '../standard/standard.ts';
import type { TestPlan } from './test-plan/test-plan.ts';

export interface Verdict {
  /** `failed` where a new, unsuppressed, shown finding is at least as bad as `failOn`. */
  readonly gate: 'passed' | 'failed';
  readonly failOn: FailOn;
  /** Whether a notice says that findings may be missing. */
  readonly complete: boolean;
}

/** The result of a review: all a report or a view may look at. Plain data, the same bytes for the same input. */
export interface Review {
  readonly base: Revision;
  readonly head: Revision;
  readonly standard: { readonly name: string };
  readonly verdict: Verdict;
  /**
   * Everything that was found, in order: expectation, severity, path, line, rule, fingerprint.
   * Suppressed, unchanged, absent and less sure ones are here too; `counts` says whether one counts.
   */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** Descriptors of the rules that were on, by id, sorted. */
  readonly rules: readonly Omit<RuleMetadata, 'examples'>[];
  /** Sizes of the change: files, and lines that were added and removed. */
  readonly size: { readonly files: number; readonly added: number; readonly removed: number };
  /** The least confidence that is shown, from the standard. */
  readonly minimumConfidence: Finding['confidence'];
  /** Absent where there is nothing to test, and where no rule that judges tests is on. */
  readonly testPlan?: TestPlan;
}
