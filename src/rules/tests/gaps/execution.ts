import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { FileCoverage, LineCoverage } from '../../../code/coverage.ts';
import type { Execution } from './executed-lines.ts';
import type { FunctionUnderTest, Obligation } from './obligation.ts';

const byFile = new WeakMap<CodeChange, ReadonlyMap<string, FileCoverage>>();

/** What no report speaks of is undefined. */
export function executionOf(at: SymbolAt, change: CodeChange): Execution | undefined {
  if (change.coverage.length === 0) return undefined;
  const coverage = coverageIn(change).get(at.file.path);
  const body = coverage && bodyLines(at);
  if (!body) return undefined;
  const inside = coverage.lines.filter(({ line }) => line >= body.first && line <= body.last && isCode(at.file, line));
  const changed = inside.filter(({ line }) => isTouched(at.file, line));
  if (inside.length === 0) return undefined;
  return {
    reports: coverage.reports,
    run: linesOf(changed.filter(({ executed }) => executed)),
    missed: linesOf(changed.filter(({ executed }) => !executed)),
    partly: linesOf(changed.filter(isPartly)),
    isLoaded: coverage.lines.some(({ executed }) => executed),
    isEntered: inside.some(({ executed }) => executed),
  };
}

/** Whether the tests that were run are seen to have left out all that changed in it. */
export function isNeverRun({ execution }: Pick<FunctionUnderTest, 'execution'>): boolean {
  return execution !== undefined && execution.isLoaded && execution.missed.length > 0 && execution.run.length === 0;
}

/** How it went with the line that raised an obligation, or with all of the function where that is no line of its body; undefined where no report tells. */
export function runOf(
  { range }: Pick<Obligation, 'range'>,
  { at, execution }: Pick<FunctionUnderTest, 'at' | 'execution'>,
): Obligation['run'] {
  if (!execution?.isLoaded) return undefined;
  const { line } = at.file.lines.position(range.start);
  if (execution.missed.includes(line) || isNeverRun({ execution })) return 'never';
  if (execution.partly.includes(line)) return 'partly';
  return execution.run.includes(line) ? 'run' : undefined;
}

function coverageIn(change: CodeChange): ReadonlyMap<string, FileCoverage> {
  const known = byFile.get(change) ?? new Map(change.coverage.map((each) => [each.path, each]));
  byFile.set(change, known);
  return known;
}

function isPartly({ executed, branches }: LineCoverage): boolean {
  return executed && branches !== undefined && branches.taken < branches.all;
}

function linesOf(lines: readonly LineCoverage[]): readonly number[] {
  return lines.map(({ line }) => line);
}

/**
 * The lines after the one where the body begins: that one is run as soon as a file is loaded.
 * A script's function on one line has none; what Java has on one line is run with the function only.
 */
function bodyLines({ file, symbol }: SymbolAt): { readonly first: number; readonly last: number } | undefined {
  const range = symbol.bodyRange ?? { start: symbol.signatureRange.end, end: symbol.range.end };
  const [first, last] = [range.start, Math.max(range.start, range.end - 1)].map((offset) => file.lines.position(offset).line);
  if (first === undefined || last === undefined) return undefined;
  if (first < last) return { first: first + 1, last };
  return file.facts?.language === 'java' ? { first, last } : undefined;
}

const noCode = /^(?:[\s{}()[\],;]*$|\s*(?:\/\/|\/\*|\*|(?:\}\s*)?(?:else|finally|try|do)\s*\{\s*$))/;

/** Some tools count every line. */
function isCode({ text, lines }: SourceFile, line: number): boolean {
  const { start, end } = lines.lineRange(line);
  return !noCode.test(text.slice(start, end));
}

function isTouched({ touched, lines }: SourceFile, line: number): boolean {
  const { start, end } = lines.lineRange(line);
  return touched.some((range) => range.start < end && start < range.end);
}
