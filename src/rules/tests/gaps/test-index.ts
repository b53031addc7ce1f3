import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import { contains, type TextRange } from '../../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { AssertionFact, SymbolFact, TestFact } from '../../../code/facts.ts';
import { codeOf, foldedText, walk, type CodeNode, type Visited } from '../../../code/walk.ts';
import { callSitesIn, type CallSite, type TestCode } from './call-sites.ts';
import { isEvidence } from './evidence.ts';

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
}

/** Levels of helper functions that are followed within a test file. */
const helperDepth = 3;

/** The tests at head that prove something. */
export function testCases(change: Pick<CodeChange, 'files' | 'tests'>): readonly TestCase[] {
  const byPath = new Map(change.files.map((file) => [file.head?.path, file]));
  return change.tests.flatMap((file) => casesOf(file, byPath.get(file.path)));
}

/** A review that follows an editor asks about the same files at every save. */
const read = new WeakMap<SourceFile, { readonly changed: ChangedFile | undefined; readonly cases: readonly TestCase[] }>();

function casesOf(file: SourceFile, changed: ChangedFile | undefined): readonly TestCase[] {
  const known = read.get(file);
  if (known && known.changed === changed) return known.cases;
  const cases = readCases(file, changed);
  read.set(file, { changed, cases });
  return cases;
}

function readCases(file: SourceFile, changed: ChangedFile | undefined): readonly TestCase[] {
  const tests = (file.facts?.tests ?? []).filter((test) => isEvidence(test, file));
  if (tests.length === 0) return [];
  const helpers = helpersOf(file);
  const setup = [...helpers.keys()].filter((name) => setupNames.test(name));
  const isTouched = (range: TextRange): boolean =>
    changed?.head?.touched.some((each) => each.end > range.start && each.start < range.end) ?? false;
  const touchedHelpers = (file.facts?.symbols ?? [])
    .filter(({ kind, range }) => /^(function|method|variable|field)$/.test(kind) && isTouched(range))
    .map(({ name }) => name);
  let base: string | undefined;
  const isAtBase = (text: string): boolean => (base ??= changed?.base?.text.replace(/\s+/g, ' ') ?? '').includes(text);
  return tests.map((test) => {
    const own = { file, symbol: symbolOf(test, file), code: test.body };
    const used = usedHelpers([...directNames(test.body), ...setup], helpers);
    const codes = [own, ...used.flatMap((name) => helpers.get(name) ?? [])];
    const names = new Set([...used, ...codes.flatMap(({ code }) => [...directNames(code)])]);
    // What stands in the base too is an old test, or a copy of one. Rows of a table stand outside of the body.
    const isNews = (): boolean => test.parameters.length > 0 || !isAtBase(foldedText(file.text, bodyRange(test)));
    const touched = (isTouched(test.range) && isNews()) || touchedHelpers.some((name) => names.has(name));
    return {
      test,
      file,
      codes,
      text: file.text.slice(test.range.start, test.range.end),
      helperTexts: codes.slice(1).flatMap(({ code }) => code.map(({ range }) => file.text.slice(range.start, range.end))),
      names,
      touched,
      errors: test.assertions.filter(isAboutError),
    };
  });
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

const setupNames = /^(setUp|before|beforeEach|beforeAll|init|initialize)/;

function isAboutError({ kind, expected }: AssertionFact): boolean {
  return kind === 'throws' || (kind === 'status' && /^[45]/.test(expected ?? ''));
}

/** From the first statement to the last: without title and annotations. */
export function bodyRange({ body, range }: TestFact): TextRange {
  const [first, last] = [body[0], body.at(-1)];
  return first && last ? { start: first.range.start, end: last.range.end } : { start: range.end, end: range.end };
}

/** Name → its code; overloads and names of several groups are several. */
type Helpers = ReadonlyMap<string, readonly TestCode[]>;

/** Functions and values of a test file, those written inside groups too; what is written inside one test is that test's alone. */
function helpersOf(file: SourceFile): Helpers {
  const helpers = new Map<string, TestCode[]>();
  const add = (name: string, symbol: SymbolFact, code: readonly CodeNode[]): void => {
    const others = helpers.get(name);
    if (others) others.push({ file, symbol, code });
    else helpers.set(name, [{ file, symbol, code }]);
  };
  const symbols = file.facts?.symbols ?? [];
  for (const symbol of symbols) if (symbol.kind !== 'module' && codeOf(symbol).length > 0) add(symbol.name, symbol, codeOf(symbol));
  const [module] = symbols;
  const groups = (file.facts?.tests ?? []).filter(({ kind }) => kind === 'group').flatMap(({ body }) => body);
  for (const { node } of module ? besideCases([...(module.body ?? []), ...groups], file) : []) {
    if (!module) break;
    if (node.kind === 'functions') for (const each of node.functions) add(each.name, module, each.body);
    if (node.kind === 'variable' && node.value && !/^(?:describe|it|test)$/.test(node.name)) add(node.name, module, [node.value]);
    if (node.kind === 'call' && setupNames.test(node.name)) add(node.name, module, node.arguments);
  }
  return helpers;
}

/** What stands outside of all cases: what one of them calls its own things is nothing to the others. */
function besideCases(code: readonly CodeNode[], file: SourceFile): readonly Visited[] {
  const cases = innermostCases(file);
  let at = 0;
  return walk(code)
    .toSorted((one, other) => one.node.range.start - other.node.range.start)
    .filter(({ node: { range } }) => {
      while (at < cases.length && (cases[at]?.end ?? 0) <= range.start) at++;
      const next = cases[at];
      return !next || !contains(next, range);
    });
}

/** Those that hold no others, in their order. */
function innermostCases({ facts }: SourceFile): readonly TextRange[] {
  const cases = (facts?.tests ?? []).filter(({ kind }) => kind === 'case').map(({ range }) => range);
  const inOrder = cases.toSorted((one, other) => one.start - other.start);
  return inOrder.filter((range, index) => {
    const next = inOrder[index + 1];
    return !next || next.start >= range.end;
  });
}

/** The helpers that a test uses, itself or through others. */
function usedHelpers(direct: readonly string[], helpers: Helpers): readonly string[] {
  const used = new Set(direct.filter((name) => helpers.has(name)));
  let pending: ReadonlySet<string> = new Set(used);
  for (let depth = 1; depth < helperDepth && pending.size > 0; depth++) {
    const reached = [...pending].flatMap((name) => (helpers.get(name) ?? []).flatMap(({ code }) => [...directNames(code)]));
    pending = new Set(reached.filter((name) => helpers.has(name) && !used.has(name)));
    for (const name of pending) used.add(name);
  }
  return [...used];
}

const namesIn = new WeakMap<readonly CodeNode[], ReadonlySet<string>>();

function directNames(code: readonly CodeNode[]): ReadonlySet<string> {
  const known = namesIn.get(code);
  if (known) return known;
  const names = new Set<string>();
  for (const { node } of walk(code)) {
    if (node.kind === 'call' || node.kind === 'name' || node.kind === 'member' || node.kind === 'element') names.add(node.name);
    if (node.kind === 'new') names.add(node.type.slice(node.type.lastIndexOf('.') + 1));
    if (node.kind === 'variable' && node.type) names.add(node.type.replace(/<.*/s, ''));
    if (node.kind === 'string' && node.value.startsWith('/')) names.add(node.value);
  }
  namesIn.set(code, names);
  return names;
}
