import type { ReportProgress } from '../base/progress.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { Finding } from '../finding/finding.ts';
import type { Rule } from '../rules/rule.ts';
import type { Standard } from '../standard/standard.ts';
import { checkFile } from './check-file.ts';
import { conclude } from './conclude.ts';
import { describeChange } from './describe-change.ts';
import type { Extractor } from './extraction/extractor.ts';
import { Judge } from './judge/judge.ts';
import { unusedSuppressions } from './judge/unused-suppressions.ts';
import { filesToReview, readFiles } from './read-files.ts';
import type { Review } from './review-result.ts';
import { RuleRunner } from './run-rules.ts';
import { Settings } from './settings.ts';

export interface ReviewRequest {
  readonly changeSet: ChangeSet;
  readonly standard: Standard;
  readonly rules: readonly Rule[];
  /** Review whole files, not only what the change touches. */
  readonly everything?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: ReportProgress;
  /** Called with findings on single files while the review still runs, in the order in which they come up. */
  readonly onFinding?: (finding: Finding) => void;
}

/** Reviews a change set against a standard. Rejects only when `signal` is aborted, with its reason. */
export async function review(request: ReviewRequest, extractor: Extractor): Promise<Review> {
  const { changeSet, standard, rules } = request;
  const settings = new Settings(standard);
  const runner = new RuleRunner(rules, settings);
  const judge = new Judge(settings);

  const findings: Finding[] = [];
  const read = await readFiles(filesToReview(changeSet, settings), extractor, request, ({ file }) => {
    judge.add(file);
    const checked = checkFile(file, runner);
    const found = judge.judgeFile(file, checked.base, checked.head);
    findings.push(...found);
    found.forEach((finding) => request.onFinding?.(finding));
  });
  const files = read.map(({ file }) => file);
  judge.files = files;

  const { change, notices } = await describeChange(changeSet, files, extractor, runner);
  request.signal?.throwIfAborted();
  findings.push(...judge.judgeChange(runner.runOnChange(change)));
  findings.push(...judge.judgeChange(unusedSuppressions({ files, rules, standard }, runner, judge)));

  return conclude({ changeSet, change, standard, settings, rules, findings, notices: [...read.flatMap((each) => each.notices), ...notices, ...runner.notices] });
}
