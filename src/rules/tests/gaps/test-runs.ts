import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { executionOf, isNeverRun } from './execution.ts';
import type { FunctionUnderTest } from './obligation.ts';
import type { TestCase } from './test-index.ts';

/** Fewer functions of one test may have been run by another. */
const leastCalled = 2;

/**
 * The functions with what a report on the tests' run decides. What no test runs is not shown, however much it looks so; what tests run may be shown or not.
 * Where tests are tied to a function, they must be seen to have been among those that were run.
 */
export function asExecuted(
  functions: readonly FunctionUnderTest[],
  tests: readonly TestCase[],
  change: CodeChange,
): readonly FunctionUnderTest[] {
  if (!functions.some(isNeverRun)) return functions;
  const run = testFilesRun(functions, tests, change);
  return functions.map((each) => {
    if (!isNeverRun(each)) return each;
    if (each.gap === 'untested') return { ...each, confidence: 'medium' };
    const reaching = each.tests.filter(({ link }) => link !== 'file').map(({ test }) => test.file);
    if (reaching.length === 0 || !reaching.every((file) => run.has(file))) return each;
    return { ...each, gap: 'untested', confidence: 'medium', obligations: each.obligations.map((one) => ({ ...one, shown: 'missing' })) };
  });
}

/** The test files of which everything that they call by name was run, but for what was never run at all. */
function testFilesRun(functions: readonly FunctionUnderTest[], tests: readonly TestCase[], change: CodeChange): ReadonlySet<SourceFile> {
  const missed = new Set(functions.filter(isNeverRun).map(({ at }) => at.symbol.name));
  const entered = enteredByName(change);
  const called = new Map<SourceFile, Set<string>>();
  for (const { file, names } of tests) {
    const known = called.get(file) ?? new Set<string>();
    for (const name of names) if (entered.has(name) && !missed.has(name)) known.add(name);
    called.set(file, known);
  }
  const isRun = (names: ReadonlySet<string>): boolean => names.size >= leastCalled && [...names].every((name) => entered.get(name));
  return new Set([...called].flatMap(([file, names]) => (isRun(names) ? [file] : [])));
}

/** The functions of the changed files that reports speak of, by name, and whether a test ran them. */
function enteredByName(change: CodeChange): ReadonlyMap<string, boolean> {
  const entered = new Map<string, boolean>();
  for (const { head } of change.files) {
    if (head?.role !== 'production') continue;
    for (const symbol of (head.facts?.symbols ?? []).filter(isCallable)) {
      const execution = executionOf({ file: head, symbol }, change);
      if (execution) entered.set(symbol.name, execution.isEntered || entered.get(symbol.name) === true);
    }
  }
  return entered;
}

function isCallable({ kind }: SymbolFact): boolean {
  return kind === 'function' || kind === 'method';
}
