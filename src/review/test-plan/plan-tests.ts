import type { CodeChange } from '../../code/code-change.ts';
import type { TestGaps } from '../../rules/tests/gaps/obligation.ts';
import { readBuildFiles, type Reading } from './build-files.ts';
import { commandsFor, runnerOf } from './commands/commands.ts';
import { levelOfTests } from './levels.ts';
import { plannedCases } from './planned-cases.ts';
import { runOrder } from './run-order.ts';
import { riskFor, Stakes } from './stakes.ts';
import type { TestPlan } from './test-plan.ts';

/** More of either would be read by nobody, and a longer command line is refused by some systems. */
const most = { cases: 200, tests: 40 };

/** What to test about a change and what to run first; undefined where there is neither. Of the tree it reads only how tests are run. */
export async function planTests(change: CodeChange, gaps: TestGaps, reading: Reading): Promise<TestPlan | undefined> {
  const stakes = new Stakes(change);
  const cases = plannedCases(change, gaps, stakes);
  const ranked = runOrder(change, gaps, stakes);
  if (cases.length === 0 && ranked.length === 0) return undefined;
  const first = ranked.slice(0, most.tests);
  const files = first.map(({ file }) => file);
  const build = await readBuildFiles(
    reading,
    files.map(({ path }) => path),
  );
  const runners = new Map(files.map((file) => [file, runnerOf(file, build)]));
  return {
    cases: cases.slice(0, most.cases),
    moreCases: Math.max(0, cases.length - most.cases),
    runOrder: first.map(({ file, greatest, covers }) => {
      const runner = runners.get(file);
      return { path: file.path, level: levelOfTests(file), risk: riskFor(greatest), covers, ...(runner && { runner: runner.name }) };
    }),
    moreTests: ranked.length - first.length,
    commands: commandsFor(runners),
    templates: commandsFor(runners, 'templateFor'),
  };
}
