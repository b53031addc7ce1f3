import type { TextRange } from '../../base/text-range.ts';
import type { SqlToken } from './sql-tokens.ts';

/** Walks over the tokens of one statement; never beyond its end. */
export class TokenCursor {
  readonly tokens: readonly SqlToken[];
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly SqlToken[], text: string) {
    this.tokens = tokens;
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.tokens.length;
  }

  /** The rest as written, white space made one. */
  get rest(): string {
    return textOf(this.tokens.slice(this.#at), this.#text);
  }

  peek(ahead = 0): SqlToken | undefined {
    return this.tokens[this.#at + ahead];
  }

  next(): SqlToken | undefined {
    this.#at += 1;
    return this.tokens[this.#at - 1];
  }

  /** Takes the words if all of them stand here, in this order. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, index) => isWord(this.peek(index), word))) return false;
    this.#at += words.length;
    return true;
  }

  /** Takes the first of the words or symbols that stands here. */
  takeOne(...words: readonly string[]): string | undefined {
    return words.find((word) => this.take(word));
  }

  /** Moves behind the first of the words at the depth of here; false, and at the end, where there is none. */
  skipTo(...words: readonly string[]): boolean {
    for (let depth = 0; !this.done;) {
      const token = this.next();
      if (token?.kind === 'symbol') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
      else if (depth === 0 && words.some((word) => isWord(token, word))) return true;
    }
    return false;
  }

  /** A name with its qualifiers, e.g. `app."Users"`. */
  name(): string | undefined {
    const parts: string[] = [];
    for (;;) {
      const token = this.peek();
      if (!token || (token.kind !== 'word' && token.kind !== 'name' && token.kind !== 'string')) break;
      parts.push(token.kind === 'word' ? this.#text.slice(token.start, token.end) : token.text);
      this.#at += 1;
      if (this.peek()?.text !== '.' || this.peek()?.kind !== 'symbol') break;
      this.#at += 1;
    }
    return parts.length > 0 ? parts.join('.') : undefined;
  }

  /** What stands between the parenthesis here and its partner, split at commas. Empty where there is none. */
  list(): readonly (readonly SqlToken[])[] {
    if (this.peek()?.text !== '(') return [];
    const start = this.#at + 1;
    for (let depth = 0; !this.done;) {
      const token = this.next();
      if (token?.kind !== 'symbol') continue;
      depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
      if (depth === 0) return splitAtCommas(this.tokens.slice(start, this.#at - 1));
    }
    return splitAtCommas(this.tokens.slice(start));
  }

  sub(tokens: readonly SqlToken[]): TokenCursor {
    return new TokenCursor(tokens, this.#text);
  }

  /** The tokens from here on. */
  remaining(): readonly SqlToken[] {
    return this.tokens.slice(this.#at);
  }

  textOf(tokens: readonly SqlToken[]): string {
    return textOf(tokens, this.#text);
  }
}

export function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.text === word && (token.kind === 'word' || token.kind === 'symbol');
}

export function splitAtCommas(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'symbol') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (depth === 0 && isWord(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

export function rangeOf(tokens: readonly SqlToken[]): TextRange {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}

function textOf(tokens: readonly SqlToken[], text: string): string {
  const { start, end } = rangeOf(tokens);
  return text.slice(start, end).replace(/\s+/g, ' ');
}
