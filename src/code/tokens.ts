import type { TextRange } from '../base/text-range.ts';
import type { LanguageId } from './facts.ts';
import { TokenScan } from './token-scan.ts';

/** Languages in which `'a'` and `"a"` are the same string. */
const interchangeableQuotes = new Set<LanguageId>(['typescript', 'javascript', 'python']);
const regexLiterals = new Set<LanguageId>(['typescript', 'javascript']);

/**
 * What a text says, without how it is laid out: white space, comments, trailing commas and the style of quotes are gone.
 * Two texts with equal tokens do the same.
 */
export function tokensOf(text: string, range: TextRange, language: LanguageId): string[] {
  const tokens: string[] = [];
  const hasPlainQuotes = interchangeableQuotes.has(language);
  const scan = scanOf(text, range, language);
  while (scan.next()) tokens.push(hasPlainQuotes ? plainQuotes(scan.token()) : scan.token());
  return tokens;
}

/** A piece of a text, in a language. */
export interface Piece {
  readonly text: string;
  readonly range: TextRange;
  readonly language: LanguageId;
}

/** Whether the tokens of two texts are equal. Ends at the first that differs, and keeps nothing. */
export function haveEqualTokens(one: Piece, other: Piece): boolean {
  const [first, second] = [scanOf(one.text, one.range, one.language), scanOf(other.text, other.range, other.language)];
  const [firstHasPlainQuotes, secondHasPlainQuotes] = [interchangeableQuotes.has(one.language), interchangeableQuotes.has(other.language)];
  if (one.language === other.language) first.passWith(second);
  for (;;) {
    const isLeft = first.next();
    if (isLeft !== second.next()) return false;
    if (!isLeft) return true;
    if (isSameText(first, second) && firstHasPlainQuotes === secondHasPlainQuotes) continue;
    if (!firstHasPlainQuotes && !secondHasPlainQuotes) return false;
    const [token, otherToken] = [first.token(), second.token()];
    if ((firstHasPlainQuotes ? plainQuotes(token) : token) !== (secondHasPlainQuotes ? plainQuotes(otherToken) : otherToken)) return false;
  }
}

function scanOf(text: string, { start, end }: TextRange, language: LanguageId): TokenScan {
  return new TokenScan(text.slice(start, end), regexLiterals.has(language));
}

function isSameText(one: TokenScan, other: TokenScan): boolean {
  const length = one.end - one.start;
  if (other.end - other.start !== length) return false;
  for (let at = 0; at < length; at++) if (one.text.charCodeAt(one.start + at) !== other.text.charCodeAt(other.start + at)) return false;
  return true;
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
