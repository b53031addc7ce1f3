import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { FixDraft } from '../../../finding/draft.ts';

/** What can be called from outside, as far as it matters for who may do so. */
export interface Endpoint {
  /** As callers know it: `DELETE /owners/{id}`; a server action has its function's name. */
  readonly name: string;
  /** Equal at both sides. */
  readonly identity: string;
  /** What it is registered on, for messages: a class, a router, a file. Endpoints of one group are neighbours. */
  readonly group: string;
  readonly path: string;
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly range: TextRange;
  /** The check of who is calling that it has for itself: as written, or only that there is one. */
  readonly check: { readonly text?: string } | undefined;
  /** Whether it was read as touched code; an annotated one is read in any case. */
  readonly touched: boolean;
  /** Whether that can be told: the handler of a route may stand in another file. */
  readonly known: boolean;
  /** Whether all of its group is checked, or it says that it is open. */
  readonly settled: boolean;
  /** The check of a neighbour written here, where there is a place for it. */
  withCheck(check: string): readonly FixDraft[];
}
