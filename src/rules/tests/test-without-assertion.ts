import * as z from 'zod/mini';
import { foldedText } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { isChecking } from './gaps/evidence.ts';
import { bodyRange } from './gaps/test-index.ts';
import { checksTypes, liveCases, titleLine } from './quality/test-finding.ts';

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
    for (const test of liveCases(file)) {
      if (isChecking(test, file) || checksTypes(file, test)) continue;
      const title = test.titles.at(-1) ?? '';
      yield {
        message:
          test.body.length === 0
            ? `The test “${title}” is empty.`
            : `The test “${title}” checks nothing: it passes whatever the code answers.`,
        place: { file, range: titleLine(file, test) },
        subject: test.titles.join(' › '),
        ...(test.body.length > 0 && { content: foldedText(file.text, bodyRange(test)) }),
        properties: { gap: 'assertion-free' },
      };
    }
  },
});
