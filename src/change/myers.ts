/** The most lines that may differ within one stretch; its effort grows with the square of this, its memory too. */
const MOST_DIFFERENCES = 400;

/**
 * Matches the equal lines of a stretch by the shortest edit script (E. W. Myers, "An O(ND) difference algorithm and its
 * variations", 1986). Past `MOST_DIFFERENCES` it matches nothing: such a stretch was rewritten.
 */
export function matchByMyers(a: Int32Array, b: Int32Array, stretch: Stretch, matches: Int32Array): void {
  const rounds = furthestReaches(a, b, stretch);
  if (rounds) walkBack(rounds, stretch, matches);
}

/** For each number of differences, how far into `a` each diagonal reaches; undefined where the bound was met. */
function furthestReaches(a: Int32Array, b: Int32Array, { aFrom, aTo, bFrom, bTo }: Stretch): Int32Array[] | undefined {
  const width = aTo - aFrom;
  const height = bTo - bFrom;
  const most = Math.min(width + height, MOST_DIFFERENCES);
  const rounds: Int32Array[] = [];
  let before = new Int32Array([-1, 0, -1]);
  for (let differences = 0; differences <= most; differences++) {
    // Diagonal k is at index k + differences + 1, with one place to spare at both ends.
    const reach = new Int32Array(2 * differences + 3).fill(-1);
    for (let index = 1; index < reach.length - 1; index += 2) {
      const diagonal = index - differences - 1;
      let x = differences === 0 ? 0 : stepFrom(before, index);
      while (x < width && x - diagonal < height && a[aFrom + x] === b[bFrom + x - diagonal]) x++;
      reach[index] = x;
      if (x >= width && x - diagonal >= height) return [...rounds, reach];
    }
    rounds.push(reach);
    before = reach;
  }
  return undefined;
}

/** Where the diagonal at `index` starts, one difference after `before`. */
function stepFrom(before: Int32Array, index: number): number {
  return isAddition(before, index) ? (before[index] ?? 0) : (before[index - 2] ?? 0) + 1;
}

/** Whether the furthest way to this diagonal adds a line of `b`, and does not take one of `a` away. */
function isAddition(before: Int32Array, index: number): boolean {
  return index === 1 || (index < before.length - 1 && (before[index - 2] ?? -1) < (before[index] ?? -1));
}

function walkBack(rounds: readonly Int32Array[], { aFrom, aTo, bFrom, bTo }: Stretch, matches: Int32Array): void {
  let x = aTo - aFrom;
  let y = bTo - bFrom;
  for (let differences = rounds.length - 1; differences >= 0; differences--) {
    const index = x - y + differences + 1;
    const before = rounds[differences - 1];
    const start = before ? stepFrom(before, index) : 0;
    while (x > start) matches[aFrom + --x] = bFrom + --y;
    if (before && isAddition(before, index)) y--;
    else x--;
  }
}

/** Two stretches to compare, as half-open ranges of line indexes. */
export interface Stretch {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}
