import type { Notice } from '../../base/notice.ts';
import type { FileChange } from '../../change/change-set.ts';
import type { ReadSide } from '../../code/source-file.ts';
import type { TreeQuery } from '../../code/tree-query.ts';

/** One file of a change whose sides are to be read. Plain data. */
export interface ReadingTask {
  readonly change: FileChange;
  /** Whether every body is read, not only those that the change touches. */
  readonly everything: boolean;
  /** Of a text that is being edited, which hardly any later review reads. */
  readonly isPassing?: boolean;
  /** What else is asked of the syntax trees; the same list for all files of a review. */
  readonly queries?: readonly TreeQuery[];
}

/** What was read from the two sides of one file. Plain data. A side is absent where there is no text. */
export interface FileReading {
  readonly base?: ReadSide;
  readonly head?: ReadSide;
  readonly notices: readonly Notice[];
}
