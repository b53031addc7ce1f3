import type { SourceFile } from '../../../code/code-change.ts';
import type { TestCase } from '../gaps/test-index.ts';

/** Where the next test may stand: behind a test and what ends its statement. */
export function placeAfter({ file, test }: Pick<TestCase, 'file' | 'test'>): number {
  return afterStatement(test.range.end, file);
}

/** Behind the semicolon that ends a statement, where there is one. */
export function afterStatement(end: number, { text }: SourceFile): number {
  return end + (/^\s*;/.exec(text.slice(end, end + 20))?.[0].length ?? 0);
}
