import type { Notice } from '../base/notice.ts';
import type { CodeChange } from '../code/code-change.ts';
import type { DescribedChange } from './describe-change.ts';
import { furtherStep } from './further-step.ts';
import type { ReviewRequest, TriedOut } from './request.ts';
import type { RuleRunner } from './run-rules.ts';

/** The rules that say what came of it. */
const trialRules = ['tests/passes-without-the-change', 'tests/unnoticed-mutation'] as const;

/** Runs the tests on parts of the change, where a person asked for it; undefined where nobody did. */
export async function tryOut(
  { tryOut: run, rules, signal }: Pick<ReviewRequest, 'tryOut' | 'rules' | 'signal'>,
  change: CodeChange,
  runner: RuleRunner,
): Promise<TriedOut | undefined> {
  if (!run) return undefined;
  const isJudged = rules.some(({ id }) => trialRules.some((rule) => rule === id) && runner.isOn(id));
  if (!isJudged) return { trials: [], notices: [turnedOff] };
  const notices: Notice[] = [];
  const nothing: TriedOut = { trials: [], notices };
  return furtherStep('run the tests on parts of the change', { without: nothing, notices, signal }, () => run(change));
}

const turnedOff: Notice = {
  id: 'deep-check-off',
  message: `The deep check was not done: the standard has ${trialRules.join(' and ')} off.`,
  incomplete: false,
};

/** A change with what running its tests showed. */
export function withTrials({ change, notices }: DescribedChange, tried: TriedOut | undefined): DescribedChange {
  return tried ? { change: { ...change, trials: tried.trials }, notices: [...notices, ...tried.notices] } : { change, notices };
}

/** What still holds after a file was edited: what was tried on other code, with tests that are the same. */
export function stillHolding(tried: TriedOut, path: string): TriedOut {
  return { ...tried, trials: tried.trials.filter(({ at, tests }) => at.file.path !== path && !tests.includes(path)) };
}
