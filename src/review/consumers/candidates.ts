import type { SourceFile } from '../../code/code-change.ts';

/** What was read to find who uses something. */
export interface Candidates {
  readonly files: readonly SourceFile[];
  /** There are more than were read. */
  readonly isCut: boolean;
}
