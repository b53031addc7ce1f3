import type { CharacterSet } from './character-set.ts';
import type { Item } from './pattern-reader.ts';

/** A group with more places than this is not looked at: its pairs are looked through. */
const mostPlaces = 48;

/** One character of a group, and the places that may come behind it, one entry for each way there. */
interface Place {
  readonly characters: CharacterSet;
  readonly next: number[];
}

/** Where a part of the group begins and ends, and whether it may be left out. */
interface Ends {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isOptional: boolean;
}

/**
 * Whether the endless repetition of a group can go through the same text in two ways and be where it was: `([a-z]+.)*`, `(a|ab|b)*`.
 * Where one of its parts stands for no character, or is counted, it is not known to be so.
 */
export function isAmbiguousLoop(branches: readonly (readonly Item[])[]): boolean {
  const places: Place[] = [];
  const whole = endsOfBranches(branches, places);
  if (!whole) return false;
  lead(whole, whole, places);
  return places.some(({ next }) => new Set(next).size < next.length) || divergesAndMeets(places);
}

function endsOfBranches(branches: readonly (readonly Item[])[], places: Place[]): Ends | undefined {
  const all: Ends[] = [];
  for (const items of branches) {
    const ends = endsOfItems(items, places);
    if (!ends) return undefined;
    all.push(ends);
  }
  return {
    first: all.flatMap(({ first }) => first),
    last: all.flatMap(({ last }) => last),
    isOptional: all.some(({ isOptional }) => isOptional),
  };
}

function endsOfItems(items: readonly Item[], places: Place[]): Ends | undefined {
  let whole: Ends = { first: [], last: [], isOptional: true };
  for (const item of items) {
    const ends = endsOfItem(item, places);
    if (!ends) return undefined;
    lead(whole, ends, places);
    whole = {
      first: whole.isOptional ? [...whole.first, ...ends.first] : whole.first,
      last: ends.isOptional ? [...whole.last, ...ends.last] : ends.last,
      isOptional: whole.isOptional && ends.isOptional,
    };
  }
  return whole;
}

function endsOfItem({ piece, least, most }: Item, places: Place[]): Ends | undefined {
  const isCounted = most !== Infinity && most !== 1;
  if (piece.kind === 'assertion' || isCounted || least > 1 || places.length >= mostPlaces) return undefined;
  const ends = piece.kind === 'set' ? placed(piece.characters, places) : endsOfBranches(piece.branches, places);
  if (!ends) return undefined;
  if (most === Infinity) lead(ends, ends, places);
  return { ...ends, isOptional: ends.isOptional || least === 0 };
}

function placed(characters: CharacterSet, places: Place[]): Ends {
  const place = places.push({ characters, next: [] }) - 1;
  return { first: [place], last: [place], isOptional: false };
}

function lead(from: Ends, to: Ends, places: readonly Place[]): void {
  for (const place of from.last) places[place]?.next.push(...to.first);
}

/** Two ways from one place that read the same text, and come back to it together. */
function divergesAndMeets(places: readonly Place[]): boolean {
  return places.some((_, start) => {
    const reached = new Set<number>();
    const waiting: (readonly [number, number])[] = [[start, start]];
    for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
      for (const [left, right] of followers(places, ...pair)) {
        if (left === start && right === start && pair[0] !== pair[1]) return true;
        const key = left * places.length + right;
        if (!reached.has(key)) waiting.push([left, right]);
        reached.add(key);
      }
    }
    return false;
  });
}

function* followers(places: readonly Place[], a: number, b: number): Generator<readonly [number, number]> {
  for (const left of places[a]?.next ?? [])
    for (const right of places[b]?.next ?? [])
      if (((places[left]?.characters ?? 0n) & (places[right]?.characters ?? 0n)) !== 0n) yield [left, right];
}
