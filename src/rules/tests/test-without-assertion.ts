import * as z from 'zod/mini';
import { foldedText } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { isChecking } from './gaps/evidence.ts';
import { bodyRange } from './gaps/test-index.ts';

export const testWithoutAssertion = defineFileRule({
  id: 'tests/test-without-assertion',
  title: 'A test checks nothing',
  reason:
    'A test without an assertion passes as long as nothing throws. It raises the coverage and makes the code look tested, and it stays green when the result is wrong.',
  remedy:
    'Assert what the code is to return, to change or to send. Where it is enough that nothing throws, say so: `assertDoesNotThrow`, or in the test’s title.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [{ title: 'Sonar RSPEC-2699: Tests should include assertions', url: 'https://rules.sonarsource.com/java/RSPEC-2699/' }],
  limits:
    'A call of another function of the test code counts as a check, since that function may assert. Titles such as “does not throw” and `contextLoads` are taken at their word.',
  examples: [
    {
      name: 'a test only calls the code',
      base: {},
      head: {
        'src/test/java/CartTest.java':
          'import org.junit.jupiter.api.Test;\n\nclass CartTest {\n  @Test\n  void totalsUp() {\n    Cart cart = new Cart();\n    cart.add(2);\n    cart.total();\n  }\n}\n',
      },
      finds: ['src/test/java/CartTest.java:5 The test “totalsUp” checks nothing: it passes whatever the code answers.'],
    },
    {
      name: 'the test asserts',
      base: {},
      head: {
        'src/test/java/CartTest.java':
          'import org.junit.jupiter.api.Test;\n\nclass CartTest {\n  @Test\n  void totalsUp() {\n    assertThat(new Cart().total()).isEqualTo(0);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a test is empty',
      base: {},
      head: { 'test/cart.test.ts': "import { it } from 'vitest';\n\nit('totals up', () => {});\n" },
      finds: ['test/cart.test.ts:3 The test “totals up” is empty.'],
    },
    {
      name: 'a function of the test file asserts',
      base: {},
      head: {
        'test/cart.test.ts':
          "function totals(items: number[], sum: number) {\n  expect(total(items)).toBe(sum);\n}\n\nit('totals up', () => {\n  totals([1, 2], 3);\n});\n",
      },
      finds: [],
    },
    {
      name: 'a test forgets to expect',
      base: {},
      head: { 'test/cart.test.js': "it('totals up', () => {\n  const cart = new Cart();\n  cart.total();\n});\n" },
      finds: ['test/cart.test.js:1 The test “totals up” checks nothing: it passes whatever the code answers.'],
    },
    {
      name: 'the title says that it is enough not to throw',
      base: {},
      head: { 'test/cart.test.js': "it('does not throw on an empty cart', () => {\n  new Cart().total();\n});\n" },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'test') return;
    for (const test of file.facts?.tests ?? []) {
      if (
        test.kind !== 'case' ||
        test.run === 'skipped' ||
        isChecking(test, file) ||
        checksTypes(file.text.slice(test.range.start, test.range.end))
      )
        continue;
      const title = test.titles.at(-1) ?? '';
      const line = file.lines.position(declarationStart(file.text, test.range.start, title)).line;
      yield {
        message:
          test.body.length === 0
            ? `The test “${title}” is empty.`
            : `The test “${title}” checks nothing: it passes whatever the code answers.`,
        place: { file, range: firstLine(file.lines.lineRange(line), file.text) },
        subject: test.titles.join(' › '),
        ...(test.body.length > 0 && { content: foldedText(file.text, bodyRange(test)) }),
        properties: { gap: 'assertion-free' },
      };
    }
  },
});

/** The compiler checks `Expect<Equal<A, B>>` and what it is told to expect. */
function checksTypes(text: string): boolean {
  return /\b(Expect|Equal|Equals|AssertEqual|IsExact)<|@ts-expect-error|\bsatisfies\b|\bexpect(Type|Error|Assignable)/.test(text);
}

/** Past annotations, to the line that has the title. */
function declarationStart(text: string, start: number, title: string): number {
  const at = text.indexOf(title, start);
  return at === -1 || at > start + 1000 ? start : at;
}

function firstLine(line: { readonly start: number; readonly end: number }, text: string): { start: number; end: number } {
  const written = text.slice(line.start, line.end);
  return { start: line.start + (written.length - written.trimStart().length), end: line.start + written.trimEnd().length };
}
