import type { Position, TextRange } from './text-range.ts';

/** Turns offsets of one text into lines and back. A line ends after its `\n`; lines count from 1. */
export class LineIndex {
  readonly #starts: Uint32Array;
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = Uint32Array.from(starts);
    this.#length = text.length;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    const line = this.#lineAt(offset);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  /** The offset of a position; positions outside the text are moved to its nearest end. */
  offset(position: Position): number {
    const start = this.#starts[position.line - 1];
    if (start === undefined) return position.line < 1 ? 0 : this.#length;
    return Math.min(start + position.column - 1, this.lineRange(position.line).end);
  }

  /** The range of one line (from 1), its line break included. */
  lineRange(line: number): TextRange {
    return { start: this.#starts[line - 1] ?? this.#length, end: this.#starts[line] ?? this.#length };
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
