import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { shortName } from '../../rules/tests/gaps/finding.ts';
import type { TestGaps } from '../../rules/tests/gaps/obligation.ts';
import type { LinkedTest } from '../../rules/tests/gaps/tests-of-file.ts';
import { levelOfTests } from './levels.ts';
import type { Stakes } from './stakes.ts';
import type { TestLevel } from './test-plan.ts';

/** A test file with what it has at stake. */
export interface RankedTest {
  readonly file: SourceFile;
  /** With all the functions that it is tied to, for the order. */
  readonly stake: number;
  /** With one of them. */
  readonly greatest: number;
  /** Those that it reaches. */
  readonly covers: readonly string[];
}

/** A test file's tie to a changed function. */
interface Tie {
  readonly name: string;
  readonly stake: number;
  readonly isReached: boolean;
}

/** How much of a function's stake a test has that calls it, calls its caller, or only deals with its file. */
const share = { call: 1, caller: 0.5, file: 0.2 };

/**
 * The test files that concern the change, those with most at stake first: those tied to changed functions, and those that the change touches.
 * Where nothing behaves differently, as after a refactoring, those that name what was touched.
 */
export function runOrder(change: CodeChange, { functions }: TestGaps, stakes: Stakes): readonly RankedTest[] {
  const tied = new Map<SourceFile, Tie[]>();
  for (const each of functions)
    for (const [file, link] of nearestByFile(each.tests)) {
      const tie = { name: shortName(each.at), stake: stakes.of(each) * share[link], isReached: link !== 'file' };
      const others = tied.get(file);
      if (others) others.push(tie);
      else tied.set(file, [tie]);
    }
  const touched = new Set(change.files.flatMap(({ head }) => head?.path ?? []));
  const live = change.tests.filter(hasLiveTest);
  const others = live.filter((file) => functions.length === 0 || touched.has(file.path));
  return [...new Set([...tied.keys(), ...others])].map((file) => ranked(file, tied.get(file) ?? [])).sort(byStake);
}

function nearestByFile(tests: readonly LinkedTest[]): ReadonlyMap<SourceFile, LinkedTest['link']> {
  const nearest = new Map<SourceFile, LinkedTest['link']>();
  for (const { test, link } of tests) {
    const known = nearest.get(test.file);
    if (known === undefined || share[link] > share[known]) nearest.set(test.file, link);
  }
  return nearest;
}

function ranked(file: SourceFile, ties: readonly Tie[]): RankedTest {
  const sorted = ties.toSorted((a, b) => b.stake - a.stake || (a.name < b.name ? -1 : 1));
  return {
    file,
    stake: ties.reduce((sum, each) => sum + each.stake, 0),
    greatest: sorted[0]?.stake ?? 0,
    covers: [...new Set(sorted.filter(({ isReached }) => isReached).map(({ name }) => name))],
  };
}

/** With the same at stake, what answers sooner comes first. */
const reach: readonly TestLevel[] = ['unit', 'slice', 'contract', 'integration', 'end-to-end'];

function byStake(a: RankedTest, b: RankedTest): number {
  return (
    b.stake - a.stake || reach.indexOf(levelOfTests(a.file)) - reach.indexOf(levelOfTests(b.file)) || (a.file.path < b.file.path ? -1 : 1)
  );
}

function hasLiveTest({ facts }: SourceFile): boolean {
  return facts?.tests.some(({ kind, run }) => kind === 'case' && run !== 'skipped') ?? false;
}
