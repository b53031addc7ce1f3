import type { TextRange } from '../../../src/base/text-range.ts';
import type { TestFact } from '../../../src/code/facts.ts';
import { tokensOf } from '../../../src/code/tokens.ts';
import type { ReadCode, ReadFile } from './read-commit.ts';

/** A test case where it stands. */
export interface PlacedTest {
  readonly code: ReadCode;
  readonly test: TestFact;
  readonly title: string;
}

/** What a commit does to the test cases. */
export interface TouchedTests {
  readonly added: readonly PlacedTest[];
  readonly changed: readonly PlacedTest[];
  /** Those that were there before and stay as they were, in the files of the commit. */
  readonly kept: readonly PlacedTest[];
  /** As the files of the commit held them before. */
  readonly older: readonly PlacedTest[];
}

export function touchedTests(files: readonly ReadFile[]): TouchedTests {
  const tests = files.filter(({ role }) => role === 'test');
  const before = tests.flatMap(({ baseCode }) => casesOf(baseCode));
  const older = new Map(before.map((each) => [each.title, tokens(each)]));
  const present = tests.flatMap(({ headCode }) => casesOf(headCode));
  return {
    added: present.filter(({ title }) => !older.has(title)),
    changed: present.filter((each) => (older.get(each.title) ?? tokens(each)) !== tokens(each)),
    kept: present.filter((each) => older.get(each.title) === tokens(each)),
    older: before,
  };
}

/** The innermost: a case of cases is their group. */
function casesOf(code: ReadCode | undefined): readonly PlacedTest[] {
  if (!code) return [];
  const cases = code.facts.tests.filter(({ kind }) => kind === 'case');
  return cases
    .filter(({ range }) => !cases.some((inner) => range.start < inner.range.start && inner.range.end <= range.end))
    .map((test) => ({ code, test, title: test.titles.join(' > ') }));
}

function tokens({ code, test }: PlacedTest): string {
  return tokensOf(code.text, test.range, code.facts.language).join(' ');
}

export function sourceOf({ code, test }: PlacedTest): string {
  return code.text.slice(test.range.start, test.range.end);
}

/** Whether it shows an error, by an assertion that knows one. */
export function showsError({ test }: PlacedTest): boolean {
  return test.assertions.some(({ kind }) => kind === 'throws');
}

interface Edit {
  readonly range: TextRange;
  readonly text: string;
}

export interface PlacedEdit {
  readonly code: ReadCode;
  /** Undefined where it cannot be made. */
  readonly edit: Edit | undefined;
}

/** The texts of the files that hold the tests, with all the edits made; undefined where one of them cannot be made. */
export function edited(edits: readonly PlacedEdit[]): ReadonlyMap<string, string> | undefined {
  if (edits.some((each) => !each.edit)) return undefined;
  const codes = new Set(edits.map(({ code }) => code));
  return new Map(
    Array.from(codes, (code) => {
      const own = edits.flatMap((each) => (each.code === code && each.edit ? [each.edit] : []));
      const apart = own.sort((one, other) => other.range.start - one.range.start);
      return [
        code.path,
        apart.reduce((text, { range, text: given }) => text.slice(0, range.start) + given + text.slice(range.end), code.text),
      ];
    }),
  );
}

/** Takes a test out, with its lines. */
export function withoutTest({ code, test: { range } }: PlacedTest): PlacedEdit {
  const end = /^[ \t]*[;,]?[ \t]*(?:\r?\n)?/.exec(code.text.slice(range.end))?.[0].length ?? 0;
  return { code, edit: { range: { start: lineStart(code.text, range.start), end: range.end + end }, text: '' } };
}

/** Marks a test as one that is not run, where its framework has a mark for that. */
export function skipped(placed: PlacedTest): PlacedEdit {
  const { code, test } = placed;
  const own = sourceOf(placed);
  const name = code.facts.language === 'java' ? '' : /^(?:it|test|specify)\b(?:\.(?:serial|cb|failing))?/.exec(own)?.[0];
  const mark = code.facts.language === 'java' ? javaSkip(code.text, own) : '.skip';
  if (test.run !== 'live' || name === undefined || mark === undefined) return { code, edit: undefined };
  const at = test.range.start + name.length;
  return { code, edit: { range: { start: at, end: at }, text: mark } };
}

function javaSkip(text: string, test: string): string | undefined {
  if (!test.includes('@')) return undefined;
  if (text.includes('org.junit.jupiter')) return '@org.junit.jupiter.api.Disabled("skipped") ';
  return text.includes('org.junit.') ? '@org.junit.Ignore("skipped") ' : undefined;
}

/** Repeats a test behind itself under another title, where its title is plain. */
export function repeated(placed: PlacedTest): PlacedEdit {
  const { code, test } = placed;
  const { text } = code;
  const own = sourceOf(placed);
  const title = test.titles.at(-1) ?? '';
  const at = own.indexOf(title);
  if (title === '' || at === -1) return { code, edit: undefined };
  const end = at + title.length;
  const copy = `${own.slice(0, end)}${code.facts.language === 'java' ? 'Repeated' : ' (repeated)'}${own.slice(end)}`;
  const behind = test.range.end + (text[test.range.end] === ';' ? 1 : 0);
  const indent = text.slice(lineStart(text, test.range.start), test.range.start);
  const line = `\n\n${indent}${copy}${text.slice(test.range.end, behind)}`;
  return { code, edit: { range: { start: behind, end: behind }, text: line } };
}

/** Where the line begins, if nothing else stands before the offset on it. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(start, offset).trim() === '' ? start : offset;
}
