import * as z from 'zod/mini';
import { contains } from '../../base/text-range.ts';
import { quotedCode } from '../../base/shortened.ts';
import { chainOf, type Chain } from '../../code/chain.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import type { TestFact } from '../../code/facts.ts';
import { bare, visitsOf } from '../../code/walk.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { checksOf } from './quality/checks.ts';
import { javaTest, scriptTest } from './quality/examples.ts';
import { liveCases, testFinding, titled } from './quality/test-finding.ts';
import { unfinishedInJava, unfinishedInScript } from './quality/unfinished.ts';

export const incompleteAssertion = defineFileRule({
  id: 'tests/incomplete-assertion',
  title: 'An assertion that is begun and not ended',
  reason:
    'With many libraries an assertion is a chain, and only its last link checks anything. A chain that stops before it, or a check that is named and not called, passes whatever the code answers.',
  remedy: 'Say what is expected: end the chain with a check, and call it.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'Sonar RSPEC-2970: Assertions should be complete', url: 'https://rules.sonarsource.com/java/RSPEC-2970/' },
    {
      title: 'eslint-plugin-jest: valid-expect',
      url: 'https://github.com/jest-community/eslint-plugin-jest/blob/main/docs/rules/valid-expect.md',
    },
  ],
  limits: 'Only statements that are a chain and nothing else; one that is kept in a variable or handed on may be ended elsewhere.',
  examples: [
    edited(
      'AssertJ is given a value and no check',
      'src/test/java/CartTest.java',
      javaTest(),
      javaTest('assertThat(new Cart().isEmpty());'),
      ['8 `assertThat(new Cart().isEmpty())` in the test “totalsUp” checks nothing: no check follows `assertThat`.'],
    ),
    edited('a check follows', 'src/test/java/CartTest.java', javaTest(), javaTest('assertThat(new Cart().isEmpty()).isTrue();')),
    edited('no matcher follows', 'test/cart.test.ts', scriptTest(), scriptTest('expect(new Cart().isEmpty());'), [
      '4 `expect(new Cart().isEmpty())` in the test “totals up” checks nothing: no matcher follows `expect`.',
    ]),
    edited('a matcher follows', 'test/cart.test.ts', scriptTest(), scriptTest('expect(new Cart().isEmpty()).toBe(true);')),
    edited('a matcher is not called', 'test/cart.test.js', scriptTest(), scriptTest('expect(() => cart.pay()).toThrow;'), [
      '4 `expect(() => cart.pay()).toThrow` in the test “totals up” checks nothing: `toThrow` is not called.',
    ]),
    edited('a property of chai checks', 'test/cart.test.js', scriptTest(), scriptTest('expect(cart.isEmpty()).to.be.true;')),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      for (const { node } of visitsOf(test.body, 'expression')) {
        const why = whyUnfinished(bare(node.value), test, file);
        if (why === undefined) continue;
        const { range } = node.value;
        yield testFinding(
          file,
          test,
          range,
          `${quotedCode(file.text.slice(range.start, range.end))} in the test ${titled(test)} checks nothing: ${why}.`,
        );
      }
    }
  },
});

function whyUnfinished(value: Expression, test: TestFact, file: SourceFile): string | undefined {
  if (value.kind !== 'call' && value.kind !== 'member') return undefined;
  // In `expect(total.should.equal(3))` the inner one checks.
  if (checksOf(test).some(({ visited: { node } }) => node !== value && contains(value.range, node.range))) return undefined;
  const chain = chainOf(value);
  if (file.facts?.language === 'java') return unfinishedInJava(chain, file);
  return isFramework(chain, file) ? unfinishedInScript(chain) : undefined;
}

/** Whether `expect` is a framework's: a global, or imported from a package. */
function isFramework({ words: [root = ''] }: Chain, { facts }: SourceFile): boolean {
  const imported = facts?.imports.find(({ local }) => local === root);
  if (imported) return !imported.source.startsWith('.');
  return !facts?.symbols.some(({ name, kind }) => name === root && kind !== 'module');
}
