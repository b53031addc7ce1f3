const token =
  /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\p{ID_Start}$_#][\p{ID_Continue}$]*|-?(?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)n?|=>|\.\.\.|[\s\S]/giu;

/** The words and signs of a type, without white space and comments. */
export function typeTokens(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((each) => !/^(?:\s|\/[*/])/.test(each));
}

/** A place in a row of tokens. */
export class TokenReader {
  readonly #tokens: readonly string[];
  at = 0;

  constructor(text: string) {
    this.#tokens = typeTokens(text);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#tokens.length;
  }

  peek(ahead = 0): string {
    return this.#tokens[this.at + ahead] ?? '';
  }

  next(): string {
    return this.#tokens[this.at++] ?? '';
  }

  take(...expected: readonly string[]): boolean {
    if (!expected.includes(this.peek())) return false;
    this.at++;
    return true;
  }

  isWord(ahead = 0): boolean {
    return /^[\p{ID_Start}$_#]/u.test(this.peek(ahead));
  }

  /** Past the bracket that closes the one that stands here; the place where it is found. */
  afterBracket(from = this.at): number {
    let depth = 0;
    for (let at = from; at < this.#tokens.length; at++) {
      const each = this.#tokens[at] ?? '';
      if ('([{<'.includes(each)) depth++;
      else if (')]}>'.includes(each)) depth--;
      if (depth === 0) return at + 1;
    }
    return this.#tokens.length;
  }

  textBetween(from: number, to: number): string {
    return this.#tokens.slice(from, to).join(' ');
  }

  tokenAt(at: number): string {
    return this.#tokens[at] ?? '';
  }
}
