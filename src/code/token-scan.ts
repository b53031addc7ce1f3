/** Which token kind begins at a character, by its code; other characters of the first 128 stand for themselves. */
const kindOfCode = new Uint8Array(128);
const [sign, space, word, quote] = [0, 1, 2, 3];
for (const code of [9, 10, 11, 12, 13, 32]) kindOfCode[code] = space;
for (const each of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$@#') kindOfCode[each.charCodeAt(0)] = word;
for (const each of '"\'`') kindOfCode[each.charCodeAt(0)] = quote;

const [newline, doubleQuote, comma, slash, backslash, backtick, star] = [10, 34, 44, 47, 92, 96, 42] as const;
const otherSpace = /\s/u;
const otherWord = /[\p{L}\p{N}]/u;
/** What `.` does not match: an escaped one of these ends the text in quotes. */
const lineEnd = /[\n\r\u2028\u2029]/u;
const regexLiteral = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
const beforeRegex = /^(?:[(,=:[!&|?{};+\-*%<>~^]|return|typeof|case|in|of|delete|void|throw|new)$/u;

/**
 * Goes through the tokens of a text, one at a time and without making anything of them: whole types are compared this way.
 * White space, comments and commas before a closing bracket are passed over. What is left open ends with its line, or with the text.
 */
export class TokenScan {
  readonly text: string;
  /** The token that was found last. */
  start = 0;
  end = 0;
  readonly #hasRegex: boolean;
  /** What follows a comma, which was looked at already. */
  #ahead: { readonly start: number; readonly end: number } | undefined;
  #isFirst = true;

  constructor(text: string, hasRegex: boolean) {
    this.text = text;
    this.#hasRegex = hasRegex;
  }

  /** Goes on to the next token; false where there is none. */
  next(): boolean {
    if (this.#ahead) {
      ({ start: this.start, end: this.end } = this.#ahead);
      this.#ahead = undefined;
    } else if (!this.#find()) return false;
    return this.text.charCodeAt(this.start) === comma ? this.#overComma() : true;
  }

  /**
   * Passes over what another text begins with, too, where that is plain from whole lines of both.
   * The scan of the other one then goes on from there, having seen the same.
   */
  passWith(other: TokenScan): void {
    const common = commonLines(this.text, other.text);
    let [start, end, isFirst] = [0, 0, true];
    // Whether a token ends is told by the two units behind it at most, or by the rest of its line.
    while (this.next() && this.end + 2 <= common) if (!this.#ahead) [start, end, isFirst] = [this.start, this.end, this.#isFirst];
    for (const scan of [this, other]) {
      [scan.start, scan.end, scan.#isFirst] = [start, end, isFirst];
      scan.#ahead = undefined;
    }
  }

  token(): string {
    return this.text.slice(this.start, this.end);
  }

  /** A comma before a closing bracket says nothing. */
  #overComma(): boolean {
    const { start, end } = this;
    if (!this.#find()) {
      [this.start, this.end] = [start, end];
      return true;
    }
    if (this.#isClosing()) return true;
    this.#ahead = { start: this.start, end: this.end };
    [this.start, this.end] = [start, end];
    return true;
  }

  #isClosing(): boolean {
    const code = this.text.charCodeAt(this.start);
    return this.end === this.start + 1 && (code === 41 || code === 93 || code === 125 || code === 62);
  }

  /** Finds the next token behind the one that was found last. */
  #find(): boolean {
    const start = this.#triviaEnd(this.end);
    if (start >= this.text.length) return false;
    const end = this.#regexEnd(start) ?? this.#tokenEnd(start);
    [this.start, this.end, this.#isFirst] = [start, end, false];
    return true;
  }

  #triviaEnd(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code < 128 ? kindOfCode[code] === space : otherSpace.test(text.charAt(at))) at++;
      else if (code !== slash) return at;
      else {
        const end = this.#commentEnd(at);
        if (end === at) return at;
        at = end;
      }
    }
  }

  #commentEnd(at: number): number {
    const { text } = this;
    const second = text.charCodeAt(at + 1);
    if (second !== slash && second !== star) return at;
    const end = second === slash ? text.indexOf('\n', at + 2) : text.indexOf('*/', at + 2);
    if (end === -1) return text.length;
    return second === slash ? end : end + 2;
  }

  /** Where a slash cannot divide, it begins a regular expression. */
  #regexEnd(start: number): number | undefined {
    if (!this.#hasRegex || this.text.charCodeAt(start) !== slash) return undefined;
    if (!this.#isFirst && !beforeRegex.test(this.token())) return undefined;
    regexLiteral.lastIndex = start;
    return regexLiteral.test(this.text) ? regexLiteral.lastIndex : undefined;
  }

  #tokenEnd(start: number): number {
    const code = this.text.charCodeAt(start);
    const kind = code < 128 ? kindOfCode[code] : this.#isWordAt(start) ? word : sign;
    if (kind === word) return this.#wordEnd(start);
    return kind === quote ? this.#quotedEnd(start, code) : this.#pointEnd(start);
  }

  #wordEnd(start: number): number {
    const { text } = this;
    let at = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code < 128 && kindOfCode[code] === word) at++;
      else if (code >= 128 && this.#isWordAt(at)) at = this.#pointEnd(at);
      else return at;
    }
  }

  #isWordAt(at: number): boolean {
    return at < this.text.length && otherWord.test(String.fromCodePoint(this.text.codePointAt(at) ?? 0));
  }

  /** The end of the code point. */
  #pointEnd(at: number): number {
    return (this.text.codePointAt(at) ?? 0) > 0xffff ? at + 2 : at + 1;
  }

  #quotedEnd(start: number, mark: number): number {
    const { text } = this;
    if (mark === doubleQuote && text.startsWith('""', start + 1)) {
      const end = text.indexOf('"""', start + 3);
      return end === -1 ? text.length : end + 3;
    }
    let at = start + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === mark) return at + 1;
      if (code === newline && mark !== backtick) return at;
      if (code !== backslash) continue;
      // A backslash that has nothing to escape ends it, and stands for itself.
      if (at + 1 === text.length || (mark !== backtick && lineEnd.test(text.charAt(at + 1)))) return at;
      at++;
    }
    return at;
  }
}

/** So much is compared at once. */
const chunk = 512;

/** The length of the whole lines that two texts begin with. */
function commonLines(one: string, other: string): number {
  let at = 0;
  const most = Math.min(one.length, other.length);
  while (at + chunk <= most && one.slice(at, at + chunk) === other.slice(at, at + chunk)) at += chunk;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at === 0 ? 0 : one.lastIndexOf('\n', at - 1) + 1;
}
