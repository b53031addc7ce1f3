import type { TextRange } from '../base/text-range.ts';

/** Part of an old text that was replaced: `range` in the old text became `length` UTF-16 units of the new one. */
export interface TextEdit {
  readonly range: TextRange;
  readonly length: number;
}
