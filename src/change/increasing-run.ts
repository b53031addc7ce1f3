/** The longest run of pairs, given in the order of their second number, whose first numbers increase too. */
export function increasingRun(pairs: readonly [number, number][]): [number, number][] {
  /** For each length, the pair that ends the run of that length with the smallest first number. */
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [first]] of pairs.entries()) {
    const length = lowestNotBelow(ends, pairs, first);
    previous[index] = length > 0 ? (ends[length - 1] ?? -1) : -1;
    ends[length] = index;
  }
  const run: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

function lowestNotBelow(ends: readonly number[], pairs: readonly [number, number][], first: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
