import type { TextRange } from '../../base/text-range.ts';

/** The smallest piece of Ruby as migrations use it. `key` is the `name:` of a keyword argument; `list` is `%w[…]` or `%i[…]`. */
export interface RubyToken extends TextRange {
  readonly kind: 'word' | 'key' | 'name' | 'string' | 'list' | 'number' | 'symbol' | 'line';
  readonly text: string;
}

const patterns: readonly (readonly [RubyToken['kind'] | 'blank', RegExp])[] = [
  ['line', /\r?\n/y],
  ['blank', /[ \t\r\f]+|#[^\n]*|\\\r?\n/y],
  ['key', /(?:[A-Za-z_]\w*[?!]?|"[^"\n]*"):(?!:)/y],
  ['name', /:(?:[A-Za-z_]\w*[?!=]?|"[^"\n]*")/y],
  ['list', /%[wWiI](?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})/y],
  ['word', /[A-Za-z_@]\w*[?!]?/y],
  ['number', /\d[\d_.]*/y],
];
const heredoc = /<<[~-]?(["'`]?)([A-Z_]\w*)\1/y;

export function rubyTokens(text: string): readonly RubyToken[] {
  const tokens: RubyToken[] = [];
  const pending: { tag: string; index: number }[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    at = token.end;
    if (token.kind === 'blank') continue;
    if (token.tag !== undefined) pending.push({ tag: token.tag, index: tokens.length });
    tokens.push({ kind: token.kind, text: token.text, start: token.start, end: token.end });
    if (token.kind === 'line') for (const each of pending.splice(0)) at = heredocBody(text, at, each.tag, each.index, tokens);
  }
  return tokens;
}

type Found = Omit<RubyToken, 'kind'> & { readonly kind: RubyToken['kind'] | 'blank'; readonly tag?: string };

function tokenAt(text: string, at: number): Found {
  const char = text[at] ?? '';
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: plain(kind, found), start: at, end: at + found.length };
  }
  if (char === '"' || char === "'") return stringAt(text, at, char);
  heredoc.lastIndex = at;
  const opened = heredoc.exec(text);
  if (opened) return { kind: 'string', text: '', start: at, end: at + opened[0].length, tag: opened[2] ?? '' };
  const symbol = ['=>', '::', '&.', '->'].find((each) => text.startsWith(each, at)) ?? char;
  return { kind: 'symbol', text: symbol, start: at, end: at + symbol.length };
}

function plain(kind: RubyToken['kind'] | 'blank', found: string): string {
  if (kind === 'key') return found.slice(0, -1).replaceAll('"', '');
  if (kind === 'name') return found.slice(1).replaceAll('"', '');
  return kind === 'list' ? found.slice(3, -1) : found;
}

function stringAt(text: string, start: number, quote: string): Found {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return { kind: 'string', text: text.slice(start + 1, at), start, end: Math.min(at + 1, text.length) };
}

/** The body of a here document becomes the text of the token that opened it; returns where the text goes on. */
function heredocBody(text: string, from: number, tag: string, index: number, tokens: RubyToken[]): number {
  let at = from;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const next = end < 0 ? text.length : end + 1;
    if (line.trim() === tag) {
      const opened = tokens[index];
      if (opened) tokens[index] = { ...opened, text: text.slice(from, at) };
      return next;
    }
    at = next;
  }
  return text.length;
}
