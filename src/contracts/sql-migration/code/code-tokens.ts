import type { TextRange } from '../../../base/text-range.ts';

/** The smallest piece of Java or a script as migrations use it; of a string its contents. */
export interface CodeToken extends TextRange {
  readonly kind: 'word' | 'string' | 'number' | 'symbol';
  readonly text: string;
  /** Of a string: whether nothing in it is computed. */
  readonly isWhole: boolean;
}

const blank = /\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/y;
const word = /[A-Za-z_$@#][\w$]*/y;
const number = /\d[\w.]*/y;

/** Reads words only; runs nothing. */
export function codeTokens(text: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  for (let at = 0; at < text.length;) {
    const skipped = found(blank, text, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number): CodeToken {
  const name = found(word, text, at);
  if (name !== undefined) return { kind: 'word', text: name, start: at, end: at + name.length, isWhole: true };
  const digits = found(number, text, at);
  if (digits !== undefined) return { kind: 'number', text: digits, start: at, end: at + digits.length, isWhole: true };
  const char = text[at] ?? '';
  if (text.startsWith('"""', at)) return quoted(text, at, '"""');
  if (char === '`') return template(text, at);
  if (char === '"' || char === "'") return quoted(text, at, char);
  const symbol = ['=>', '->', '?.', '...'].find((each) => text.startsWith(each, at)) ?? char;
  return { kind: 'symbol', text: symbol, start: at, end: at + symbol.length, isWhole: true };
}

function found(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function quoted(text: string, start: number, quote: string): CodeToken {
  let at = start + quote.length;
  while (at < text.length && !text.startsWith(quote, at) && (quote.length > 1 || text[at] !== '\n')) at += text[at] === '\\' ? 2 : 1;
  return stringOf(text, start, start + quote.length, at, Math.min(at + quote.length, text.length), true);
}

/** What is computed within it counts as a word of its own, so that the rest may still be read. */
function template(text: string, start: number): CodeToken {
  let at = start + 1;
  let isWhole = true;
  while (at < text.length && text[at] !== '`') {
    if (text.startsWith('${', at)) {
      isWhole = false;
      at = pastBraces(text, at + 1);
    } else at += text[at] === '\\' ? 2 : 1;
  }
  return stringOf(text, start, start + 1, at, Math.min(at + 1, text.length), isWhole);
}

function pastBraces(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function stringOf(text: string, start: number, from: number, to: number, end: number, isWhole: boolean): CodeToken {
  const said = text.slice(from, to).replaceAll(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
  return { kind: 'string', text: said, start, end, isWhole };
}
