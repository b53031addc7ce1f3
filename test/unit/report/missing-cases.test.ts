import assert from 'node:assert/strict';
import { html } from '../../../src/report/html.ts';
import { markdown } from '../../../src/report/markdown.ts';
import { pretty } from '../../../src/report/pretty.ts';
import { sarif } from '../../../src/report/sarif.ts';
import type { Reporter } from '../../../src/report/reporter.ts';
import { untestedChange } from '../../../src/rules/tests/untested-change.ts';
import { reviewTexts } from '../review/reviewing.ts';

const test =
  "import { expect, it } from 'vitest';\nimport { other } from '../src/other';\n\nit('is other', () => {\n  expect(other()).toBe(1);\n});\n";
const base = { 'test/other.test.ts': test, 'src/other.ts': 'export const other = () => 1;\n' };
const clip =
  "export function clip(text: string, most: number): string {\n  if (most < 1) throw new RangeError('most must be positive');\n  return text;\n}\n";

const expected: readonly (readonly [name: string, reporter: Reporter, line: string])[] = [
  ['in a terminal', pretty, 'no test shows: it refuses with `most must be positive` when `most` is `0`: line 2'],
  ['in Markdown', markdown, '- no test shows: it refuses with `most must be positive` when `most` is `0`: `src/clip.ts:2`'],
  [
    'on a page',
    html,
    '<li>no test shows: it refuses with <code>most must be positive</code> when <code>most</code> is <code>0</code>: <code>src/clip.ts:2</code></li>',
  ],
  ['in SARIF', sarif, '"text": "no test shows: it refuses with `most must be positive` when `most` is `0`"'],
];

describe('the cases that no test shows, in a report', () => {
  for (const [name, reporter, line] of expected)
    it(`are listed ${name}`, async () => {
      const review = await reviewTexts(base, { ...base, 'src/clip.ts': clip }, [untestedChange]);
      const text = reporter(review, { all: false, color: false, version: '1.0.0' });
      assert.ok(text.includes(line), text);
    });
});
