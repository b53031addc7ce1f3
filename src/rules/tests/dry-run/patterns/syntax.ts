/** A regular expression as it is tried step by step. */
export type PatternNode =
  | { readonly kind: 'character'; readonly fits: (character: string) => boolean }
  | {
      readonly kind: 'group';
      readonly index: number | undefined;
      readonly branches: readonly PatternNodes[];
      readonly inner: readonly number[];
    }
  | { readonly kind: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number; readonly lazy: boolean }
  | { readonly kind: 'edge'; readonly mark: string }
  | { readonly kind: 'look'; readonly ahead: boolean; readonly negative: boolean; readonly branches: readonly PatternNodes[] }
  | { readonly kind: 'back'; readonly index: number };

export type PatternNodes = readonly PatternNode[];

export interface Pattern {
  readonly branches: readonly PatternNodes[];
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Reads a pattern that the language accepts. What is not known here makes it give up. */
export function readPattern(source: string, flags: string): Pattern | undefined {
  const reader = new Reader(source, flags);
  const branches = reader.branches(0);
  return branches && reader.isDone ? { branches, groups: reader.groups, names: reader.names } : undefined;
}

const deepest = 50;

class Reader {
  readonly #source: string;
  readonly #flags: string;
  readonly names = new Map<string, number>();
  groups = 0;
  #at = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags.replace(/[^ius]/g, '');
  }

  get isDone(): boolean {
    return this.#at >= this.#source.length;
  }

  branches(depth: number): readonly PatternNodes[] | undefined {
    if (depth > deepest) return undefined;
    const found: PatternNode[][] = [[]];
    while (!this.isDone && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] === '|') {
        this.#at++;
        found.push([]);
        continue;
      }
      const node = this.#piece(depth);
      if (!node) return undefined;
      found.at(-1)?.push(this.#repeated(node));
    }
    return found;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at += match[0].length;
    return match;
  }

  #piece(depth: number): PatternNode | undefined {
    if (this.#source[this.#at] === '(') return this.#group(depth);
    const edge = this.#take(/[\^$]|\\[bB]/y)?.[0];
    if (edge !== undefined) return { kind: 'edge', mark: edge };
    const back = this.#take(/\\([1-9]\d?)/y)?.[1];
    if (back !== undefined) return { kind: 'back', index: Number(back) };
    const named = this.names.get(this.#take(/\\k<([A-Za-z_$][\w$]*)>/y)?.[1] ?? '');
    if (named !== undefined) return { kind: 'back', index: named };
    const one = this.#take(
      /\[(?:\\.|[^\]\\])*\]|\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^k])|[^()|\\]/suy,
    )?.[0];
    return one === undefined ? undefined : { kind: 'character', fits: fitting(one, this.#flags) };
  }

  #group(depth: number): PatternNode | undefined {
    const [, look, name, plain] = this.#take(/\((?:\?(?:(<?[=!])|<([A-Za-z_$][\w$]*)>|(:)))?/y) ?? [];
    const index = look === undefined && plain === undefined ? ++this.groups : undefined;
    const before = this.groups;
    if (name !== undefined && index !== undefined) this.names.set(name, index);
    const branches = this.branches(depth + 1);
    if (!branches || this.#source[this.#at] !== ')') return undefined;
    this.#at++;
    if (look !== undefined) return { kind: 'look', ahead: !look.startsWith('<'), negative: look.endsWith('!'), branches };
    const inner = Array.from({ length: this.groups - before }, (_, offset) => before + 1 + offset);
    return { kind: 'group', index, branches, inner: index === undefined ? inner : [index, ...inner] };
  }

  #repeated(node: PatternNode): PatternNode {
    const match = this.#take(/(?:([*+?])|\{(\d{1,6})(,?)(\d{0,6})\})(\??)/y);
    if (!match) return node;
    const [, sign, least, comma, most, lazy] = match;
    const from = sign === '+' ? 1 : sign === undefined ? Number(least) : 0;
    const to = sign === '?' ? 1 : sign !== undefined || (comma !== '' && most === '') ? Infinity : comma === '' ? from : Number(most);
    return { kind: 'repeat', node, least: from, most: to, lazy: lazy === '?' };
  }
}

/** Whether one character fits: the language's own answer, which takes no time for one. */
function fitting(written: string, flags: string): (character: string) => boolean {
  const pattern = new RegExp(`^(?:${written})$`, flags);
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character) ?? pattern.test(character);
    known.set(character, before);
    return before;
  };
}
