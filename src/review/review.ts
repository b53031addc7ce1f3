import { SymbolPairing } from '../code/pair-symbols.ts';
import type { Finding } from '../finding/finding.ts';
import { ActionPins } from './action-pins.ts';
import { checkFile } from './check-file.ts';
import { conclude } from './conclude.ts';
import { ConsumerSearch } from './consumers/consumer-search.ts';
import { withCoverage } from './coverage/with-coverage.ts';
import { describeChange } from './describe-change.ts';
import type { Extractor } from './extraction/extractor.ts';
import { ExternalSuppressions } from './judge/external-suppressions.ts';
import { keepNothing } from './kept-results.ts';
import { Judge } from './judge/judge.ts';
import { filesToReview, notReviewed, readFiles } from './read-files.ts';
import { searchAhead } from './related-tests.ts';
import { withOwnRules } from './request.ts';
import type { ReviewRequest } from './request.ts';
import type { Review } from './review-result.ts';
import { RuleRunner } from './run-rules.ts';
import { Settings } from './settings.ts';
import { lookAround } from './surroundings.ts';
import { tryOut, withTrials } from './try-out.ts';
import { WholeFiles } from './whole-files.ts';
import { WordSearch } from './word-search.ts';

export type { ReviewRequest } from './request.ts';

/** What is remembered of a thousand files or so: with all of a larger change it would be most of what a review holds. */
const mostMemos = 150_000;

/** Reviews a change set against a standard. Rejects only where `signal` is aborted, with its reason, or where the trees cannot be read. */
export async function review(asked: ReviewRequest, extractor: Extractor): Promise<Review> {
  const request = withOwnRules(asked);
  const { changeSet, standard, rules } = request;
  const settings = new Settings(standard);
  const runner = new RuleRunner(rules, settings, { memos: mostMemos });
  const external = new ExternalSuppressions(standard, request.now);
  const judge = new Judge(settings, external);

  const toReview = filesToReview(changeSet, settings);
  const search = new WordSearch(
    changeSet.trees.head,
    changeSet.files.map(({ path }) => path),
  );
  if (runner.needs('tests')) searchAhead(changeSet, toReview, search);

  const findings: Finding[] = [];
  const files = await readFiles(
    toReview,
    extractor,
    { ...request, queries: settings.queries, pins: new ActionPins(changeSet) },
    ({ file }) => {
      const found = judge.judgeFile(checkFile(file, runner));
      findings.push(...found);
      found.forEach((finding) => request.onFinding?.(finding));
    },
  );
  const changed = files.map(({ file }) => file);

  const whole = new WholeFiles(extractor);
  const keep = keepNothing(changeSet.trees);
  const read = await describeChange(changeSet, changed, new SymbolPairing(), (symbols) =>
    lookAround({ changeSet, files: changed, symbols, rules: runner, extractor, whole, search, now: request.now, keep }),
  );
  const described = await withCoverage(read, request, runner);
  request.signal?.throwIfAborted();
  const tried = await tryOut(request, described.change, runner);
  const result = await conclude({
    request,
    consumers: new ConsumerSearch(changeSet.trees.head, whole),
    whole,
    runner,
    judge,
    files,
    findings,
    described: withTrials(described, tried),
    notices: () => [...notReviewed(changeSet, settings), ...external.notices()],
  });
  const seen = new Set(findings);
  result.findings.filter((finding) => !seen.has(finding)).forEach((finding) => request.onFinding?.(finding));
  return result;
}
