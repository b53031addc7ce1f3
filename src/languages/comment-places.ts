import type { TextRange } from '../base/text-range.ts';

/**
 * Tells of a text's ranges whether a comment of C's family may overlap whole lines or start where they end.
 * Most ranges hold none, and looking into a tree is costly. The text is gone through once, however many ranges there are.
 */
export function commentProbe(text: string): (range: TextRange) => boolean {
  const opened = placesOf(text, '/*');
  const closed = opened.length > 0 ? placesOf(text, '*/') : [];
  return ({ start, end }) => {
    if (text.slice(start, end + 2).includes('//')) return true;
    const open = lastUpTo(opened, end);
    // One further, for `/*/` opens a comment and does not end it.
    return open !== -1 && open + 1 >= lastUpTo(closed, Math.max(0, start - 1));
  };
}

function placesOf(text: string, mark: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) places.push(at);
  return places;
}

/** Of ascending numbers the last that is not greater; -1 where there is none. */
function lastUpTo(ascending: readonly number[], most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1] ?? -1;
}
