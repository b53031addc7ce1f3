import type { TextRange } from './text-range.ts';

/** One place where a query on a syntax tree matched. Plain data: the tree may be gone. */
export interface QueryHit {
  /** What the query captures as `@finding`. */
  readonly range: TextRange;
  /** The first node of every capture, by name. */
  readonly captures: Readonly<Record<string, TextRange>>;
}

/** What a query found in one text. */
export interface QueryResult {
  /** In order, each range once. */
  readonly hits: readonly QueryHit[];
  /** Why there may be more, in words that follow a colon; absent where that is all. */
  readonly limit?: string;
}

/** What is wrong in a query, and where: UTF-16 offsets into its source. */
export interface QueryMistake {
  readonly message: string;
  readonly range: TextRange;
}
