import type { TextRange } from '../../base/text-range.ts';
import type { CodeChange, SymbolAt } from '../../code/code-change.ts';

/** One thing that protects, as it stands in the code of one side. */
export interface Safeguard {
  /** What may take its place: any other of the same family, e.g. `transaction`, `security headers`. */
  readonly family: string;
  /** The same one at the other side, by content, without what may be stricter or looser in it. */
  readonly key: string;
  /** The function inside the symbol that it stands in (see `scopeOf`); `''` for the symbol itself. */
  readonly scope: string;
  readonly range: TextRange;
  /** How much it asks for, where two of the same family can be compared: more is stricter, 0 is none at all. */
  readonly level?: number;
  /** What the level is measured in: only levels of the same scale are compared. */
  readonly scale?: string;
  /** The conditions that it asks for at once, in one form, and whether the loss of each says something by itself. */
  readonly parts?: ReadonlyMap<string, boolean>;
  /** What it protects, for messages, e.g. a parameter's name. */
  readonly subject?: string;
}

/** A kind of protection: how it is recognised, and when its absence says something. */
export interface SafeguardKind {
  /** All of them in one symbol, with what is written inside its functions. */
  find(at: SymbolAt): readonly Safeguard[];
  /** Whether what was protected goes on at head without it. Absent: wherever the function is still there. */
  exposed?(lost: Safeguard, head: SymbolAt, base: SymbolAt, change: CodeChange): boolean;
  /** It stands in configuration that is code, too, e.g. `next.config.js`. */
  readonly inConfiguration?: boolean;
  /** Names of functions that do the same: where head calls such a one anew, the protection has moved into it. */
  readonly helpers?: RegExp;
  /** How the same is said in files that are not code (a gateway, a proxy, settings): where the change adds it there, it has moved. */
  readonly elsewhere?: RegExp;
}

/** A protection that the change took away, or that asks for less. */
export interface Loss {
  readonly base: SymbolAt;
  readonly head: SymbolAt;
  readonly lost: Safeguard;
  /** What stands in its place, and is looser. */
  readonly now?: Safeguard;
}
