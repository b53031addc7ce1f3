/** The stretch of two texts that is left when the whole lines they begin and end with in common are taken off. */
export interface DifferingMiddle {
  /** Where the stretch starts: the same offset in both texts. */
  readonly start: number;
  /** How many lines come before it. */
  readonly line: number;
  readonly baseEnd: number;
  readonly headEnd: number;
}

const FEED = 10;

/** How many of the common lines around the difference are kept, so that an addition may be shown higher up or lower down (see `slideHunks`). */
const KEPT_LINES = 20;

/** Compares characters from both ends: most files change in one place, and this spares splitting the rest into lines. */
export function differingMiddle(base: string, head: string): DifferingMiddle {
  const shorter = Math.min(base.length, head.length);
  let at = 0;
  let start = 0;
  let line = 0;
  for (; at < shorter; at++) {
    const code = base.charCodeAt(at);
    if (code !== head.charCodeAt(at)) break;
    if (code === FEED) {
      line++;
      start = at + 1;
    }
  }
  const suffix = commonSuffix(base, head, shorter - start);
  const after = suffix - keptLength(base, base.length - suffix);
  for (let kept = 0; kept < KEPT_LINES && line > 0; kept++, line--) start = start > 1 ? base.lastIndexOf('\n', start - 2) + 1 : 0;
  return { start, line, baseEnd: base.length - after, headEnd: head.length - after };
}

/** The length of the lines to keep from an offset on. */
function keptLength(text: string, from: number): number {
  let end = from;
  for (let kept = 0; kept < KEPT_LINES && end < text.length; kept++) {
    const feed = text.indexOf('\n', end);
    end = feed === -1 ? text.length : feed + 1;
  }
  return end - from;
}

/** The length of the whole lines that both texts end with, at most `limit`. */
function commonSuffix(base: string, head: string, limit: number): number {
  let suffix = 0;
  for (let length = 1; length <= limit; length++) {
    const code = base.charCodeAt(base.length - length);
    if (code !== head.charCodeAt(head.length - length)) break;
    if (code === FEED) suffix = length - 1;
  }
  return suffix;
}
