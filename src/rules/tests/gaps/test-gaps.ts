import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { folderOf, unclearFolders } from './calibration.ts';
import { decidingTests, runs, type Deciding } from '../dry-run/dry-run.ts';
import { testsImporting } from '../dry-run/importing.ts';
import { changedFunctions } from './changed-behaviour.ts';
import type { ChangedFunction } from './changed-function.ts';
import type { FunctionUnderTest, Proof, TestGaps, UnclearFolder } from './obligation.ts';
import { isKnownToOldTests } from './known-symbols.ts';
import { nearestFirst } from './nearest-first.ts';
import { Reach } from './reach.ts';
import type { LinkedTest } from './tests-of-file.ts';
import { executionOf, isNeverRun, runOf } from './execution.ts';
import { riskOf } from './risk.ts';
import { silenceOf, silenceOfBeginning } from './silence.ts';
import { testCases } from './test-index.ts';
import { asExecuted } from './test-runs.ts';
import { TestsWithoutCases } from './tests-without-cases.ts';
import { asTried } from './tried.ts';
import { untestedParts } from './untested-parts.ts';
import { isGuarding, proofOf, verdictOn } from './verdict.ts';

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
  if (changed.length === 0) return { functions: [], unclear: [], untested: [] };
  const beginning = silenceOfBeginning(change, changed.length);
  if (beginning) return { functions: [], unclear: [], untested: [], silence: beginning };
  const tests = testCases(change);
  const reach = new Reach(
    tests,
    [...change.files.flatMap(({ head }) => (head?.role === 'production' ? [head] : [])), ...unchangedIn(change)],
    (file) => testsImporting(change, [file]),
  );
  const withoutCases = new TestsWithoutCases(change);
  const silence = silenceOf(
    change,
    changed.map(({ at }) => at),
  );
  // Tests that cannot be read as cases, or are tied to none of the functions by name, are there for one of them all the same.
  const unclear = silence !== undefined || withoutCases.areAboutNone(changed.map(({ at }) => at));
  const tied = new Set(changed.flatMap(({ at }) => reach.linkedTo(at).map(({ test }) => test)));
  const orphans = tests.some((test) => test.touched && !tied.has(test));
  const proofs = proofsOf(changed, reach, change);
  const isNamed = isKnownToOldTests(change, tests, reach);
  const isForeseen = isNamed || [...proofs.values()].some((proof) => proof !== undefined && proof !== 'change');
  const isTested = [...proofs.values()].includes('change');
  const guarding = isGuarding(changed);
  const functions = changed.map((each) => {
    const linked = reach.linkedTo(each.at);
    // A change is of one piece: where older tests were written for it, they show what it changes besides.
    const shown = proofs.get(each) !== undefined || isNamed || (isForeseen && !each.isNew);
    const judged = underTest(each, linked, { shown, guarding, isUnsure: isTested && isPlumbing(each), proof: proofs.get(each) });
    const found = withExecution(judged, change);
    // That no test of the change expects an error is plain, whatever else its tests are about.
    const isExcused =
      !isNeverRun(found) && (silence !== undefined || (found.gap === 'untested' && (unclear || orphans || withoutCases.areAbout(each.at))));
    return isExcused ? withoutGap(found) : found;
  });
  const executed = asExecuted(withoutHelpers(functions), tests, change);
  const { functions: clear, unclear: folders } = withoutUnclear(executed, unclearFolders(change, tests));
  const untested = untestedParts(clear, change);
  const told = new Set(untested.flatMap((part) => part.functions));
  return {
    functions: clear.map((each) => asTried(told.has(each) ? withoutGap(each) : each, change)),
    unclear: folders,
    untested,
    ...(silence && { silence }),
  };
}

/** What stands between tests and what changed, where that was read: functions are reached by way of it, too. */
function unchangedIn({ programs, files }: CodeChange): readonly SourceFile[] {
  const changed = new Set(files.map(({ path }) => path));
  return (programs?.head ?? []).filter(({ path, role }) => role === 'production' && !changed.has(path));
}

/** What shows each of them. Where nothing else does, older tests are gone through as they would run before and after the change. */
function proofsOf(changed: readonly ChangedFunction[], reach: Reach, change: CodeChange): ReadonlyMap<ChangedFunction, Proof | undefined> {
  const proofs = new Map(changed.map((each) => [each, proofOf(each, reach.linkedTo(each.at), change)]));
  const open = changed.filter((each) => proofs.get(each) === undefined);
  if (change.programs === undefined || open.length === 0) return proofs;
  const shownBy = (found: readonly Deciding[]) => open.filter(({ at }) => found.some((test) => runs(test, at)));
  const named = open.flatMap(({ at }) => reach.linkedTo(at).map(({ test }) => test.file));
  const tied = new Set([
    ...named,
    ...testsImporting(
      change,
      open.map(({ at }) => at.file),
    ),
  ]);
  const deciding = decidingTests(change, [...tied], (found) => shownBy(found).length === open.length);
  for (const each of shownBy(deciding)) proofs.set(each, 'outcome');
  return proofs;
}

/** Where tests are not seen to call what was there before, that they do not call what is new says nothing. */
function withoutUnclear(
  functions: readonly FunctionUnderTest[],
  folders: ReadonlyMap<string, UnclearFolder>,
): Pick<TestGaps, 'functions' | 'unclear'> {
  const unclear = new Set<UnclearFolder>();
  const left = functions.map((each) => {
    const isReached = each.tests.some(({ link }) => link !== 'file');
    const folder = each.gap === 'untested' && !isReached && !isNeverRun(each) ? folders.get(folderOf(each.at.file.path)) : undefined;
    if (folder) unclear.add(folder);
    return folder ? withoutGap(each) : each;
  });
  return { functions: left, unclear: [...unclear] };
}

/** What only hands on other values than before is mostly tested with what it hands them to. */
function isPlumbing({ isNew, added }: ChangedFunction): boolean {
  return !isNew && added.every(({ kind }) => kind === 'value');
}

interface Judgement {
  /** Whether a test shows what is new, taken as a whole. */
  readonly shown: boolean;
  /** Whether the change makes function after function refuse null. */
  readonly guarding: boolean;
  readonly isUnsure: boolean;
  readonly proof: Proof | undefined;
}

function underTest(
  changed: ChangedFunction,
  linked: readonly LinkedTest[],
  { shown, guarding, isUnsure, proof }: Judgement,
): FunctionUnderTest {
  const verdict = verdictOn(changed, linked, shown, guarding);
  const { at, isNew, added } = changed;
  return {
    at,
    isNew,
    ...verdict,
    ...(proof && { shownBy: proof }),
    ...(isUnsure && { confidence: 'low' as const }),
    tests: nearestFirst(linked, at),
    risk: riskOf(at, verdict.obligations),
    fingerprint: added
      .map(({ key }) => key)
      .sort()
      .join('\n'),
  };
}

function withExecution(found: FunctionUnderTest, change: CodeChange): FunctionUnderTest {
  const execution = executionOf(found.at, change);
  if (!execution) return found;
  const executed = { ...found, execution };
  const obligations = found.obligations.map((each) => ({ ...each, run: runOf(each, executed) }));
  const isMissing = execution.isLoaded && execution.missed.length > 0;
  return { ...executed, obligations, risk: found.risk * (isMissing ? neverRunWeighs : 1) };
}

/** What not even runs is more likely to be wrong. */
const neverRunWeighs = 1.5;

function withoutGap(found: FunctionUnderTest): FunctionUnderTest {
  return { ...found, gap: undefined };
}

/**
 * What is new and called by other changed functions of its file belongs to them: it is shown where one of them is.
 * Where none is, a private one is tested with its caller.
 */
function withoutHelpers(functions: readonly FunctionUnderTest[]): readonly FunctionUnderTest[] {
  return functions.map((each) => {
    const { at, isNew, gap } = each;
    if (!isNew || gap !== 'untested') return each;
    const mention = new RegExp(`\\b${at.symbol.name.replace(/\W/g, '')}\\b`);
    const callers = functions.filter((other) => other !== each && other.at.file === at.file && mention.test(textOf(other.at)));
    const isCovered = at.symbol.visibility === 'private' ? callers.length > 0 : callers.some((other) => other.gap === undefined);
    // That nothing runs it is told of what calls it, where that is not run either.
    const isKnown = isNeverRun(each) && !callers.some(isNeverRun);
    return isCovered && !isKnown ? withoutGap(each) : each;
  });
}

function textOf({ file, symbol }: SymbolAt): string {
  return file.text.slice(symbol.range.start, symbol.range.end);
}
