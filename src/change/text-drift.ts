import type { Position } from '../base/text-range.ts';
import { lineHunks } from './line-diff.ts';
import { LineMap } from './line-map.ts';

export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Where the places of a reviewed text are in the text as it is now. */
export class TextDrift {
  readonly #lines: LineMap | undefined;

  /** @param reviewed the text that the findings refer to */
  constructor(reviewed: string, current: string) {
    this.#lines = reviewed === current ? undefined : new LineMap(lineHunks(reviewed, current));
  }

  /** The span now; undefined where a line of it was edited, so that what was found there may be gone. */
  span({ start, end }: Span): Span | undefined {
    if (!this.#lines) return { start, end };
    const lines = Array.from({ length: end.line - start.line + 1 }, (_, index) => this.#lines?.headLine(start.line + index));
    const first = lines[0];
    if (first === undefined || lines.some((line, index) => line !== first + index)) return undefined;
    return { start: { ...start, line: first }, end: { ...end, line: first + end.line - start.line } };
  }
}
