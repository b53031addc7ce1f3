import type { Hunk } from './change-set.ts';

/** The lines of one side, and a number for each that is equal for equal lines. */
export interface NumberedLines {
  readonly numbers: Int32Array;
  readonly lines: readonly string[];
}

/** How far a hunk is moved to find a better place, in lines. */
const FURTHEST = 100;

/**
 * Lines that were only added, or only taken away, can often be shown at several places with the same effect: when a
 * function is added after another, its closing brace or the one before it may count as new. Moves such hunks, in place,
 * to where they begin a construct: at the line with the least indent that does not close something, after a blank line
 * if there is a choice, the lowest such place. At least one unchanged line stays between two hunks.
 */
export function slideHunks(hunks: Hunk[], base: NumberedLines, head: NumberedLines): void {
  for (const [index, hunk] of hunks.entries()) {
    if (hunk.baseCount > 0 && hunk.headCount > 0) continue;
    const side = hunk.headCount > 0 ? head : base;
    const lineOf = (each: Hunk): number => (hunk.headCount > 0 ? each.headLine : each.baseLine) - 1;
    const count = hunk.headCount + hunk.baseCount;
    const before = hunks[index - 1];
    const next = hunks[index + 1];
    const lowest = next ? lineOf(next) - 1 : side.lines.length;
    const highest = before ? lineOf(hunk) - unchangedBetween(before, hunk) + 1 : 0;
    const shift = bestShift(side, { start: lineOf(hunk), count, highest, lowest });
    hunks[index] = { ...hunk, baseLine: hunk.baseLine + shift, headLine: hunk.headLine + shift };
  }
}

function unchangedBetween(before: Hunk, hunk: Hunk): number {
  return hunk.headLine - before.headLine - before.headCount;
}

interface Slide {
  readonly start: number;
  readonly count: number;
  /** The first line the hunk may hold. */
  readonly highest: number;
  /** The line after the last that it may hold. */
  readonly lowest: number;
}

function bestShift({ numbers, lines }: NumberedLines, { start, count, highest, lowest }: Slide): number {
  let best = 0;
  let least = awkwardness(lines, start);
  const down = Math.min(FURTHEST, lowest - start - count);
  for (let shift = 1; shift <= down && numbers[start + shift - 1] === numbers[start + shift - 1 + count]; shift++) {
    const here = awkwardness(lines, start + shift);
    if (here <= least) [best, least] = [shift, here];
  }
  const up = Math.min(FURTHEST, start - highest);
  for (let shift = 1; shift <= up && numbers[start - shift] === numbers[start - shift + count]; shift++) {
    const here = awkwardness(lines, start - shift);
    if (here < least) [best, least] = [-shift, here];
  }
  return best;
}

/** How ill a hunk begins at a line: by its indent, a little more where no blank line precedes, and worst where it closes something or is blank. */
function awkwardness(lines: readonly string[], at: number): number {
  const line = lines[at] ?? '';
  const content = line.trimStart();
  if (content === '') return 1_000;
  const closes = /^(?:[)\]}]|end\b|\*\/)/.test(content);
  const standsApart = at === 0 || (lines[at - 1] ?? '').trim() === '';
  return 2 * (line.length - content.length) + (standsApart ? 0 : 1) + (closes ? 500 : 0);
}
