import type { CodeChange, SymbolAt } from '../code/code-change.ts';
import { testGaps } from '../rules/tests/gaps/test-gaps.ts';
import { runOrder } from '../review/test-plan/run-order.ts';
import { Stakes } from '../review/test-plan/stakes.ts';
import { takenBy, type TestCommand } from './test-command.ts';

/** A changed function with the tests to run on it. */
export interface FunctionToTry {
  readonly at: SymbolAt;
  /** One run after the other, each of more tests: what those nearest to it notice need not be tried on all. */
  readonly runs: readonly (readonly string[])[];
}

export interface TrialPlan {
  /** Those with most at stake first. */
  readonly functions: readonly FunctionToTry[];
  /** All tests that concern the change, those with most at stake first; none where the command is not told which to run. */
  readonly tests: readonly string[];
  /** Changed functions whose files cannot be written as they were read. */
  readonly left: readonly SymbolAt[];
}

/** What to try on a change. Nothing is run for it. */
export function planTrials(change: CodeChange, command: TestCommand): TrialPlan {
  const gaps = testGaps(change);
  const stakes = new Stakes(change);
  const tests = command.takesTests
    ? takenBy(
        command,
        runOrder(change, gaps, stakes).map(({ file }) => file.path),
      ).slice(0, mostTests)
    : [];
  const ranked = gaps.functions.map((each) => ({ each, stake: stakes.of(each) })).sort((a, b) => b.stake - a.stake);
  const functions = ranked.map(({ each }): FunctionToTry => {
    const nearest = new Set(each.tests.map(({ test }) => test.file.path));
    const own = tests.filter((path) => nearest.has(path));
    return { at: each.at, runs: own.length > 0 && own.length < tests.length ? [own, tests] : [tests] };
  });
  const isWritable = ({ at }: FunctionToTry): boolean => encodingOf(at, change) === 'utf-8';
  return { functions: functions.filter(isWritable), tests, left: functions.filter((each) => !isWritable(each)).map(({ at }) => at) };
}

/** A longer command line is refused by some systems. */
const mostTests = 40;

function encodingOf({ file }: SymbolAt, { files }: CodeChange): string | undefined {
  return files.find(({ head }) => head === file)?.change.head?.encoding;
}
