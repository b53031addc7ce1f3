import type { Hunk } from './change-set.ts';

/** Follows lines from one side of a file to the other. Lines count from 1. */
export class LineMap {
  readonly #hunks: readonly Hunk[];

  /** @param hunks the hunks of one file, in order */
  constructor(hunks: readonly Hunk[]) {
    this.#hunks = hunks;
  }

  /** The base line that a head line was, or undefined for a line that the change added or replaced. */
  baseLine(headLine: number): number | undefined {
    const hunk = this.#hunkAtOrBefore(headLine, (each) => each.headLine);
    if (!hunk) return headLine;
    if (headLine < hunk.headLine + hunk.headCount) return undefined;
    return headLine - (hunk.headLine + hunk.headCount) + hunk.baseLine + hunk.baseCount;
  }

  /** The head line that a base line became, or undefined for a line that the change took away or replaced. */
  headLine(baseLine: number): number | undefined {
    const hunk = this.#hunkAtOrBefore(baseLine, (each) => each.baseLine);
    if (!hunk) return baseLine;
    if (baseLine < hunk.baseLine + hunk.baseCount) return undefined;
    return baseLine - (hunk.baseLine + hunk.baseCount) + hunk.headLine + hunk.headCount;
  }

  /** Whether the change added this head line or put it in place of others. */
  isChanged(headLine: number): boolean {
    return this.baseLine(headLine) === undefined;
  }

  /** Whether the change added this head line where nothing was taken away. */
  isAdded(headLine: number): boolean {
    const hunk = this.#hunkAtOrBefore(headLine, (each) => each.headLine);
    return hunk?.baseCount === 0 && headLine < hunk.headLine + hunk.headCount;
  }

  /** Whether the change touched any of the head lines `first` to `last`, both included, or took lines away between them. */
  touches(first: number, last: number): boolean {
    const hunk = this.#hunkAtOrBefore(last, (each) => each.headLine);
    if (!hunk) return false;
    return hunk.headCount === 0 ? hunk.headLine > first : hunk.headLine + hunk.headCount > first;
  }

  /** The last hunk that begins at or before a line. Two hunks never begin at the same line: at least one line is between them. */
  #hunkAtOrBefore(line: number, start: (hunk: Hunk) => number): Hunk | undefined {
    let low = 0;
    let high = this.#hunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const hunk = this.#hunks[middle];
      if (hunk && start(hunk) <= line) low = middle + 1;
      else high = middle;
    }
    return this.#hunks[low - 1];
  }
}
