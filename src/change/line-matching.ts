import type { Stretch } from './myers.ts';
import { increasingRun } from './increasing-run.ts';
import { matchByMyers } from './myers.ts';

/** Anchors within anchors within …: past this the rest is left to Myers' algorithm, so that no input can nest endlessly. */
const DEEPEST = 48;

/** Pairs the lines of `a` with equal lines of `b` in order: the result has for each line of `a` its line in `b`, or -1. */
export function matchLines(a: Int32Array, b: Int32Array, distinct: number): Int32Array {
  const matches = new Int32Array(a.length).fill(-1);
  const unique = new UniqueLines(a, b, distinct);
  const match = (stretch: Stretch, depth: number): void => {
    const inner = matchEnds(a, b, stretch, matches);
    if (inner.aFrom === inner.aTo || inner.bFrom === inner.bTo) return;
    const anchors = depth < DEEPEST ? unique.anchors(inner) : [];
    if (anchors.length === 0) {
      matchByMyers(a, b, inner, matches);
      return;
    }
    let { aFrom, bFrom } = inner;
    for (const [aAt, bAt] of anchors) {
      // A line taken by the stretch before it (which grows to its ends) needs no second look.
      if (aAt >= aFrom && bAt >= bFrom) match({ aFrom, aTo: aAt, bFrom, bTo: bAt }, depth + 1);
      matches[aAt] = bAt;
      aFrom = aAt + 1;
      bFrom = bAt + 1;
    }
    match({ aFrom, aTo: inner.aTo, bFrom, bTo: inner.bTo }, depth + 1);
  };
  match({ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, 0);
  return matches;
}

/** Matches the equal lines at both ends of a stretch and returns what is left between them. */
function matchEnds(a: Int32Array, b: Int32Array, stretch: Stretch, matches: Int32Array): Stretch {
  let { aFrom, aTo, bFrom, bTo } = stretch;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) matches[aFrom++] = bFrom++;
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) matches[--aTo] = --bTo;
  return { aFrom, aTo, bFrom, bTo };
}

/** Finds the lines that occur exactly once in both stretches; its tables are made once for the whole comparison. */
class UniqueLines {
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #inA: Int32Array;
  readonly #inB: Int32Array;
  readonly #placeInA: Int32Array;

  constructor(a: Int32Array, b: Int32Array, distinct: number) {
    this.#a = a;
    this.#b = b;
    this.#inA = new Int32Array(distinct);
    this.#inB = new Int32Array(distinct);
    this.#placeInA = new Int32Array(distinct);
  }

  /** The longest run of such lines that keeps its order on both sides, as pairs of line indexes. */
  anchors(stretch: Stretch): [number, number][] {
    this.#count(stretch, 1);
    const pairs: [number, number][] = [];
    for (let at = stretch.bFrom; at < stretch.bTo; at++) {
      const line = this.#b[at] ?? 0;
      if (this.#inA[line] === 1 && this.#inB[line] === 1) pairs.push([this.#placeInA[line] ?? 0, at]);
    }
    this.#count(stretch, 0);
    return increasingRun(pairs);
  }

  /** Counts the lines of the stretch, or with a step of 0 clears the counts that were made for it. */
  #count(stretch: Stretch, step: 0 | 1): void {
    for (let at = stretch.aFrom; at < stretch.aTo; at++) {
      const line = this.#a[at] ?? 0;
      this.#inA[line] = step * ((this.#inA[line] ?? 0) + 1);
      this.#placeInA[line] = at;
    }
    for (let at = stretch.bFrom; at < stretch.bTo; at++) {
      const line = this.#b[at] ?? 0;
      this.#inB[line] = step * ((this.#inB[line] ?? 0) + 1);
    }
  }
}
