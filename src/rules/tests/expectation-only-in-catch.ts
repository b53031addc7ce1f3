import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import type { Handler, Try } from '../../code/statement.ts';
import { contains } from '../../base/text-range.ts';
import { callsIn, handlersIn, isWithin, throwsIn, visitsOf } from '../../code/walk.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { indentationAt } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { checksOf, type Check } from './quality/checks.ts';
import { javaTest, scriptTest } from './quality/examples.ts';
import { countsAssertions, liveCases, testFinding, titled } from './quality/test-finding.ts';
import { JavaImports } from './skeleton/java-imports.ts';
import { assertionClass } from './skeleton/java-style.ts';

const caught = (more = ''): string =>
  javaTest('try {', `  cart.pay();${more}`, '} catch (EmptyCart error) {', '  assertEquals("empty", error.getMessage());', '}');
const inScript = (before = '', more = ''): string =>
  scriptTest(`${before}try {`, `  await cart.pay();${more}`, '} catch (error) {', "  expect(error.message).toBe('empty');", '}');

export const expectationOnlyInCatch = defineFileRule({
  id: 'tests/expectation-only-in-catch',
  title: 'An error is checked only if it happens to be thrown',
  reason:
    'The assertions in a `catch` are reached only when something is thrown. When the code stops throwing, which is what the test is there to notice, nothing is checked and the test passes.',
  remedy:
    'Expect the error: `assertThrows`, `assertThatThrownBy`, `expect(…).toThrow`, `await expect(…).rejects`. Or fail at the end of the `try`.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'eslint-plugin-jest: no-conditional-expect',
      url: 'https://github.com/jest-community/eslint-plugin-jest/blob/main/docs/rules/no-conditional-expect.md',
    },
    { title: 'JUnit 5 User Guide: exception handling', url: 'https://junit.org/junit5/docs/current/user-guide/#writing-tests-exceptions' },
  ],
  limits:
    'Only where the assertion is about the error that was caught. A `try` in a loop may go over inputs that are allowed to work, and a test that counts its assertions notices.',
  examples: [
    edited('nothing fails when nothing is thrown', 'src/test/java/CartTest.java', javaTest(), caught(), [
      '11 The test “totalsUp” passes when nothing is thrown: `assertEquals("empty", error.getMessage())` stands in a `catch`, and nothing fails before it.',
    ]),
    edited('the test fails when nothing is thrown', 'src/test/java/CartTest.java', javaTest(), caught('\n      fail();')),
    edited('nothing fails when nothing is rejected', 'test/cart.test.ts', scriptTest(), inScript(), [
      "7 The test “totals up” passes when nothing is thrown: `expect(error.message).toBe('empty')` stands in a `catch`, and nothing fails before it.",
    ]),
    edited('the test counts its assertions', 'test/cart.test.ts', scriptTest(), inScript('expect.assertions(1);\n  ')),
    edited('nothing fails when nothing is rejected in JavaScript', 'test/cart.test.js', scriptTest(), inScript(), [
      "7 The test “totals up” passes when nothing is thrown: `expect(error.message).toBe('empty')` stands in a `catch`, and nothing fails before it.",
    ]),
    edited('the test fails in the try', 'test/cart.test.js', scriptTest(), inScript('', "\n    throw new Error('it went through');")),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      if (test.parameters.length > 0 || countsAssertions(test)) continue;
      for (const { handler, try: visited } of handlersIn(test.body)) {
        if (isWithin(visited, ({ kind }) => kind === 'loop') || failsElsewhere(visited.node, handler, test)) continue;
        const check = checksOf(test).find((each) => isAbout(each, handler));
        if (!check) continue;
        const { range } = check.visited.node;
        const fix = failing(visited.node, handler, file);
        yield {
          ...testFinding(
            file,
            test,
            range,
            `The test ${titled(test)} passes when nothing is thrown: ${quotedCode(file.text.slice(range.start, range.end))} stands in a \`catch\`, and nothing fails before it.`,
          ),
          ...(fix && { fixes: [fix] }),
        };
      }
    }
  },
});

/** Whether an assertion in the handler looks at what was caught. */
function isAbout({ fact, visited: { node } }: Check, { name, bodyRange }: Handler): boolean {
  return (
    fact.name !== 'fail' &&
    name !== undefined &&
    contains(bodyRange, node.range) &&
    visitsOf([node], 'name').some((each) => each.node.name === name)
  );
}

/** Whether the test fails, asserts or throws in the `try` or behind it, or takes down that it caught something. */
function failsElsewhere(tried: Try, handler: Handler, test: TestFact): boolean {
  const notes = visitsOf(handler.body, 'assignment', 'return').length > 0 || callsIn(handler.body).some(({ name }) => ends.test(name));
  const fails = callsIn(test.body).some(({ name, range }) => failingCalls.test(name) && !contains(handler.bodyRange, range));
  const throws = throwsIn(test.body).some(({ range }) => !contains(handler.bodyRange, range));
  const asserts = checksOf(test).some(({ visited: { node } }) => tried.body.some(({ range }) => contains(range, node.range)));
  return notes || fails || throws || asserts;
}

const ends = /^(?:done|cb|callback|resolve|next|end|countDown|set|incrementAndGet|push|add)$/;
const failingCalls = /^(?:fail\w*|unreachable|shouldHaveThrown|done|cb|callback|reject)$/;

/** Failing at the end of the `try`; in JavaScript the handler would catch that, too. */
function failing(tried: Try, { types }: Handler, file: SourceFile): FixDraft | undefined {
  const last = tried.body.at(-1);
  if (file.facts?.language !== 'java' || !last || types.some((type) => /Throwable|Error$/.test(type))) return undefined;
  const imports = new JavaImports(file);
  imports.addStatic(assertionClass(file), 'fail');
  const at = last.range.end;
  const newText = `\n${indentationAt(file, last.range.start)}fail("${types.join(' or ')} was to be thrown");`;
  return {
    title: 'Fail where nothing is thrown',
    safety: 'unsafe',
    edits: [...imports.edits(), { file, range: { start: at, end: at }, newText }],
  };
}
