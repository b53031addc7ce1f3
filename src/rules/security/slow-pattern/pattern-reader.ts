import { charactersOfClass, everyCharacter, range, setOf, type CharacterSet } from './character-set.ts';

/** A part of a regular expression, as far as it matters for how long a match may take. */
type Piece =
  | { readonly kind: 'set'; readonly characters: CharacterSet }
  | { readonly kind: 'group'; readonly branches: readonly (readonly Item[])[] }
  | { readonly kind: 'assertion' };

/** A part and how often it may stand there; `most` is `Infinity` where it has no end. */
export interface Item {
  readonly piece: Piece;
  readonly least: number;
  readonly most: number;
}

const deepestGroups = 50;

/** Reads a regular expression of JavaScript or Java from left to right; what it does not know makes it give up. */
export class PatternReader {
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
        return { kind: 'set', characters: everyCharacter & ~setOf('\n') };
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
    return { kind: 'set', characters: charactersOfClass(name) };
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
        return { kind: 'set', characters: !isNegated ? characters : this.#unknown > before ? 0n : everyCharacter & ~characters };
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
    return /[dDwWsSntrfv]/.test(name) ? [charactersOfClass(name)] : [setOf(name), name];
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
