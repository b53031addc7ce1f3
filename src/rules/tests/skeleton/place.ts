import type { TestCase } from '../gaps/test-index.ts';

/** Where the next test may stand: behind a test and what ends its statement. */
export function placeAfter({ file, test }: TestCase): number {
  const semicolon = /^\s*;/.exec(file.text.slice(test.range.end, test.range.end + 20));
  return test.range.end + (semicolon?.[0].length ?? 0);
}
