import { isAmbiguousLoop } from './ambiguous-loop.ts';
import { PatternReader, type Item } from './pattern-reader.ts';

/** Longer ones are not looked at. */
export const longestPattern = 1000;

/**
 * The repeated group of a pattern for which a text can be split in ever more ways, so that a text which does not match
 * takes exponentially long: `(a+)+$`, `(a|a)*b`, `(\w+\s?)*!`. Undefined where there is none.
 * @param forgets whether the engine remembers nothing of what it tried in vain, so that two ways through a longer group are enough
 */
export function explosiveGroup(pattern: string, forgets = false): string | undefined {
  if (pattern.length > longestPattern || !/[*+}]/.test(pattern)) return undefined;
  const reader = new PatternReader(pattern);
  const branches = reader.branches(0);
  return branches && reader.isWhole() ? explosiveIn(branches, false, { reader, forgets }) : undefined;
}

interface ReadPattern {
  readonly reader: PatternReader;
  readonly forgets: boolean;
}

/** @param fails whether what follows may refuse a text, so that all ways are tried */
function explosiveIn(branches: readonly (readonly Item[])[], fails: boolean, read: ReadPattern): string | undefined {
  for (const items of branches) {
    let after = fails;
    for (const item of items.toReversed()) {
      if (item.piece.kind === 'group') {
        const { branches: own } = item.piece;
        if (after && item.most === Infinity && (isAmbiguous(own) || (read.forgets && isAmbiguousLoop(own))))
          return read.reader.textOf(item);
        const inner = explosiveIn(own, after || item.most > 1, read);
        if (inner !== undefined) return inner;
      }
      if (item.piece.kind === 'assertion' || item.least > 0) after = true;
    }
  }
  return undefined;
}

/** Whether the repetition can take the same text in two ways. */
function isAmbiguous(branches: readonly (readonly Item[])[]): boolean {
  return branches.some((items) => repeatsItself(items)) || overlap(branches);
}

/** `a+`, and `a{2,4}`, whose repetition takes six as three twos or as two and four. */
function canDiffer({ least, most }: Item): boolean {
  return most > 1 && least < most;
}

/** `a+`, or `a+b?`: without what may be left out it is a repetition within the repetition. */
function repeatsItself(items: readonly Item[]): boolean {
  const needed = items.filter(({ least, piece }) => least > 0 && piece.kind !== 'assertion');
  if (needed.length > 1 || items.some(({ piece }) => piece.kind === 'assertion')) return false;
  const [only] = needed;
  const repeated = items.filter(({ most, piece }) => most === Infinity && piece.kind === 'set');
  return only ? canDiffer(only) && only.piece.kind === 'set' : repeated.length > 0;
}

/** `(a|a)`, `(\d|\w)`: branches of one character that have one in common. */
function overlap(branches: readonly (readonly Item[])[]): boolean {
  let seen = 0n;
  for (const items of branches) {
    const [only, ...more] = items;
    if (only?.piece.kind !== 'set' || more.length > 0 || only.least !== 1) continue;
    if ((seen & only.piece.characters) !== 0n) return true;
    seen |= only.piece.characters;
  }
  return false;
}
