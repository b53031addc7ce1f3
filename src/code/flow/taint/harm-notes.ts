import { contains, type TextRange } from '../../../base/text-range.ts';
import type { SymbolFact } from '../../facts.ts';
import type { Frame } from './frame.ts';
import type { Harm, Knowledge, Use } from './knowledge.ts';
import { taintOf, type Value } from './value.ts';

/** Harm that was found, with the symbol that it is found in. */
export interface Found extends Harm {
  readonly symbol: SymbolFact;
  /** Where to look: the sink, or the call in touched code that leads to it. */
  readonly place: TextRange;
}

/** Where data from outside was seen to do harm, while code is gone through. */
export class HarmNotes {
  /** The symbols in whose code tainted data was seen. */
  readonly handling = new Set<SymbolFact>();
  readonly #knowledge: Knowledge;
  /** The functions that are being gone through just now, the outermost first. */
  readonly #frames: readonly Frame[];
  readonly #isJava: boolean;
  readonly #found = new Map<string, Found>();

  constructor(knowledge: Knowledge, frames: readonly Frame[], isJava: boolean) {
    this.#knowledge = knowledge;
    this.#frames = frames;
    this.#isJava = isJava;
  }

  all(): readonly Found[] {
    return [...this.#found.values()];
  }

  /** Notes that the code which is gone through deals with data from outside. */
  noteInput(): void {
    const [outermost] = this.#frames;
    if (outermost) this.handling.add(outermost.symbol);
  }

  /** Notes the harms of a use that are within what the change touches. */
  report(use: Use): void {
    if (use.values.some((value) => this.#knowledge.isInput(value)) || (use.receiver && this.#knowledge.isInput(use.receiver)))
      this.noteInput();
    this.#note(this.#knowledge.harms(use));
  }

  /** Notes what a function returns that nobody of this file called. */
  reportReturned(symbol: SymbolFact, value: Value, range: TextRange): void {
    if (!this.#isJava && value.members && this.#frames.at(-1)?.call === undefined)
      this.#note(this.#knowledge.answered(symbol, value, range));
    const [frame, inner] = this.#frames;
    if (!this.#isJava || !frame || inner || frame.callable?.symbol !== frame.symbol) return;
    this.#note(this.#knowledge.answered(frame.symbol, value, range));
  }

  #note(harms: readonly Harm[]): void {
    for (const harm of harms) {
      const taint = taintOf(harm.value);
      if (!taint || taint.harmless.has(harm.danger)) continue;
      const place = this.#placeOf(harm.range);
      if (!place) continue;
      if (this.#isWithin(harm.danger, place.range)) continue;
      const key = `${harm.danger} ${place.range.start} ${place.range.end}`;
      const earlier = this.#found.get(key);
      if (!earlier || (taintOf(earlier.value)?.weak === true && !taint.weak))
        this.#found.set(key, { ...harm, symbol: place.symbol, place: place.range });
    }
  }

  /** Whether harm of the kind was found inside already: what is around it only hands it on. */
  #isWithin(danger: string, range: TextRange): boolean {
    for (const { danger: other, place } of this.#found.values()) {
      if (other === danger && contains(range, place) && (place.start !== range.start || place.end !== range.end)) return true;
    }
    return false;
  }

  /** In code that the change does not touch, the call that leads there stands for it. */
  #placeOf(range: TextRange): { readonly symbol: SymbolFact; readonly range: TextRange } | undefined {
    for (let at = this.#frames.length - 1; at >= 0; at--) {
      const frame = this.#frames[at];
      if (!frame) return undefined;
      if (frame.symbol.touched && (frame.symbol.body || frame.symbol.value)) {
        return { symbol: frame.symbol, range: this.#frames[at + 1]?.call ?? range };
      }
    }
    return undefined;
  }
}
