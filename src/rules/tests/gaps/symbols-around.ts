import { remembered } from '../../../base/remembered.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';

/** Code that may call others, from where its body begins to its end, with the last one before it that goes on where it begins. */
interface Stretch {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly around: Stretch | undefined;
}

/** The symbols with code that hold one of the places, in their order. Each place costs as much as symbols lie within each other there. */
export function symbolsAround(facts: FileFacts, places: readonly number[]): readonly SymbolFact[] {
  const stretches = stretchesOf(facts);
  const found = new Set<number>();
  for (const place of places) for (let at = lastBefore(stretches, place); at; at = at.around) if (at.end > place) found.add(at.index);
  return [...found].sort((a, b) => a - b).flatMap((index) => facts.symbols[index] ?? []);
}

const stretchesOf = remembered(({ symbols }: FileFacts): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { index, start, end } of symbols.flatMap(bodyOf).sort((a, b) => a.start - b.start)) {
    let around = stretches.at(-1);
    while (around && around.end <= start) around = around.around;
    stretches.push({ index, start, end, around });
  }
  return stretches;
});

function bodyOf({ kind, bodyRange, range }: SymbolFact, index: number): Omit<Stretch, 'around'>[] {
  return callers.has(kind) ? [{ index, start: (bodyRange ?? range).start, end: range.end }] : [];
}

const callers: ReadonlySet<SymbolFact['kind']> = new Set(['function', 'method', 'constructor', 'variable', 'field']);

/** The last that begins at a place or before it. */
function lastBefore(stretches: readonly Stretch[], place: number): Stretch | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}
