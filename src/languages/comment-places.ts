import type { TextRange } from '../base/text-range.ts';

/** Whether a comment of C's family may overlap whole lines or start where they end. Most ranges hold none, and looking into a tree is costly. */
export function mayHoldComment(text: string, { start, end }: TextRange): boolean {
  if (text.slice(start, end + 2).includes('//')) return true;
  const opened = text.lastIndexOf('/*', end);
  // One further, for `/*/` opens a comment and does not end it.
  return opened !== -1 && opened + 1 >= text.lastIndexOf('*/', start - 1);
}
