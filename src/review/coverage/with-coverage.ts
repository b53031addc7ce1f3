import type { Notice } from '../../base/notice.ts';
import type { DescribedChange } from '../describe-change.ts';
import { furtherStep } from '../further-step.ts';
import type { ReviewRequest } from '../request.ts';
import type { RuleRunner } from '../run-rules.ts';
import { coverageOf } from './coverage-of.ts';

/** A change with what running its tests executed, where reports tell. They are read anew at each review. */
export async function withCoverage(
  described: DescribedChange,
  { changeSet, standard, coverageFiles = [], signal }: Pick<ReviewRequest, 'changeSet' | 'standard' | 'coverageFiles' | 'signal'>,
  rules: RuleRunner,
): Promise<DescribedChange> {
  if (!rules.needs('tests')) return described;
  const failed: Notice[] = [];
  const places = { places: standard.coverage, named: coverageFiles };
  const { coverage, notices } = await furtherStep(
    'read what running the tests executed',
    { without: { coverage: [], notices: [] }, notices: failed, signal },
    () => coverageOf(changeSet, described.change, places),
  );
  return { change: { ...described.change, coverage }, notices: [...described.notices, ...notices, ...failed] };
}
