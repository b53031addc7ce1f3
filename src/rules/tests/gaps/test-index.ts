import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { AssertionFact, SymbolFact, TestFact } from '../../../code/facts.ts';
import { foldedText } from '../../../code/walk.ts';
import { callSitesIn, type CallSite, type TestCode } from './call-sites.ts';
import { isEvidence } from './evidence.ts';
import { heirsOf } from './heirs.ts';
import { directNames, leanedOn, setupOf, sourcesOf, usedHelpers, withBorrowed } from './helpers.ts';

/** One test that runs and checks, with what it names. */
export interface TestCase {
  readonly test: TestFact;
  readonly file: SourceFile;
  /** Functions and types it calls, itself or through functions of its own file. */
  readonly names: ReadonlySet<string>;
  /** Its own code, and that of the functions of its file that it uses. */
  readonly codes: readonly TestCode[];
  /** Its text. */
  readonly text: string;
  /** The texts of the functions and values of its file that it uses. */
  readonly helperTexts: readonly string[];
  /** Whether the change adds or changes it; a copy of another test does not count. */
  readonly touched: boolean;
  readonly errors: readonly AssertionFact[];
  /** The files of the types that inherit it. */
  readonly heirs: readonly SourceFile[];
}

/** The tests at head that prove something. */
export function testCases(change: Pick<CodeChange, 'files' | 'tests'>): readonly TestCase[] {
  const byPath = new Map(change.files.map((file) => [file.head?.path, file]));
  return change.tests.flatMap((file) => {
    const around = { leaned: leanedOn(file, change.tests), heirs: heirsOf(file, change.tests) };
    return casesOf(file, byPath.get(file.path), around, byPath);
  });
}

/** The other files that a file of tests is read with. */
interface Around {
  readonly leaned: readonly SourceFile[];
  readonly heirs: readonly SourceFile[];
}

type ByPath = ReadonlyMap<string | undefined, ChangedFile>;

interface Read extends Around {
  readonly changed: ChangedFile | undefined;
  readonly cases: readonly TestCase[];
}

/** A review that follows an editor asks about the same files at every save. */
const read = new WeakMap<SourceFile, Read>();

function casesOf(file: SourceFile, changed: ChangedFile | undefined, around: Around, byPath: ByPath): readonly TestCase[] {
  const known = read.get(file);
  if (known?.changed === changed && known && isSame(known.leaned, around.leaned) && isSame(known.heirs, around.heirs)) return known.cases;
  const cases = readCases(file, changed, around, byPath);
  read.set(file, { changed, ...around, cases });
  return cases;
}

function isSame(one: readonly SourceFile[], other: readonly SourceFile[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

function readCases(file: SourceFile, changed: ChangedFile | undefined, { leaned, heirs }: Around, byPath: ByPath): readonly TestCase[] {
  const tests = (file.facts?.tests ?? []).filter((test) => isEvidence(test, file));
  if (tests.length === 0) return [];
  const helpers = withBorrowed(file, leaned);
  const setup = [...setupOf(file), ...leaned.flatMap(setupOf)];
  const isTouched = (range: TextRange): boolean => touches(changed, range);
  const touchedHelpers = [file, ...leaned].flatMap((each) => touchedIn(each, byPath.get(each.path)));
  let base: string | undefined;
  const isAtBase = (text: string): boolean => (base ??= changed?.base?.text.replace(/\s+/g, ' ') ?? '').includes(text);
  return tests.map((test) => {
    const own = { file, symbol: symbolOf(test, file), code: test.body };
    const used = usedHelpers([...directNames(test.body), ...sourcesOf(own.symbol), ...setup], helpers);
    const codes = [own, ...used.flatMap((name) => helpers.get(name) ?? [])];
    const names = new Set([...used, ...codes.flatMap(({ code }) => [...directNames(code)])]);
    // What stands in the base too is an old test, or a copy of one. Rows of a table stand outside of the body.
    const isNews = (): boolean =>
      test.body.length === 0 ||
      !isAtBase(foldedText(file.text, bodyRange(test))) ||
      (test.parameters.length > 0 && !hasMarksOf(own.symbol, test, isAtBase, file));
    const touched = (isTouched(test.range) && isNews()) || touchedHelpers.some((name) => names.has(name));
    return {
      test,
      file,
      codes,
      text: file.text.slice(test.range.start, test.range.end),
      helperTexts: codes.slice(1).flatMap(({ file: of, code }) => code.map(({ range }) => of.text.slice(range.start, range.end))),
      names,
      touched,
      errors: test.assertions.filter(isAboutError),
      heirs,
    };
  });
}

/** Whether a test of a table stands under annotations that others stood under before: in Java they hold or name its rows. */
function hasMarksOf({ annotations, range }: SymbolFact, test: TestFact, isAtBase: (text: string) => boolean, file: SourceFile): boolean {
  return (
    annotations.length > 0 && range.start === test.range.start && annotations.every((each) => isAtBase(foldedText(file.text, each.range)))
  );
}

/** The functions and values of a test file that the change touches, by name. */
function touchedIn({ facts }: SourceFile, changed: ChangedFile | undefined): readonly string[] {
  if (!changed) return [];
  return (facts?.symbols ?? [])
    .filter(({ kind, range }) => /^(function|method|variable|field)$/.test(kind) && touches(changed, range))
    .map(({ name }) => name);
}

function touches(changed: ChangedFile | undefined, range: TextRange): boolean {
  return changed?.head?.touched.some((each) => each.end > range.start && each.start < range.end) ?? false;
}

/** Where the types of a test's names are looked up. */
function symbolOf(test: TestFact, file: SourceFile): SymbolFact {
  const found =
    symbolsByStart(file)
      .get(test.range.start)
      ?.find(({ range }) => range.end === test.range.end) ?? file.facts?.symbols[0];
  if (!found) throw new Error('a file with tests has a module');
  return found;
}

const symbolsByStart = remembered(({ facts }: SourceFile) => groupBy(facts?.symbols ?? [], ({ range }) => range.start));

/** The calls of a name that a test makes, itself or through functions of its file. */
export function callsOf(test: TestCase, name: string): readonly CallSite[] {
  return test.codes.flatMap((code) => callSitesIn(code).get(name) ?? []);
}

const calledNames = remembered(({ codes }: TestCase) => new Set(codes.flatMap((code) => [...callSitesIn(code).keys()])));

/** Whether a test calls anything by that name, itself or through functions of its file. */
export function isCalledIn(test: TestCase, name: string): boolean {
  return calledNames(test).has(name);
}

function isAboutError({ kind, expected }: AssertionFact): boolean {
  return kind === 'throws' || (kind === 'status' && /^[45]/.test(expected ?? ''));
}

/** From the first statement to the last: without title and annotations. */
export function bodyRange({ body, range }: TestFact): TextRange {
  const [first, last] = [body[0], body.at(-1)];
  return first && last ? { start: first.range.start, end: last.range.end } : { start: range.end, end: range.end };
}
