/** A half-open range of UTF-16 offsets into one text: `start` is included, `end` is not. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as people count it: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one position; an empty range touches the text around it. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
