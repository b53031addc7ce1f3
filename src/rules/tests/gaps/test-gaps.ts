import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import { changedFunctions, type ChangedFunction } from './changed-behaviour.ts';
import type { FunctionUnderTest, Silence, TestGaps } from './obligation.ts';
import { Reach, type LinkedTest } from './reach.ts';
import { riskOf } from './risk.ts';
import { testCases } from './test-index.ts';
import { TestsWithoutCases } from './tests-without-cases.ts';
import { verdictOn } from './verdict.ts';

/** Rules, the test plan and the run order ask about the same change. */
const known = new WeakMap<CodeChange, TestGaps>();

/** What the change introduced, function by function, and what of it the tests at head show. */
export function testGaps(change: CodeChange): TestGaps {
  const gaps = known.get(change) ?? findGaps(change);
  known.set(change, gaps);
  return gaps;
}

function findGaps(change: CodeChange): TestGaps {
  const changed = changedFunctions(change);
  if (changed.length === 0) return { functions: [] };
  const tests = testCases(change);
  const reach = new Reach(tests);
  const withoutCases = new TestsWithoutCases(change);
  const silence = silenceOf(change, changed);
  // Tests that cannot be read as cases, or are tied to none of the functions by name, are there for one of them all the same.
  const unclear = silence !== undefined || withoutCases.areAboutNone(changed.map(({ at }) => at));
  const tied = new Set(changed.flatMap(({ at }) => reach.linkedTo(at).map(({ test }) => test)));
  const orphans = tests.some((test) => test.touched && !tied.has(test));
  const functions = changed.map((each) => {
    const linked = reach.linkedTo(each.at);
    const found = underTest(each, linked, change);
    const isExcused = unclear || withoutCases.areAbout(each.at) || (found.gap === 'untested' && orphans);
    return isExcused ? withoutGap(found) : found;
  });
  return { functions: withoutHelpers(functions), ...(silence && { silence }) };
}

function underTest(changed: ChangedFunction, linked: readonly LinkedTest[], change: CodeChange): FunctionUnderTest {
  const verdict = verdictOn(changed, linked, change);
  const { at, isNew, added } = changed;
  return {
    at,
    isNew,
    ...verdict,
    tests: [...linked].sort((a, b) => Number(b.link === 'call') - Number(a.link === 'call')),
    risk: riskOf(at, verdict.obligations),
    fingerprint: added
      .map(({ key }) => key)
      .sort()
      .join('\n'),
  };
}

function withoutGap(found: FunctionUnderTest): FunctionUnderTest {
  return { ...found, gap: undefined };
}

function silenceOf(change: CodeChange, changed: readonly ChangedFunction[]): Silence | undefined {
  if (change.testFileCount > 0) return undefined;
  const count = `${changed.length} changed function${changed.length === 1 ? '' : 's'}`;
  return {
    reason: 'no-tests',
    message: `The repository has no tests that could be recognised: nothing shows the behaviour of ${count}.`,
  };
}

/** A private function whose caller has a gap is tested with it. */
function withoutHelpers(functions: readonly FunctionUnderTest[]): readonly FunctionUnderTest[] {
  return functions.map((each) => {
    const { at, isNew, gap } = each;
    if (at.symbol.visibility !== 'private' || !isNew || gap !== 'untested') return each;
    const mention = new RegExp(`\\b${at.symbol.name.replace(/\W/g, '')}\\b`);
    const isCovered = functions.some(
      (other) => other !== each && other.gap !== undefined && other.at.file === at.file && mention.test(textOf(other.at)),
    );
    return isCovered ? withoutGap(each) : each;
  });
}

function textOf({ file, symbol }: SymbolAt): string {
  return file.text.slice(symbol.range.start, symbol.range.end);
}
