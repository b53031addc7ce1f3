import type { TextRange } from '../../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { AssertionFact, TestFact } from '../../../code/facts.ts';
import { codeOf, foldedText, walk, type CodeNode } from '../../../code/walk.ts';
import { isEvidence } from './evidence.ts';

/** One test that runs and checks, with what it names. */
export interface TestCase {
  readonly test: TestFact;
  readonly file: SourceFile;
  /** Functions and types it calls, itself or through functions of its own file. */
  readonly names: ReadonlySet<string>;
  /** Its text. */
  readonly text: string;
  /** Whether the change adds or changes it; a copy of another test does not count. */
  readonly touched: boolean;
  readonly errors: readonly AssertionFact[];
}

/** Levels of helper functions that are followed within a test file. */
const helperDepth = 3;

/** The tests at head that prove something. */
export function testCases(change: CodeChange): readonly TestCase[] {
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
  const helpers = helpersOf(file);
  const setup = [...helpers].filter(([name]) => setupNames.test(name)).flatMap(([, names]) => [...names]);
  const isTouched = (range: TextRange): boolean =>
    changed?.head?.touched.some((each) => each.end > range.start && each.start < range.end) ?? false;
  const touchedHelpers = (file.facts?.symbols ?? [])
    .filter(({ kind, range }) => /^(function|method|variable|field)$/.test(kind) && isTouched(range))
    .map(({ name }) => name);
  const base = changed?.base?.text.replace(/\s+/g, ' ') ?? '';
  return tests.map((test) => {
    const names = withHelpers(new Set([...directNames(test.body), ...setup]), helpers);
    // What stands in the base too is an old test, or a copy of one. Rows of a table stand outside of the body.
    const isNews = test.parameters.length > 0 || !base.includes(foldedText(file.text, bodyRange(test)));
    const touched = (isTouched(test.range) && isNews) || touchedHelpers.some((name) => names.has(name));
    return {
      test,
      file,
      text: file.text.slice(test.range.start, test.range.end),
      names,
      touched,
      errors: test.assertions.filter(isAboutError),
    };
  });
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

/** Name → the names its own code uses. */
type Helpers = ReadonlyMap<string, ReadonlySet<string>>;

/** Functions and values of a test file, those written inside groups too. */
function helpersOf(file: SourceFile): Helpers {
  const helpers = new Map<string, Set<string>>();
  const add = (name: string, code: readonly CodeNode[]): void => {
    helpers.set(name, new Set([...(helpers.get(name) ?? []), ...directNames(code)]));
  };
  for (const symbol of file.facts?.symbols ?? [])
    if (symbol.kind !== 'module' && codeOf(symbol).length > 0) add(symbol.name, codeOf(symbol));
  const groups = (file.facts?.tests ?? []).filter(({ kind }) => kind === 'group').flatMap(({ body }) => body);
  for (const { node } of walk([...(file.facts?.symbols[0]?.body ?? []), ...groups])) {
    if (node.kind === 'functions') for (const each of node.functions) add(each.name, each.body);
    if (node.kind === 'variable' && node.value && !/^(?:describe|it|test)$/.test(node.name)) add(node.name, [node.value]);
    if (node.kind === 'call' && setupNames.test(node.name)) add(node.name, node.arguments);
  }
  return helpers;
}

/** The names with those that the helpers among them use. */
function withHelpers(direct: ReadonlySet<string>, helpers: Helpers): ReadonlySet<string> {
  const names = new Set(direct);
  let pending = [...direct];
  for (let depth = 0; depth < helperDepth && pending.length > 0; depth++) {
    pending = pending.flatMap((name) => [...(helpers.get(name) ?? [])]).filter((name) => !names.has(name));
    for (const name of pending) names.add(name);
  }
  return names;
}

function directNames(code: readonly CodeNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of walk(code)) {
    if (node.kind === 'call' || node.kind === 'name' || node.kind === 'member' || node.kind === 'element') names.add(node.name);
    if (node.kind === 'new') names.add(node.type.slice(node.type.lastIndexOf('.') + 1));
    if (node.kind === 'variable' && node.type) names.add(node.type.replace(/<.*/s, ''));
    if (node.kind === 'string' && node.value.startsWith('/')) names.add(node.value);
  }
  return names;
}
