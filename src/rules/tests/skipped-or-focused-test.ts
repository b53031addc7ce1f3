import * as z from 'zod/mini';
import { shortened } from '../../base/shortened.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import { foldedText } from '../../code/walk.ts';
import type { Edit, FixDraft } from '../../finding/draft.ts';
import { wholeLines } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { bodyRange } from './gaps/test-index.ts';
import { reasonInComment } from './quality/skip-comment.ts';

export const skippedOrFocusedTest = defineFileRule({
  id: 'tests/skipped-or-focused-test',
  title: 'A test is skipped, or keeps others from running',
  reason:
    'A skipped test looks like a test and checks nothing; it is easily forgotten. A focused test (`.only`) is worse: it switches off every other test of its file or run while the run stays green.',
  remedy:
    'Take the mark away and mend the test or the code. Where the test has to wait, give the reason and a ticket in the mark, as in `@Disabled("flaky on Windows, #123")`. Delete a test that nobody needs.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'JUnit 5 User Guide: Disabling Tests', url: 'https://junit.org/junit5/docs/current/user-guide/#writing-tests-disabling' },
    { title: 'xUnit Test Patterns: ignored tests', url: 'http://xunitpatterns.com/' },
  ],
  limits:
    'A test that is skipped by a condition (system, environment) is not meant here. A skipped test that gives its reason, in the mark or in a comment above it, is a note only.',
  examples: [
    {
      name: 'a test is disabled',
      base: {
        'src/test/java/CartTest.java':
          'import org.junit.jupiter.api.*;\n\nclass CartTest {\n  @Test\n  void totalsUp() {\n    Assertions.assertEquals(3, new Cart().total());\n  }\n}\n',
      },
      head: {
        'src/test/java/CartTest.java':
          'import org.junit.jupiter.api.*;\n\nclass CartTest {\n  @Disabled\n  @Test\n  void totalsUp() {\n    Assertions.assertEquals(3, new Cart().total());\n  }\n}\n',
      },
      finds: ['src/test/java/CartTest.java:4 The test “totalsUp” is skipped and gives no reason.'],
      fixed: {
        'src/test/java/CartTest.java':
          'import org.junit.jupiter.api.*;\n\nclass CartTest {\n  @Test\n  void totalsUp() {\n    Assertions.assertEquals(3, new Cart().total());\n  }\n}\n',
      },
    },
    {
      name: 'the test runs',
      base: {},
      head: {
        'src/test/java/CartTest.java':
          'import org.junit.jupiter.api.*;\n\nclass CartTest {\n  @Test\n  void totalsUp() {\n    Assertions.assertEquals(3, new Cart().total());\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a test is focused',
      base: {},
      head: {
        'test/cart.test.ts':
          "import { expect, it } from 'vitest';\n\nit.only('totals up', () => {\n  expect(total([1, 2])).toBe(3);\n});\n",
      },
      finds: ['test/cart.test.ts:3 The test “totals up” is focused, so no other test of the file is run.'],
      fixed: {
        'test/cart.test.ts': "import { expect, it } from 'vitest';\n\nit('totals up', () => {\n  expect(total([1, 2])).toBe(3);\n});\n",
      },
    },
    {
      name: 'the test runs in TypeScript',
      base: {},
      head: { 'test/cart.test.ts': "it('totals up', () => {\n  expect(total([1, 2])).toBe(3);\n});\n" },
      finds: [],
    },
    {
      name: 'a group of tests is skipped',
      base: {},
      head: {
        'test/cart.test.js': "describe.skip('cart', () => {\n  it('totals up', () => {\n    expect(total([1, 2])).toBe(3);\n  });\n});\n",
      },
      finds: ['test/cart.test.js:1 The tests of “cart” are skipped and give no reason.'],
      fixed: {
        'test/cart.test.js': "describe('cart', () => {\n  it('totals up', () => {\n    expect(total([1, 2])).toBe(3);\n  });\n});\n",
      },
    },
    {
      name: 'a function that is no test is called skip',
      base: {},
      head: { 'test/read.test.js': "it('skips', () => {\n  expect(reader.skip(2)).toBe(3);\n});\n" },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'test') return;
    for (const test of file.facts?.tests ?? []) {
      if (test.run === 'live' || isInherited(test, file.facts?.tests ?? [])) continue;
      const fix = fixFor(file, test);
      yield {
        message: message(test, file),
        place: { file, range: test.markRange ?? { start: test.range.start, end: test.range.start } },
        subject: `${test.run} ${test.titles.join(' › ')}`,
        ...(test.body.length > 0 && { content: `${test.run} ${foldedText(file.text, bodyRange(test))}` }),
        severity: test.run === 'focused' ? 'error' : reasonOf(test, file) === undefined ? 'warning' : 'note',
        ...(fix && { fixes: [fix] }),
        properties: { gap: 'skipped' },
      };
    }
  },
});

/** A test of a skipped group carries no mark of its own: the group is the finding. */
function isInherited(test: TestFact, tests: readonly TestFact[]): boolean {
  return tests.some(
    (group) =>
      group !== test &&
      group.kind === 'group' &&
      group.run === test.run &&
      group.range.start <= test.range.start &&
      test.range.end <= group.range.end &&
      (test.markRange === undefined || test.markRange.start === group.markRange?.start),
  );
}

/** Why a test is skipped, in its mark or in a comment beside it; that it is skipped is no reason. */
function reasonOf({ skipReason, range, markRange }: TestFact, file: SourceFile): string | undefined {
  const written = skipReason ?? reasonInComment(file, markRange ?? range);
  return written === undefined || /^\W*(?:(?:skip(ped)?|ignored?|disabled?|todo|fixme|off|wip|temporar(y|ily)|later)\W*)?$/i.test(written)
    ? undefined
    : shortened(written, 120);
}

function message(test: TestFact, file: SourceFile): string {
  const title = `“${test.titles.at(-1) ?? ''}”`;
  const group = test.kind === 'group';
  const subject = group ? `The tests of ${title} are` : `The test ${title} is`;
  if (test.run === 'focused') return `${subject} focused, so no other test of the file is run.`;
  const reason = reasonOf(test, file);
  return reason !== undefined
    ? `${subject} skipped: ${reason.replace(/\.$/, '')}.`
    : `${subject} skipped and ${group ? 'give' : 'gives'} no reason.`;
}

/** Taking a mark away makes a test run: safe for the code, and the test may fail for its reason. */
function fixFor(file: SourceFile, test: TestFact): FixDraft | undefined {
  if (!test.markRange) return undefined;
  const edit = unmark(file, test.markRange);
  return (
    edit && {
      title: test.run === 'focused' ? 'Let the other tests run' : 'Run the test',
      safety: test.run === 'focused' ? 'safe' : 'unsafe',
      edits: [edit],
    }
  );
}

function unmark(file: SourceFile, mark: TextRange): Edit | undefined {
  const text = file.text.slice(mark.start, mark.end);
  if (/^\.\w+$/.test(text)) return { file, range: mark, newText: '' };
  if (/^(skip|only|fixme|todo)$/.test(text) && file.text[mark.start - 1] === '.')
    return { file, range: { start: mark.start - 1, end: mark.end }, newText: '' };
  if (/^[xf](it|test|describe|context|specify)$/.test(text))
    return { file, range: { start: mark.start, end: mark.start + 1 }, newText: '' };
  if (text.startsWith('@')) return { file, range: annotationWithSpace(file, mark), newText: '' };
  return undefined;
}

function annotationWithSpace(file: SourceFile, mark: TextRange): TextRange {
  const lines = wholeLines(file, mark);
  const alone = file.text.slice(lines.start, mark.start).trim() === '' && file.text.slice(mark.end, lines.end).trim() === '';
  if (alone) return lines;
  const space = /^\s*/.exec(file.text.slice(mark.end))?.[0].length ?? 0;
  return { start: mark.start, end: mark.end + space };
}
