import type { SymbolAt } from '../../../code/code-change.ts';
import type { Atom } from './atoms.ts';

/** A function whose behaviour the change makes or changes. */
export interface ChangedFunction {
  readonly at: SymbolAt;
  /** What it was; absent where it is new. */
  readonly base?: SymbolAt;
  /** Not there before, not even under another name. */
  readonly isNew: boolean;
  /** What it does now and nothing did before. */
  readonly added: readonly Atom[];
  /** What it did and does no more. */
  readonly gone: readonly Atom[];
  /** The conditions and errors that are gone, as they were written. */
  readonly lost: readonly string[];
  /** Whether an error is among what is gone. */
  readonly losesError: boolean;
}
