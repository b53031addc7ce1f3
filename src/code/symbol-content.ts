import type { TextRange } from '../base/text-range.ts';
import type { SymbolAt, SymbolChange } from './code-change.ts';
import type { SymbolFact } from './facts.ts';
import { haveEqualTokens, tokensOf } from './tokens.ts';
import type { Piece } from './tokens.ts';

/** Everything before the body: annotations, modifiers, name, signature. */
function declarationRange(symbol: SymbolFact): TextRange {
  return { start: symbol.range.start, end: symbol.bodyRange?.start ?? symbol.signatureRange.end };
}

/** The body, or the initial value. */
function contentRange(symbol: SymbolFact): TextRange {
  return { start: symbol.bodyRange?.start ?? symbol.signatureRange.end, end: symbol.bodyRange?.end ?? symbol.range.end };
}

/** The tokens of the body or the initial value. */
export function contentOf(at: SymbolAt): string[] {
  return tokensOf(at.file.text, contentRange(at.symbol), at.file.facts?.language ?? '');
}

function differs(base: SymbolAt, head: SymbolAt, rangeOf: (symbol: SymbolFact) => TextRange): boolean {
  const [a, b] = [rangeOf(base.symbol), rangeOf(head.symbol)];
  if (base.file.text.slice(a.start, a.end) === head.file.text.slice(b.start, b.end)) return false;
  return !haveEqualTokens(pieceOf(base, a), pieceOf(head, b));
}

function pieceOf({ file }: SymbolAt, range: TextRange): Piece {
  return { text: file.text, range, language: file.facts?.language ?? '' };
}

/** A pair that compares its texts when it is first asked: most pairs never are, and some are whole files. */
export class SymbolPair {
  readonly kind = 'paired';
  readonly base: SymbolAt;
  readonly head: SymbolAt;
  #declarationChanged: boolean | undefined;
  #bodyChanged: boolean | undefined;

  constructor(base: SymbolAt, head: SymbolAt) {
    this.base = base;
    this.head = head;
  }

  get moved(): boolean {
    return this.base.symbol.qualifiedName !== this.head.symbol.qualifiedName || this.base.file.path !== this.head.file.path;
  }

  get declarationChanged(): boolean {
    this.#declarationChanged ??= differs(this.base, this.head, declarationRange);
    return this.#declarationChanged;
  }

  get bodyChanged(): boolean {
    this.#bodyChanged ??= differs(this.base, this.head, contentRange);
    return this.#bodyChanged;
  }
}

/** Holds the class to what the type promises. */
export function pairOf(base: SymbolAt, head: SymbolAt): Extract<SymbolChange, { kind: 'paired' }> {
  return new SymbolPair(base, head);
}
