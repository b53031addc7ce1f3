import type { Notice } from '../base/notice.ts';
import type { CodeChange } from '../code/code-change.ts';
import type { Finding } from '../finding/finding.ts';
import type { Rule, RuleMetadata } from '../rules/rule.ts';
import { testGaps } from '../rules/tests/gaps/test-gaps.ts';
import type { DescribedChange } from './describe-change.ts';
import type { ConsumerSearch } from './consumers/consumer-search.ts';
import { nameConsumers } from './consumers/name-consumers.ts';
import { settleTypes } from './compiler/settle-types.ts';
import type { Judge } from './judge/judge.ts';
import { withoutDoubles } from './doubles.ts';
import { furtherStep } from './further-step.ts';
import { inReviewOrder } from './judge/order.ts';
import { unusedSuppressions } from './judge/unused-suppressions.ts';
import { verdictOf } from './judge/verdict.ts';
import { planBreaks } from './planned/plan-breaks.ts';
import type { ReadFile } from './read-files.ts';
import type { ReviewRequest } from './request.ts';
import type { Review } from './review-result.ts';
import type { RuleRunner } from './run-rules.ts';
import { understatedChanges } from './versions/version-findings.ts';
import { planTests } from './test-plan/plan-tests.ts';
import type { WholeFiles } from './whole-files.ts';
import { testsCutId } from './related-tests.ts';

/** A review whose files were checked and whose change was described. */
export interface Reviewed {
  readonly request: Pick<ReviewRequest, 'changeSet' | 'standard' | 'rules' | 'now' | 'signal' | 'askCompiler'>;
  readonly consumers: ConsumerSearch;
  readonly whole: WholeFiles;
  readonly runner: RuleRunner;
  readonly judge: Judge;
  readonly files: readonly ReadFile[];
  /** On single files. */
  readonly findings: readonly Finding[];
  readonly described: DescribedChange;
  /** To be asked for when everything is judged. */
  readonly notices: () => readonly Notice[];
}

/** Runs the rules on the whole change, orders what was found and gives the verdict. */
export async function conclude({ request, consumers, whole, runner, judge, files, described, ...found }: Reviewed): Promise<Review> {
  const { changeSet, standard, rules, now } = request;
  const { change } = described;
  judge.files = change.files;
  const failed: Notice[] = [];
  const step = <Result>(does: string, without: Result, run: () => Promise<Result>): Promise<Result> =>
    furtherStep(does, { without, notices: failed, signal: request.signal }, run);
  const written = withoutDoubles(runner.runOnChange(change), found.findings);
  const drafted = await step('ask the compiler', written, async () => {
    const { askCompiler } = request;
    if (!askCompiler) return written;
    const settled = await settleTypes(written, change, (questions) => askCompiler(questions, changeSet));
    failed.push(...settled.notices);
    return settled.drafted;
  });
  const planned = await step('tell which breaks were planned', drafted, () =>
    planBreaks(drafted, change, changeSet, now, standard.noticeMonths),
  );
  const onChange = judge.judgeChange(
    await step('look for who uses what is broken', planned, () => nameConsumers(planned, change, consumers)),
  );
  const understated = judge.judgeChange(
    await step('compare what was found with the declared version', [], () =>
      understatedChanges({ change, findings: onChange, rules, settings: judge.settings }, changeSet),
    ),
  );
  const unused = judge.judgeChange(unusedSuppressions({ files: change.files, rules, standard }, runner, judge));
  const findings = inReviewOrder([...found.findings, ...onChange, ...understated, ...unused]);
  const testPlan = await step('plan tests', undefined, () => planOf(change, { request, runner, judge, whole }));
  const notices = inNoticeOrder([
    ...changeSet.notices,
    ...files.flatMap((file) => file.notices),
    ...described.notices.filter(({ id }) => id !== testsCutId || findings.some(isGap)),
    ...found.notices(),
    ...runner.notices,
    ...failed,
  ]);
  return {
    base: changeSet.base,
    head: changeSet.head,
    standard: { name: standard.name },
    verdict: verdictOf(findings, notices, standard),
    findings,
    notices,
    rules: rules
      .filter(({ id }) => judge.settings.isOn(id))
      .map(descriptorOf)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    size: sizeOf(change),
    minimumConfidence: standard.minimumConfidence,
    ...(testPlan && { testPlan }),
  };
}

/** The rules that judge tests. Where the team has turned them off, or they failed, there is nothing to plan by. */
const gapRules = ['tests/untested-change', 'tests/untested-edge-case'] as const;

/** That tests were left unread matters where something is said to have none. */
function isGap({ rule, state }: Finding): boolean {
  return state === 'new' && gapRules.some((each) => each === rule);
}

async function planOf(
  change: CodeChange,
  { request, runner, judge, whole }: Pick<Reviewed, 'request' | 'runner' | 'judge' | 'whole'>,
): Promise<Review['testPlan']> {
  const isJudged = request.rules.some(({ id }) => gapRules.some((rule) => rule === id) && judge.settings.isOn(id) && runner.hasRun(id));
  return isJudged ? planTests(change, testGaps(change), { tree: request.changeSet.trees.head, whole }) : undefined;
}

function descriptorOf({
  id,
  title,
  reason,
  remedy,
  severity,
  confidence,
  languages,
  cwe,
  sources,
  limits,
  definedAt,
}: Rule): Omit<RuleMetadata, 'examples'> {
  return {
    id,
    title,
    reason,
    remedy,
    severity,
    confidence,
    languages,
    ...(cwe && { cwe }),
    ...(sources && { sources }),
    ...(limits !== undefined && { limits }),
    ...(definedAt !== undefined && { definedAt }),
  };
}

function sizeOf({ files }: CodeChange): Review['size'] {
  const hunks = files.flatMap(({ change }) => change.hunks);
  return {
    files: files.length,
    added: hunks.reduce((sum, { headCount }) => sum + headCount, 0),
    removed: hunks.reduce((sum, { baseCount }) => sum + baseCount, 0),
  };
}

function inNoticeOrder(notices: readonly Notice[]): Notice[] {
  const keyOf = (notice: Notice): string => [notice.id, notice.path ?? '', notice.message].join('\n');
  const keyed = notices.map((notice) => ({ notice, key: keyOf(notice) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ notice }) => notice);
}
