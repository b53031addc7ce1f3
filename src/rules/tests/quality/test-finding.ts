import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { TestFact } from '../../../code/facts.ts';
import { callsIn, foldedText } from '../../../code/walk.ts';
import type { FindingDraft } from '../../../finding/draft.ts';

/** The test cases of a test file that run. */
export function liveCases(file: SourceFile): readonly TestFact[] {
  if (file.role !== 'test' || isSample(file)) return [];
  return (file.facts?.tests ?? []).filter(({ kind, run }) => kind === 'case' && run !== 'skipped');
}

/** Whether its tests are what other tests have run, as those of what runs tests do: `TestClassSample`. Build tools take no such name for tests. */
function isSample({ path }: SourceFile): boolean {
  return /(?:Samples?|Fixtures?|Dummy)\d*\.java$/.test(path);
}

/** A finding on a piece of a test, known again by its text. */
export function testFinding(file: SourceFile, test: TestFact, range: TextRange, message: string): FindingDraft {
  const content = foldedText(file.text, range);
  return {
    message,
    place: { file, range },
    subject: `${test.titles.join(' › ')} ${content}`,
    content,
    properties: { test: 'weak' },
  };
}

/** The name of a test for a sentence. */
export function titled({ titles }: TestFact): string {
  return `“${titles.at(-1) ?? ''}”`;
}

/** The line that has the title of a test, without the white space around: past its annotations. */
export function titleLine(file: SourceFile, { titles, range }: TestFact): TextRange {
  const at = file.text.indexOf(titles.at(-1) ?? '', range.start);
  const { start, end } = file.lines.lineRange(file.lines.position(at === -1 || at > range.start + 1000 ? range.start : at).line);
  const written = file.text.slice(start, end);
  return { start: start + (written.length - written.trimStart().length), end: start + written.trimEnd().length };
}

/** Whether a test is there for the compiler, which checks `Expect<Equal<A, B>>` and what it is told to expect. */
export function checksTypes({ text, path }: SourceFile, { range }: TestFact): boolean {
  if (/\.(?:test-d|tst)\.[cm]?tsx?$/.test(path)) return true;
  return /\b(Expect|Equal|Equals|AssertEqual|IsExact|IsAssignable|assert|assertType)<|@ts-expect-error|\bsatisfies\b|\bexpect(Type|Error|Assignable)/.test(
    text.slice(range.start, range.end),
  );
}

/** Whether a test says how often its assertions are to be reached: then reaching one is what is checked. */
export function countsAssertions({ body }: TestFact): boolean {
  return callsIn(body).some(({ name }) => /^(?:assertions|hasAssertions|plan|expectAssertions|checkpoint)$/.test(name));
}
