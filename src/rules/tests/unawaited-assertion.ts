import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import { bare, foldedText, visitsOf, type Visited } from '../../code/walk.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { laterCheck } from './quality/later-check.ts';
import { scriptTest } from './quality/examples.ts';
import { liveCases, testFinding, titled } from './quality/test-finding.ts';

export const unawaitedAssertion = defineFileRule({
  id: 'tests/unawaited-assertion',
  title: 'A test does not wait for its assertion',
  reason:
    'An assertion on a promise answers with a promise. A test that neither awaits nor returns it is over before anything was checked: it passes whatever comes out, or fails during another test.',
  remedy: 'Write `await` before the assertion in an async test, or return it.',
  severity: 'error',
  confidence: 'high',
  languages: ['typescript', 'javascript'],
  sources: [
    { title: 'Jest: testing asynchronous code', url: 'https://jestjs.io/docs/asynchronous' },
    {
      title: 'eslint-plugin-jest: valid-expect-in-promise',
      url: 'https://github.com/jest-community/eslint-plugin-jest/blob/main/docs/rules/valid-expect-in-promise.md',
    },
    { title: 'Playwright: auto-retrying assertions', url: 'https://playwright.dev/docs/test-assertions' },
  ],
  limits:
    'Only statements: a promise that is kept in a variable or a list may be awaited later. Tests that end by a callback may wait by it, and node-tap and ava wait by themselves, or fail.',
  examples: [
    edited(
      'a rejection is expected in passing',
      'test/cart.test.ts',
      scriptTest(),
      scriptTest("expect(cart.pay()).rejects.toThrow('empty');"),
      [
        "4 The test “totals up” does not wait for `expect(cart.pay()).rejects.toThrow('empty')`: it may be over before that is checked, and pass whatever comes out.",
      ],
      scriptTest("await expect(cart.pay()).rejects.toThrow('empty');"),
    ),
    edited('it is awaited', 'test/cart.test.ts', scriptTest(), scriptTest("await expect(cart.pay()).rejects.toThrow('empty');")),
    edited(
      'assertions stand in a callback of a promise',
      'test/cart.test.js',
      "it('pays', () => {});\n",
      "it('pays', () => {\n  cart.pay().then((receipt) => {\n    expect(receipt.total).toBe(3);\n  });\n});\n",
      [
        '2 The test “pays” does not wait for the assertions in `cart.pay().then(…)`: it may be over before they are checked, and pass whatever comes out.',
      ],
      "it('pays', () => {\n  return cart.pay().then((receipt) => {\n    expect(receipt.total).toBe(3);\n  });\n});\n",
    ),
    edited(
      'it is returned',
      'test/cart.test.js',
      "it('pays', () => {});\n",
      "it('pays', () => {\n  return cart.pay().then((receipt) => {\n    expect(receipt.total).toBe(3);\n  });\n});\n",
    ),
  ],
  options: z.object({}),
  *check(file) {
    for (const test of liveCases(file)) {
      for (const visited of visitsOf(test.body, 'expression')) {
        const value = bare(visited.node.value);
        if (visited.node.value.kind === 'await' || (value.kind !== 'call' && value.kind !== 'member')) continue;
        const later = laterCheck(value, test);
        if (!later) continue;
        const { range } = visited.node.value;
        const what =
          later === 'itself'
            ? quotedCode(file.text.slice(range.start, range.end))
            : `the assertions in \`${foldedText(file.text, { start: range.start, end: later })}(…)\``;
        const that = later === 'itself' ? 'that is' : 'they are';
        const fix = waiting(visited, test, file);
        yield {
          ...testFinding(
            file,
            test,
            range,
            `The test ${titled(test)} does not wait for ${what}: it may be over before ${that} checked, and pass whatever comes out.`,
          ),
          ...(fix && { fixes: [fix] }),
        };
      }
    }
  },
});

/** `await` where the function around is async, `return` where it is the last statement of the test. */
function waiting(visited: Visited, test: TestFact, file: SourceFile): FixDraft | undefined {
  const { start } = visited.node.range;
  const word = isInAsync(visited, test, file) ? 'await ' : visited.node === test.body.at(-1) ? 'return ' : undefined;
  return word === undefined
    ? undefined
    : { title: `Wait for it (${word.trim()})`, safety: 'unsafe', edits: [{ file, range: { start, end: start }, newText: word }] };
}

function isInAsync(visited: Visited, { body, range }: TestFact, { text }: SourceFile): boolean {
  for (let at = visited.parent; at; at = at.parent) {
    if (at.node.kind === 'function') return at.node.async;
    if (at.node.kind === 'functions') return false;
  }
  return /\basync\s*(?:\(|function\b|[\w$]+\s*=>)/.test(text.slice(range.start, body[0]?.range.start ?? range.end));
}
