import type { Hunk } from './change-set.ts';
import { differingMiddle } from './differing-middle.ts';
import { internLines } from './interned-lines.ts';
import { matchLines } from './line-matching.ts';
import { splitLines } from './lines.ts';
import { slideHunks } from './slide-hunk.ts';

/**
 * The lines that differ between two texts, in order.
 *
 * Line ends are not content: a line that only went from `\n` to `\r\n`, or only lost the line end at the end of the
 * file, is the same line. So a file whose line ends alone were converted has no hunks, and one that was edited as well
 * shows the edit. Every other difference counts, white space included.
 *
 * Lines that occur once on both sides anchor the comparison (patience diff); what lies between is compared by Myers'
 * algorithm with a bound on its effort, past which the whole stretch counts as replaced.
 */
export function lineHunks(base: string, head: string): Hunk[] {
  if (base === head) return [];
  const middle = differingMiddle(base, head);
  const baseLines = splitLines(base, middle.start, middle.baseEnd);
  const headLines = splitLines(head, middle.start, middle.headEnd);
  const { a, b, distinct } = internLines(baseLines, headLines);
  const hunks = hunksBetween(matchLines(a, b, distinct), a.length, b.length);
  slideHunks(hunks, { numbers: a, lines: baseLines }, { numbers: b, lines: headLines });
  return hunks.map((hunk) => move(hunk, middle.line));
}

/** What lies between the matched lines. `matches[i]` is the head line that base line `i` became, or -1; lines from 1. */
function hunksBetween(matches: Int32Array, baseCount: number, headCount: number): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let headAt = 0;
  while (at < baseCount || headAt < headCount) {
    if (at < baseCount && matches[at] === headAt) {
      at++;
      headAt++;
      continue;
    }
    const start = at;
    while (at < baseCount && matches[at] === -1) at++;
    const headEnd = at < baseCount ? (matches[at] ?? headCount) : headCount;
    hunks.push({ baseLine: start + 1, baseCount: at - start, headLine: headAt + 1, headCount: headEnd - headAt });
    headAt = headEnd;
  }
  return hunks;
}

function move(hunk: Hunk, lines: number): Hunk {
  return { ...hunk, baseLine: hunk.baseLine + lines, headLine: hunk.headLine + lines };
}
