import type { TextRange } from '../base/text-range.ts';
import type { Touched } from './language.ts';

/**
 * Whether the change touches a range. A touched range that ends where this one starts does not count:
 * touched ranges are whole lines, and would otherwise reach into the line below. An empty one (lines were taken away there) counts at both ends.
 */
export function isTouched(range: TextRange, touched: Touched): boolean {
  if (touched === 'all') return true;
  return touched.some(({ start, end }) =>
    start === end ? range.start <= start && start <= range.end : start < range.end && range.start < end,
  );
}
