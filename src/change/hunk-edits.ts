import type { LineIndex } from '../base/line-index.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Hunk, Side } from './change-set.ts';

/** A text with its lines. */
export interface IndexedText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** The whole lines of one side that a hunk replaced or put in; empty where the hunk has none on this side. */
export function hunkRange(hunk: Hunk, side: Side, lines: LineIndex): TextRange {
  const first = side === 'base' ? hunk.baseLine : hunk.headLine;
  const count = side === 'base' ? hunk.baseCount : hunk.headCount;
  const { start } = lines.lineRange(first);
  return { start, end: count === 0 ? start : lines.lineRange(first + count - 1).end };
}

/**
 * The hunks as edits of the base text, in order; `range` became `length` units of the head text.
 * Undefined where the text between the hunks is not the very same, since line ends do not count for hunks.
 */
export function hunkEdits(
  hunks: readonly Hunk[],
  base: IndexedText,
  head: IndexedText,
): { range: TextRange; length: number }[] | undefined {
  const edits: { range: TextRange; length: number }[] = [];
  let [baseAt, headAt] = [0, 0];
  for (const hunk of hunks) {
    const range = hunkRange(hunk, 'base', base.lines);
    const headRange = hunkRange(hunk, 'head', head.lines);
    if (base.text.slice(baseAt, range.start) !== head.text.slice(headAt, headRange.start)) return undefined;
    edits.push({ range, length: headRange.end - headRange.start });
    [baseAt, headAt] = [range.end, headRange.end];
  }
  return base.text.slice(baseAt) === head.text.slice(headAt) ? edits : undefined;
}
