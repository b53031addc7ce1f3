import type { LanguageId } from './facts.ts';

/** A question about syntax trees that is data: it is asked while the tree is there. */
export interface TreeQuery {
  /** Whose it is: a rule's id. */
  readonly id: string;
  /** A tree-sitter query for each language that it is asked of. */
  readonly sources: Readonly<Record<LanguageId, string>>;
}
