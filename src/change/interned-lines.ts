/** Two lists of lines with a number for each distinct line, so that comparing lines is comparing numbers. */
export interface InternedLines {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** How many distinct lines there are: every number is below it. */
  readonly distinct: number;
}

export function internLines(base: readonly string[], head: readonly string[]): InternedLines {
  const numbers = new Map<string, number>();
  const intern = (lines: readonly string[]): Int32Array => {
    const interned = new Int32Array(lines.length);
    for (const [index, line] of lines.entries()) {
      let number = numbers.get(line);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(line, number);
      }
      interned[index] = number;
    }
    return interned;
  };
  const a = intern(base);
  const b = intern(head);
  return { a, b, distinct: numbers.size };
}
