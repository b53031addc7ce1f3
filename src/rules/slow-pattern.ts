import { isAmbiguousLoop } from './ambiguous-loop.ts';

/** A part of a regular expression, as far as it matters for how long a match may take. */
type Piece =
  | { readonly kind: 'set'; readonly characters: CharacterSet }
  | { readonly kind: 'group'; readonly branches: readonly (readonly Item[])[] }
  | { readonly kind: 'assertion' };

export interface Item {
  readonly piece: Piece;
  readonly least: number;
  readonly most: number;
}

/** One bit for each character up to 127, one for all others. */
export type CharacterSet = bigint;

const everything = (1n << 129n) - 1n;
const otherThanAscii = 1n << 128n;
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

const deepestGroups = 50;

/** Reads a pattern from left to right; what it does not know makes it give up. */
class PatternReader {
  readonly #pattern: string;
  readonly #texts = new Map<Item, string>();
  #at = 0;
  /** How many classes were met whose characters are not known. */
  #unknown = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  isWhole(): boolean {
    return this.#at === this.#pattern.length;
  }

  textOf(item: Item): string {
    return this.#texts.get(item) ?? '';
  }

  branches(depth: number): readonly (readonly Item[])[] | undefined {
    if (depth > deepestGroups) return undefined;
    const branches: Item[][] = [[]];
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== ')') {
      if (this.#pattern[this.#at] === '|') {
        this.#at++;
        branches.push([]);
        continue;
      }
      const item = this.#item(depth);
      if (!item) return undefined;
      branches.at(-1)?.push(item);
    }
    return branches;
  }

  #item(depth: number): Item | undefined {
    const start = this.#at;
    const piece = this.#piece(depth);
    if (!piece) return undefined;
    const { least, most } = this.#quantifier();
    const item = { piece, least, most };
    this.#texts.set(item, this.#pattern.slice(start, this.#at));
    return item;
  }

  #piece(depth: number): Piece | undefined {
    const character = this.#pattern[this.#at] ?? '';
    switch (character) {
      case '(':
        return this.#group(depth);
      case '[':
        return this.#set();
      case '^':
      case '$':
        this.#at++;
        return { kind: 'assertion' };
      case '.':
        this.#at++;
        return { kind: 'set', characters: everything & ~(1n << 10n) };
      case '\\':
        return this.#escape();
      default:
        this.#at++;
        return { kind: 'set', characters: setOf(character) };
    }
  }

  #group(depth: number): Piece | undefined {
    const opening = /^\((\?(:|=|!|<=|<!|<[\w$]{1,60}>)|\?[a-z]{1,6}:)?/.exec(this.#pattern.slice(this.#at, this.#at + 70));
    if (!opening) return undefined;
    this.#at += opening[0].length;
    const branches = this.branches(depth + 1);
    if (!branches || this.#pattern[this.#at] !== ')') return undefined;
    this.#at++;
    return /^\(\?(=|!|<=|<!)/.test(opening[0]) ? { kind: 'assertion' } : { kind: 'group', branches };
  }

  #escape(): Piece | undefined {
    const name = this.#pattern[this.#at + 1] ?? '';
    this.#at += 2;
    if (name === 'b' || name === 'B' || name === 'A' || name === 'z' || name === 'Z') return { kind: 'assertion' };
    if (/[1-9kpPuxcQ]/.test(name)) return undefined;
    return { kind: 'set', characters: escaped(name) };
  }

  /** `[a-z\d]`, `[^x]`. */
  #set(): Piece | undefined {
    this.#at++;
    const isNegated = this.#pattern[this.#at] === '^';
    if (isNegated) this.#at++;
    let characters = 0n;
    const before = this.#unknown;
    for (let first = true; this.#at < this.#pattern.length; first = false) {
      const character = this.#pattern[this.#at] ?? '';
      if (character === ']' && !first) {
        this.#at++;
        return { kind: 'set', characters: !isNegated ? characters : this.#unknown > before ? 0n : everything & ~characters };
      }
      characters |= this.#setMember();
    }
    return undefined;
  }

  #setMember(): CharacterSet {
    const [first, from] = this.#setAtom();
    const end = this.#pattern[this.#at + 1] ?? '';
    if (from === undefined || this.#pattern[this.#at] !== '-' || end === ']' || end === '') return first;
    this.#at++;
    const [last, to] = this.#setAtom();
    return to === undefined ? first | setOf('-') | last : range(from, to);
  }

  /** A character of a set, or a class of them; with the character where it is one. */
  #setAtom(): readonly [CharacterSet, string?] {
    const character = this.#pattern[this.#at] ?? '';
    this.#at++;
    if (character !== '\\') return [setOf(character), character];
    const name = this.#pattern[this.#at] ?? '';
    const coded = /^(?:u([\da-f]{4})|x([\da-f]{2}))/i.exec(this.#pattern.slice(this.#at, this.#at + 5));
    this.#at += coded?.[0].length ?? 1;
    if (coded) {
      const named = String.fromCharCode(parseInt(coded[1] ?? coded[2] ?? '', 16));
      return [setOf(named), named];
    }
    // Which characters these stand for is not known: nothing is said to have one in common with them.
    if (/[pPux]/.test(name)) {
      this.#unknown++;
      return [0n];
    }
    return /[dDwWsSntrfv]/.test(name) ? [escaped(name)] : [setOf(name), name];
  }

  #quantifier(): { readonly least: number; readonly most: number } {
    const match = /^(?:[*+?]|\{(\d{1,9})(,?)(\d{0,9})\})/.exec(this.#pattern.slice(this.#at, this.#at + 24));
    if (!match) return { least: 1, most: 1 };
    this.#at += match[0].length;
    const isPossessive = this.#pattern[this.#at] === '+';
    if (isPossessive || this.#pattern[this.#at] === '?') this.#at++;
    const [text, least, comma, most] = match;
    const endless = isPossessive ? 1 : Infinity;
    if (least !== undefined) return { least: Number(least), most: comma === '' ? Number(least) : most === '' ? endless : Number(most) };
    return { least: text === '+' ? 1 : 0, most: text === '?' ? 1 : endless };
  }
}

function setOf(character: string): CharacterSet {
  const code = character.charCodeAt(0);
  return code < 128 ? 1n << BigInt(code) : otherThanAscii;
}

function range(from: string, to: string): CharacterSet {
  let set = 0n;
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  for (let code = first; code <= Math.min(last, 127); code++) set |= 1n << BigInt(code);
  return last > 127 ? set | otherThanAscii : set;
}

const digits = range('0', '9');
const words = digits | range('a', 'z') | range('A', 'Z') | setOf('_');
const spaces = setOf(' ') | setOf('\t') | setOf('\n') | setOf('\r') | setOf('\f') | setOf('\v');

function escaped(name: string): CharacterSet {
  switch (name) {
    case 'd':
      return digits;
    case 'w':
      return words;
    case 's':
      return spaces;
    case 'D':
      return everything & ~digits;
    case 'W':
      return everything & ~words;
    case 'S':
      return everything & ~spaces;
    case 'n':
      return setOf('\n');
    case 't':
      return setOf('\t');
    case 'r':
      return setOf('\r');
    default:
      return setOf(name);
  }
}
