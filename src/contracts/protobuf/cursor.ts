import type { TextRange } from '../../base/text-range.ts';
import { ProtoSyntaxError, type Token } from './tokens.ts';

/** Walks over tokens. Every `take…` throws ProtoSyntaxError where the text goes on otherwise. */
export class Cursor {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #at = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The next token's start. */
  get start(): number {
    return this.#tokens[this.#at]?.start ?? this.#length;
  }

  /** The last token's end. */
  get end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Whether the next token is this word or sign; strings never are. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token !== undefined && token.kind !== 'string' && token.text === text;
  }

  /** Takes the word or sign if it is next. */
  accepts(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.#at++;
    return seen;
  }

  next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new ProtoSyntaxError('the file ends too early', this.#length);
    this.#at++;
    return token;
  }

  take(text: string): void {
    if (!this.accepts(text)) throw this.error(`\`${text}\` is missing`);
  }

  takeWord(): Token {
    if (this.peek()?.kind !== 'word') throw this.error('a name is missing');
    return this.next();
  }

  takeString(): string {
    if (this.peek()?.kind !== 'string') throw this.error('a string is missing');
    let text = '';
    while (this.peek()?.kind === 'string') text += this.next().text;
    return text;
  }

  /** `1`, `0x1F`, `-1`, `max`. */
  takeNumber(max: number): number {
    if (this.accepts('max')) return max;
    const negative = this.accepts('-');
    const token = this.next();
    const value = /^0[0-7]+$/.test(token.text) ? parseInt(token.text, 8) : Number(token.text);
    if (token.kind !== 'number' || !Number.isInteger(value)) throw new ProtoSyntaxError('a whole number is missing', token.start);
    return negative ? -value : value;
  }

  /** `a.b.C`, `.a.b.C`. */
  takeName(): string {
    let name = this.accepts('.') ? '.' : '';
    name += this.takeWord().text;
    while (this.accepts('.')) name += `.${this.takeWord().text}`;
    return name;
  }

  since(start: number): TextRange {
    return { start, end: this.end };
  }

  error(message: string): ProtoSyntaxError {
    return new ProtoSyntaxError(message, this.start);
  }
}
