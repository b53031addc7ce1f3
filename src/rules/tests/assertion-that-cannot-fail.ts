import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import { foldedText, visitsOf } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { checksOf, type Check } from './quality/checks.ts';
import { comparisonOf } from './quality/comparison.ts';
import { whyItHolds } from './quality/constant-value.ts';
import { javaTest, scriptTest } from './quality/examples.ts';
import { checksTypes, countsAssertions, liveCases, testFinding, titled } from './quality/test-finding.ts';

export const assertionThatCannotFail = defineFileRule({
  id: 'tests/assertion-that-cannot-fail',
  title: 'An assertion holds whatever the code does',
  reason:
    'An assertion on a constant, or on a value compared with itself, makes a test look as if it checked something. It is often left behind by a copy, or stands where somebody meant to write the real one later.',
  remedy:
    'Assert what the code answered. Where it is enough that nothing throws, say that instead: `assertDoesNotThrow`, or in the test’s title.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Sonar RSPEC-2701: Literal boolean values should not be used in assertions',
      url: 'https://rules.sonarsource.com/java/RSPEC-2701/',
    },
    { title: 'Sonar RSPEC-5863: Assertions should not compare an object to itself', url: 'https://rules.sonarsource.com/java/RSPEC-5863/' },
  ],
  limits:
    'What is compared with itself has to be a plain name: a property or a call may answer something else the second time. Tests of equality, and tests that count their assertions, are left alone.',
  examples: [
    edited(
      'an assertion is given a constant',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('new Cart().add(2);', 'assertTrue(true);'),
      ['9 `assertTrue(true)` in the test “totalsUp” holds whatever the code does: what it is given is a constant.'],
    ),
    edited('the assertion asks the code', 'src/test/java/CartTest.java', javaTest(), javaTest('assertTrue(new Cart().isEmpty());')),
    edited(
      'a value is compared with itself',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('const total = new Cart().total();', 'expect(total).toBe(total);'),
      ['5 `expect(total).toBe(total)` in the test “totals up” holds whatever the code does: `total` is compared with itself.'],
    ),
    edited('it is compared with what is expected', 'test/cart.test.ts', scriptTest(), scriptTest('expect(new Cart().total()).toBe(0);')),
    edited('a length may be zero', 'test/cart.test.js', scriptTest(), scriptTest('expect(cart.items.length).toBeGreaterThanOrEqual(0);'), [
      '4 `expect(cart.items.length).toBeGreaterThanOrEqual(0)` in the test “totals up” holds whatever the code does: nothing has less than no elements.',
    ]),
    edited('a length is more than zero', 'test/cart.test.js', scriptTest(), scriptTest('expect(cart.items.length).toBeGreaterThan(0);')),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      if (isExempt(test, file)) continue;
      for (const check of checksOf(test)) {
        const why = isOwnAssertion(check, file) ? undefined : reasonOf(check, file);
        const { range } = check.visited.node;
        if (why === undefined) continue;
        const code = quotedCode(file.text.slice(range.start, range.end));
        yield {
          ...testFinding(file, test, range, `${code} in the test ${titled(test)} holds whatever the code does: ${why}.`),
          ...(mayAskEquals(check, test, file) && { confidence: 'low' as const }),
        };
      }
    }
  },
});

/** Titles of tests that compare a thing with itself on purpose, or for which it is enough to come to their end. */
const saysWhy = /equal|hash|reflexive|identity|symmetr|compar|same|throw|not fail|without (?:an )?error|compile|smoke|context ?loads/i;

function isExempt(test: TestFact, file: SourceFile): boolean {
  return saysWhy.test(test.titles.at(-1) ?? '') || countsAssertions(test) || checksTypes(file, test);
}

/** The tests of an assertion library bring their own. */
function isOwnAssertion({ chain }: Check, file: SourceFile): boolean {
  return file.facts?.imports.some(({ local, source }) => local === chain.words[0] && source.startsWith('.')) ?? false;
}

/** In Java an object that is compared with itself may be there to try its `equals`; text and numbers are not. */
function mayAskEquals(check: Check, { body }: TestFact, { facts }: SourceFile): boolean {
  const comparison = comparisonOf(check);
  if (facts?.language !== 'java' || comparison?.relation !== 'same' || check.fact.name.includes('Same')) return false;
  const { actual } = comparison;
  const declared = actual.kind === 'name' ? visitsOf(body, 'variable').find(({ node }) => node.name === actual.name)?.node.type : 'int';
  return !/^(?:final )?(?:String|int|long|short|byte|char|boolean|double|float|Integer|Long|Boolean)\b/.test(declared ?? '');
}

function reasonOf(check: Check, file: SourceFile): string | undefined {
  const comparison = comparisonOf(check);
  switch (comparison && whyItHolds(comparison, file.text)) {
    case 'constant':
      return 'what it is given is a constant';
    case 'same':
      return `\`${comparison ? foldedText(file.text, comparison.actual.range) : ''}\` is compared with itself`;
    case 'size':
      return 'nothing has less than no elements';
    default:
      return undefined;
  }
}
