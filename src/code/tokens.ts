import type { TextRange } from '../base/text-range.ts';
import type { LanguageId } from './facts.ts';

/** Languages in which `'a'` and `"a"` are the same string. */
const interchangeableQuotes = new Set<LanguageId>(['typescript', 'javascript', 'python']);
const regexLiterals = new Set<LanguageId>(['typescript', 'javascript']);

/** What is left open ends with its line, or with the text: so every piece of text matches at once, in linear time. */
const piece =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?|[\p{L}\p{N}_$@#]+|[\s\S]/gu;
const regexLiteral = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
const beforeRegex = /^(?:[(,=:[!&|?{};+\-*%<>~^]|return|typeof|case|in|of|delete|void|throw|new)$/u;

/**
 * What a text says, without how it is laid out: white space, comments, trailing commas and the style of quotes are gone.
 * Two texts with equal tokens do the same.
 */
export function tokensOf(text: string, range: TextRange, language: LanguageId): string[] {
  const tokens: string[] = [];
  const part = text.slice(range.start, range.end);
  piece.lastIndex = 0;
  for (let match = piece.exec(part); match; match = piece.exec(part)) {
    const found = match[0];
    if (isTrivia(found)) continue;
    const regex =
      found === '/' && regexLiterals.has(language) && beforeRegex.test(tokens.at(-1) ?? '(') ? regexAt(part, match.index) : undefined;
    if (regex) piece.lastIndex = match.index + regex.length;
    if (/^[)\]}>]$/u.test(found) && tokens.at(-1) === ',') tokens.pop();
    tokens.push(regex ?? (interchangeableQuotes.has(language) ? plainQuotes(found) : found));
  }
  return tokens;
}

function isTrivia(found: string): boolean {
  return /^(?:\s|\/\/|\/\*)/u.test(found);
}

function regexAt(text: string, start: number): string | undefined {
  regexLiteral.lastIndex = start;
  return regexLiteral.exec(text)?.[0];
}

function plainQuotes(token: string): string {
  return token.startsWith("'") && !/["\\]/u.test(token) ? `"${token.slice(1, -1)}"` : token;
}

/** How much two token lists have in common, in any order: 1 for the same tokens, 0 for none. */
export function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of b) {
    const left = counts.get(token) ?? 0;
    if (left > 0) shared++;
    counts.set(token, left - 1);
  }
  return (2 * shared) / (a.length + b.length);
}
