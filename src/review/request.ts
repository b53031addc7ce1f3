import type { Notice } from '../base/notice.ts';
import type { ReportProgress } from '../base/progress.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { CodeChange } from '../code/code-change.ts';
import type { Trial } from '../code/trial.ts';
import type { Finding } from '../finding/finding.ts';
import type { Rule } from '../rules/rule.ts';
import { customRules } from '../standard/custom-rule.ts';
import type { Standard } from '../standard/standard.ts';
import type { AskCompiler } from './compiler/settle-types.ts';

/** The request with the rules that the standard defines itself beside the others. */
export function withOwnRules(request: ReviewRequest): ReviewRequest {
  return { ...request, rules: [...request.rules, ...customRules(request.standard)] };
}

/** What came of running the tests on parts of a change. */
export interface TriedOut {
  readonly trials: readonly Trial[];
  readonly notices: readonly Notice[];
}

/** Runs tests on parts of a change. A host hands it over only where a person asked for it with a command of their own. */
export type TryOut = (change: CodeChange) => Promise<TriedOut>;

export interface ReviewRequest {
  readonly changeSet: ChangeSet;
  readonly standard: Standard;
  /** When the review is: what was announced to go may go from its day on. */
  readonly now: Date;
  /** Every rule that may be run; the standard says which are. */
  readonly rules: readonly Rule[];
  /** Review whole files, not only what the change touches. */
  readonly everything?: boolean;
  /** Reports on what tests executed that the person named, absolute; those in the usual places are found without. */
  readonly coverageFiles?: readonly string[];
  readonly signal?: AbortSignal;
  readonly progress?: ReportProgress;
  /** Called with each finding as soon as it is known: those on single files while the review still runs. */
  readonly onFinding?: (finding: Finding) => void;
  /** Present where a person asked for it: of all steps this one runs code of the repository. */
  readonly tryOut?: TryOut | undefined;
  /** Present where a person named a compiler. */
  readonly askCompiler?: AskCompiler | undefined;
}
