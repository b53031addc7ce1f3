import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import type { Handler, Try } from '../../code/statement.ts';
import { contains, type TextRange } from '../../base/text-range.ts';
import { callsIn, handlersIn, isWithin, throwsIn, visitsOf, type CodeNode, type Visited } from '../../code/walk.ts';
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
      for (const handling of handlingsIn(test)) {
        if (isWithin(handling.visited, ({ kind }) => kind === 'loop') || failsElsewhere(handling, test)) continue;
        const check = checksOf(test).find((each) => isAbout(each, handling));
        if (!check) continue;
        const { range } = check.visited.node;
        const fix = handling.failing?.(file);
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

/** What is done with an error that may be thrown. */
interface Handling {
  readonly visited: Visited;
  readonly name: string | undefined;
  readonly body: readonly CodeNode[];
  readonly bodyRange: TextRange;
  /** What may throw it. */
  readonly tried: readonly TextRange[];
  readonly failing?: (file: SourceFile) => FixDraft | undefined;
}

/** `try { … } catch (error) { … }`, and `await pay().catch((error) => …)`. */
function handlingsIn({ body }: TestFact): readonly Handling[] {
  const tries = handlersIn(body).map(({ handler, try: visited }): Handling => ({
    visited,
    name: handler.name,
    body: handler.body,
    bodyRange: handler.bodyRange,
    tried: visited.node.body.map(({ range }) => range),
    failing: (file) => failing(visited.node, handler, file),
  }));
  const promises = visitsOf(body, 'call').flatMap((visited): readonly Handling[] => {
    const { name, receiver, arguments: given } = visited.node;
    const [handler] = given;
    const isWaitedFor = visited.parent?.node.kind === 'await' || visited.parent?.node.kind === 'return';
    if (name !== 'catch' || !receiver || !isWaitedFor || given.length !== 1 || handler?.kind !== 'function') return [];
    return [{ visited, name: handler.parameters[0], body: handler.body, bodyRange: handler.range, tried: [receiver.range] }];
  });
  return [...tries, ...promises];
}

/** Says that the handler is not to be reached. */
const deniesError = /^(?:fail|toBeUndefined|toBeNull|toBeFalsy|undefined|null|notExist|ifError|assertNull|isNull)$/;

/** Whether an assertion in the handler looks at what was caught. */
function isAbout({ fact, visited: { node } }: Check, { name, bodyRange }: Handling): boolean {
  return (
    !deniesError.test(fact.name) &&
    name !== undefined &&
    contains(bodyRange, node.range) &&
    visitsOf([node], 'name').some((each) => each.node.name === name)
  );
}

/** Whether the test fails, asserts or throws in what may throw or behind it, or takes down that it caught something. */
function failsElsewhere({ body, bodyRange, tried }: Handling, test: TestFact): boolean {
  const checks = checksOf(test).map(({ visited: { node } }) => node.range);
  const gives = visitsOf(body, 'return').some(({ node: { range } }) => !checks.some((each) => contains(range, each)));
  const notes = gives || visitsOf(body, 'assignment').length > 0 || callsIn(body).some(({ name }) => ends.test(name));
  const fails = callsIn(test.body).some(({ name, range }) => failingCalls.test(name) && !contains(bodyRange, range));
  const throws = throwsIn(test.body).some(({ range }) => !contains(bodyRange, range));
  const asserts = checks.some((each) => tried.some((range) => contains(range, each)));
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
