import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import type { If } from '../../code/statement.ts';
import { bare, visitsOf, type CodeNode } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { checksOf, type Check } from './quality/checks.ts';
import { javaTest, scriptTest } from './quality/examples.ts';
import { checksTypes, countsAssertions, liveCases, testFinding, titled } from './quality/test-finding.ts';
import { uncheckedBranch } from './quality/unchecked-branch.ts';

export const conditionalAssertion = defineFileRule({
  id: 'tests/conditional-assertion',
  title: 'A test asserts only if its result is as hoped',
  reason:
    'Where all assertions of a test stand behind a condition on what the code answered, the wrong answer leads past them, and the test passes without having checked anything.',
  remedy: 'Assert the condition first, as in `expect(result.ok).toBe(true)`, or fail in the other branch.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'eslint-plugin-jest: no-conditional-expect',
      url: 'https://github.com/jest-community/eslint-plugin-jest/blob/main/docs/rules/no-conditional-expect.md',
    },
    { title: 'xUnit Test Patterns: Conditional Test Logic', url: 'http://xunitpatterns.com/Conditional%20Test%20Logic.html' },
  ],
  limits:
    'Only conditions on a local variable that holds what a call answered: one on the system, on a row of a table or in a loop is left alone, and so are tests that may check through a function of their own.',
  examples: [
    edited(
      'the assertion stands behind a condition',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('Receipt receipt = cart.pay();', 'if (receipt.isPaid()) {', '  assertEquals(3, receipt.total());', '}'),
      ['9 The test “totalsUp” asserts only if `receipt.isPaid()`: otherwise it passes without checking anything.'],
    ),
    edited(
      'the condition is asserted',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest(
        'Receipt receipt = cart.pay();',
        'assertTrue(receipt.isPaid());',
        'if (receipt.hasTotal()) {',
        '  assertEquals(3, receipt.total());',
        '}',
      ),
    ),
    edited(
      'the assertion narrows a type',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('const result = cart.pay();', 'if (result.ok) {', '  expect(result.total).toBe(3);', '}'),
      ['5 The test “totals up” asserts only if `result.ok`: otherwise it passes without checking anything.'],
    ),
    edited(
      'the other branch fails',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest(
        'const result = cart.pay();',
        'if (result.ok) {',
        '  expect(result.total).toBe(3);',
        '} else {',
        "  throw new Error('not paid');",
        '}',
      ),
    ),
    edited(
      'the test returns early',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('const receipt = await cart.pay();', 'if (!receipt) return;', 'expect(receipt.total).toBe(3);'),
      ['5 The test “totals up” asserts nothing if `!receipt`: it passes without checking anything.'],
    ),
    edited(
      'the condition is on the system',
      'test/cart.test.js',
      scriptTest(),
      scriptTest("if (process.platform === 'win32') return;", 'expect(cart.pay().total).toBe(3);'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      const checks = checksOf(test);
      // What an annotation expects is checked on every way.
      if (
        checks.length === 0 ||
        checks.every(isOnType) ||
        checks.length < test.assertions.length ||
        test.parameters.length > 0 ||
        countsAssertions(test) ||
        checksTypes(file, test)
      )
        continue;
      const branch = uncheckedBranch(test.body, mayCheck(test, file));
      if (!branch || !asksResult(branch.node, test)) continue;
      const { range } = branch.node.test;
      const condition = quotedCode(file.text.slice(range.start, range.end));
      yield testFinding(
        file,
        test,
        range,
        branch.way === 'then'
          ? `The test ${titled(test)} asserts nothing if ${condition}: it passes without checking anything.`
          : `The test ${titled(test)} asserts only if ${condition}: otherwise it passes without checking anything.`,
      );
    }
  },
});

function isOnType({ chain }: Check): boolean {
  return /^(?:expectTypeOf|assertType)$/.test(chain.words[0] ?? '');
}

/** Whether code may check something: an assertion, or a function that may hold one. */
function mayCheck(test: TestFact, { facts }: SourceFile): (code: CodeNode) => boolean {
  const checks = new Set(checksOf(test).map(({ visited: { node } }) => node));
  const own = new Set((facts?.symbols ?? []).flatMap(({ kind, name }) => (kind === 'function' || kind === 'method' ? [name] : [])));
  return (code) =>
    visitsOf([code], 'call', 'member').some(
      ({ node }) =>
        checks.has(node) ||
        (node.kind === 'call' &&
          (checkingName.test(node.name) || ((!node.receiver || node.receiver.kind === 'this') && own.has(node.name)))),
    );
}

const checkingName = /assert|expect|verify|check|should|fail|must|ensure|throw|skip|assume|abort|pending|done/i;

/** Whether a condition asks what a call of this test answered. */
function asksResult({ test: condition }: If, { body }: TestFact): boolean {
  const names = new Set(visitsOf([condition], 'name').map(({ node }) => node.name));
  if (environment.test([...names].join(' '))) return false;
  return visitsOf(body, 'variable').some(({ node }) => {
    const value = node.value && bare(node.value);
    const declares =
      names.has(node.name) || (/^[{[]/.test(node.name) && [...names].some((name) => new RegExp(`\\b${name}\\b`).test(node.name)));
    return declares && value?.kind === 'call' && !environment.test(value.name);
  });
}

const environment =
  /platform|version|driver|dialect|database|env|option|config|connection|setup|enabled|feature|support|is(?:Windows|Linux|Mac)|require|import|getProperty|browser/i;
