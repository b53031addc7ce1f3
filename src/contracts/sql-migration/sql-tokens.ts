import type { TextRange } from '../../base/text-range.ts';

export type Dialect = 'postgresql' | 'mysql' | 'sqlserver' | 'sqlite';

/** The smallest piece of SQL. `text` is upper case for words, without quotes for quoted names and strings. */
export interface SqlToken extends TextRange {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol';
  readonly text: string;
}

/** One piece at a place; each pattern is sticky and linear. In order: the first that fits is taken. */
const blank = /(?:\s+|--[^\n]*|\/\*)/y;
const word = /[\p{L}_@$][\p{L}\p{N}_$#@]*/uy;
/** What a tool fills in before the database reads it: `${schema}`, `{{ .Schema }}`. */
const placeholder = /(?:\$\{[^}\n]{1,200}\}|\{\{[^}\n]{1,200}\}\})\w*/y;
const number = /\d[\w.]*/y;
const dollarQuote = /\$(?:[A-Za-z_]\w*)?\$/y;

/** Reads all tokens of a text in linear time. Whatever is left open (a quote, a comment) reaches to the end. */
export function sqlTokens(text: string, dialect: Dialect, from = 0, to = text.length): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = from;
  while (at < to) {
    const after = skipBlank(text, at, dialect);
    if (after > at) {
      at = after;
      continue;
    }
    const token = tokenAt(text, at, dialect, tokens.at(-1));
    tokens.push(token.end > to ? { ...token, end: to } : token);
    at = token.end;
  }
  return tokens;
}

function skipBlank(text: string, at: number, dialect: Dialect): number {
  if (text[at] === '#' && dialect === 'mysql') return endOfLine(text, at);
  const found = match(blank, text, at);
  if (found === undefined) return at;
  return found === '/*' ? endOfComment(text, at + 2) : at + found.length;
}

function tokenAt(text: string, at: number, dialect: Dialect, before: SqlToken | undefined): SqlToken {
  const char = text[at] ?? '';
  if (char === "'") return quoted(text, at, "'", 'string', dialect === 'mysql' || (before?.text === 'E' && before.end === at));
  if (char === '"') return quoted(text, at, '"', 'name', false);
  if (char === '`') return quoted(text, at, '`', 'name', false);
  if (char === '[' && dialect === 'sqlserver') return quoted(text, at, ']', 'name', false);
  const dollar = char === '$' ? match(dollarQuote, text, at) : undefined;
  if (dollar !== undefined) return dollarQuoted(text, at, dollar);
  const filled = char === '$' || char === '{' ? match(placeholder, text, at) : undefined;
  if (filled !== undefined) return { kind: 'name', text: filled, start: at, end: at + filled.length };
  const name = match(word, text, at);
  if (name !== undefined) return { kind: 'word', text: name.toUpperCase(), start: at, end: at + name.length };
  const digits = match(number, text, at);
  if (digits !== undefined) return { kind: 'number', text: digits, start: at, end: at + digits.length };
  const symbol = text.startsWith('::', at) ? '::' : char;
  return { kind: 'symbol', text: symbol, start: at, end: at + symbol.length };
}

function quoted(text: string, start: number, close: string, kind: 'string' | 'name', backslash: boolean): SqlToken {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    if (backslash && text[at] === '\\') at += 1;
    else if (text[at] === close) {
      if (text[at + 1] !== close) break;
      at += 1;
    }
  }
  const content = text.slice(start + 1, Math.min(at, text.length)).replaceAll(close + close, close);
  return { kind, text: at >= text.length ? content.trimEnd() : content, start, end: Math.min(at + 1, text.length) };
}

function dollarQuoted(text: string, start: number, tag: string): SqlToken {
  const close = text.indexOf(tag, start + tag.length);
  const end = close < 0 ? text.length : close + tag.length;
  return { kind: 'string', text: text.slice(start + tag.length, close < 0 ? end : close), start, end };
}

/** PostgreSQL's comments nest. */
function endOfComment(text: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 1; depth > 0;) {
    const found = mark.exec(text);
    if (!found) return text.length;
    depth += found[0] === '/*' ? 1 : -1;
  }
  return mark.lastIndex;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
