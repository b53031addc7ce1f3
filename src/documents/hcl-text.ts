import type { TextRange } from '../base/text-range.ts';

/** A text of HCL with a place in it. Every step goes forward. */
export class HclText {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  slice({ start, end }: TextRange): string {
    return this.#text.slice(start, end);
  }

  peek(character: string): boolean {
    return this.#text.charAt(this.at) === character;
  }

  take(character: string): boolean {
    if (!this.peek(character)) return false;
    this.at++;
    return true;
  }

  /** `=`, but not `==` or `=>`. */
  takeAssignment(): boolean {
    return this.match(/^=(?![=>])/) !== undefined && this.take('=');
  }

  /** What stands here, looking at no more than 200 characters. */
  match(pattern: RegExp): string | undefined {
    return pattern.exec(this.#text.slice(this.at, this.at + 200))?.[0];
  }

  isFor(): boolean {
    return this.match(/^[[{]\s*for\s/) !== undefined;
  }

  skipWhite(): void {
    while (/[ \t\r]/.test(this.#text.charAt(this.at))) this.at++;
  }

  /** White space, line breaks and comments. */
  skipBlank(): void {
    for (;;) {
      while (/\s/.test(this.#text.charAt(this.at))) this.at++;
      if (this.peek('#') || this.#text.startsWith('//', this.at)) this.skipLine();
      else if (this.#text.startsWith('/*', this.at)) this.at = after(this.#text.indexOf('*/', this.at + 2), 2, this.#text);
      else return;
    }
  }

  skipLine(): void {
    this.at = after(this.#text.indexOf('\n', this.at), 1, this.#text);
  }

  word(): TextRange | undefined {
    return this.#taken(this.match(/^[\p{L}_][\p{L}\d_-]*/u));
  }

  /** A block's label or an object's key: a word, or a text in quotes. */
  label(): TextRange | undefined {
    return this.#taken(this.match(/^(?:"[^"\n]*"|[\p{L}_][\p{L}\d_.-]*)/u));
  }

  /** The rest of an expression: to the end of the line, or to what closes or parts the list or object around it. */
  rest(): TextRange {
    const start = this.at;
    let depth = 0;
    let end = start;
    while (!this.isAtEnd) {
      const character = this.#text.charAt(this.at);
      if (character === '"') this.#skipString();
      else if (this.match(/^<<-?\w+\r?\n/) !== undefined) this.#skipHeredoc();
      else if (character === '#' || this.#text.startsWith('//', this.at)) break;
      else if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character) && --depth < 0) break;
      else if (depth === 0 && (character === ',' || character === '\n')) break;
      else if (depth === 0 && character === '=' && start === end) break;
      this.at++;
      if (!/\s/.test(character)) end = this.at;
    }
    return { start, end };
  }

  /** Leaves the place at the closing quote. What stands in `${…}` may hold quotes. */
  #skipString(): void {
    let depth = 0;
    for (this.at++; !this.isAtEnd; this.at++) {
      const character = this.#text.charAt(this.at);
      if (character === '\\') this.at++;
      else if (character === '\n') return;
      else if (character === '{' && (depth > 0 || this.#text.charAt(this.at - 1) === '$')) depth++;
      else if (character === '}' && depth > 0) depth--;
      else if (character === '"' && depth === 0) return;
    }
  }

  /** Leaves the place at the last character of the closing word. */
  #skipHeredoc(): void {
    const opened = this.match(/^<<-?\w+\r?\n/) ?? '';
    const word = opened.replace(/^<<-?|\r?\n$/g, '');
    let line = this.at + opened.length;
    while (line < this.#text.length) {
      const next = after(this.#text.indexOf('\n', line), 1, this.#text);
      if (this.#text.slice(line, next).trim() === word) {
        this.at = line + this.#text.slice(line, next).trimEnd().length - 1;
        return;
      }
      line = next;
    }
    this.at = this.#text.length;
  }

  #taken(found: string | undefined): TextRange | undefined {
    if (found === undefined) return undefined;
    const start = this.at;
    this.at += found.length;
    return { start, end: this.at };
  }
}

function after(index: number, length: number, text: string): number {
  return index === -1 ? text.length : index + length;
}
