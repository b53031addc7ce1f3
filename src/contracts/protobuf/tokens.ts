import type { TextRange } from '../../base/text-range.ts';

export interface Token extends TextRange {
  readonly kind: 'word' | 'number' | 'string' | 'sign';
  /** For a string: what it holds, without quotes. */
  readonly text: string;
}

/** A text that is no Protocol Buffers file, and where that shows. */
export class ProtoSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const tokenPattern =
  /[\s\ufeff]+|\/\/[^\n]*|\/\*[^]*?\*\/|([A-Za-z_]\w*)|(\.?\d(?:[\w.]|(?<=[eE])[+-])*)|"((?:[^"\\\n]|\\[^])*)"|'((?:[^'\\\n]|\\[^])*)'|([^\w\s"'])/y;

/** Splits a text into tokens; comments and white space are left out. Linear in the length of the text. Throws ProtoSyntaxError. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new ProtoSyntaxError('a string does not end', start);
    const token = tokenOf(match, start, pattern.lastIndex);
    if (token) tokens.push(token);
  }
  return tokens;
}

function tokenOf([, word, number, double, single, sign]: RegExpExecArray, start: number, end: number): Token | undefined {
  if (word !== undefined) return { kind: 'word', text: word, start, end };
  if (number !== undefined) return { kind: 'number', text: number, start, end };
  const string = double ?? single;
  if (string !== undefined) return { kind: 'string', text: string, start, end };
  return sign === undefined ? undefined : { kind: 'sign', text: sign, start, end };
}
