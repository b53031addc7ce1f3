import * as z from 'zod/mini';
import type { AssertionFact } from '../../code/facts.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { scriptTest } from './quality/examples.ts';
import { liveCases, testFinding, titled, titleLine } from './quality/test-finding.ts';

export const snapshotOnlyTest = defineFileRule({
  id: 'tests/snapshot-only-test',
  title: 'A test has nothing but a stored snapshot',
  reason:
    'A snapshot says what came out when it was taken, not what should. Whoever reads the test cannot tell what is expected, and whoever sees it fail takes a new snapshot.',
  remedy:
    'Assert what matters about the result by name, or keep the snapshot in the test, where a reviewer sees it: `toMatchInlineSnapshot`.',
  severity: 'note',
  confidence: 'medium',
  languages: ['typescript', 'javascript'],
  sources: [{ title: 'Jest: snapshot testing, best practices', url: 'https://jestjs.io/docs/snapshot-testing#best-practices' }],
  limits: 'Inline snapshots and screenshots are meant to be looked at, and are left alone.',
  examples: [
    edited('all is left to a snapshot', 'test/cart.test.ts', scriptTest(), scriptTest('expect(render(cart)).toMatchSnapshot();'), [
      '3 The test “totals up” has nothing but a stored snapshot: it does not say what is expected.',
    ]),
    edited(
      'something is asserted by name, too',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest('expect(cart.total()).toBe(3);', 'expect(render(cart)).toMatchSnapshot();'),
    ),
    edited(
      'all is left to a snapshot in JavaScript',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('t.matchSnapshot(render(cart));', 'expect(render(cart)).toMatchSnapshot();'),
      ['3 The test “totals up” has nothing but a stored snapshot: it does not say what is expected.'],
    ),
    edited(
      'the snapshot stands in the test',
      'test/cart.test.js',
      scriptTest(),
      scriptTest('expect(render(cart)).toMatchInlineSnapshot(`<b>3</b>`);'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      if (test.assertions.length === 0 || !test.assertions.every(isStored)) continue;
      const draft = testFinding(
        file,
        test,
        titleLine(file, test),
        `The test ${titled(test)} has nothing but a stored snapshot: it does not say what is expected.`,
      );
      yield { ...draft, subject: test.titles.join(' › ') };
    }
  },
});

function isStored({ kind, name }: AssertionFact): boolean {
  return kind === 'snapshot' && !/Inline|Screenshot|Aria/.test(name);
}
