import { Query } from 'web-tree-sitter';
import type { Language, QueryMatch } from 'web-tree-sitter';
import { suggestion } from '../base/nearest.ts';
import type { QueryHit, QueryMistake, QueryResult } from '../base/query-result.ts';
import type { TextRange } from '../base/text-range.ts';
import { testOf } from './query-predicates.ts';
import type { CapturedTexts, CompilePattern, MatchTest } from './query-predicates.ts';
import { prepareQuery } from './query-source.ts';
import type { SyntaxTree } from './tree.ts';

/** The capture that every pattern needs: what the query is to find. */
const findingCapture = 'finding';

/*
 * Limits are counted and not timed, so that the same text gives the same result on every machine.
 * A query that asks for one node and its parts takes about one step for 450 characters of text.
 */
const limits = {
  /** Matches that are under way at a time. */
  open: 64,
  /** Calls of the library's progress callback, each after a hundred operations: some, and more for a longer text. */
  steps: (text: string) => 100 + text.length / 100,
  hits: 500,
  /** Characters that conditions are tried on. */
  compared: (text: string) => 200_000 + 10 * text.length,
};

/** A query that was understood, for one grammar. */
export class ReadyQuery {
  /** The names of its captures. */
  readonly captures: readonly string[];
  readonly #query: Query;
  readonly #tests: readonly (readonly MatchTest[])[];

  constructor(query: Query, tests: readonly (readonly MatchTest[])[]) {
    this.captures = query.captureNames;
    this.#query = query;
    this.#tests = tests;
  }

  /** Everything in a text that it matches, as far as the limits go. */
  run(tree: SyntaxTree, text: string): QueryResult {
    const budget = { steps: limits.steps(text), compared: limits.compared(text) };
    const matches = this.#query.matches(tree.parsed.rootNode, {
      matchLimit: limits.open,
      progressCallback: () => --budget.steps < 0,
    });
    const hits = new Map<string, QueryHit>();
    for (const match of matches) {
      if (budget.compared < 0 || hits.size >= limits.hits) break;
      if (!this.#passes(match, text, budget)) continue;
      for (const hit of hitsOf(match)) if (!hits.has(keyOf(hit.range))) hits.set(keyOf(hit.range), hit);
    }
    const limit = this.#limitOf(hits.size, budget);
    return { hits: [...hits.values()].sort(byRange), ...(limit !== undefined && { limit }) };
  }

  #passes({ patternIndex, captures }: QueryMatch, text: string, budget: { compared: number }): boolean {
    const captured: CapturedTexts = (name) => {
      const texts = captures.filter((each) => each.name === name).map(({ node }) => text.slice(node.startIndex, node.endIndex));
      budget.compared -= texts.reduce((sum, { length }) => sum + length + 1, 0);
      return texts;
    };
    return (this.#tests[patternIndex] ?? []).every((test) => test(captured));
  }

  #limitOf(found: number, budget: { readonly steps: number; readonly compared: number }): string | undefined {
    if (found >= limits.hits) return `it matches more than ${limits.hits} times`;
    if (budget.steps < 0 || budget.compared < 0) return 'its query takes too long on this text';
    if (this.#query.didExceedMatchLimit()) return `its query has more than ${limits.open} matches under way at a time`;
    return undefined;
  }
}

/** Makes a query ready, or says what is wrong with it. */
export function compileQuery(
  language: Language,
  source: string,
  compilePattern: CompilePattern,
): { readonly query: ReadyQuery } | { readonly mistake: QueryMistake } {
  const checked = prepareQuery(source);
  if ('mistake' in checked) return checked;
  try {
    const query = new Query(language, checked.prepared);
    const tests = testsOf(query, compilePattern);
    const mistake = tests.find((each) => typeof each === 'string') ?? missingFinding(query);
    if (mistake === undefined) return { query: new ReadyQuery(query, tests as MatchTest[][]) };
    query.delete();
    return { mistake: { message: mistake, range: { start: 0, end: source.length } } };
  } catch (error) {
    return { mistake: mistakeOf(error, language, source) };
  }
}

function testsOf(query: Query, compilePattern: CompilePattern): (readonly MatchTest[] | string)[] {
  return query.predicates.map((ofPattern) => {
    const tests = ofPattern.map((predicate) => testOf(predicate, compilePattern));
    return tests.find((test) => typeof test === 'string') ?? (tests as MatchTest[]);
  });
}

function missingFinding(query: Query): string | undefined {
  const index = query.captureNames.indexOf(findingCapture);
  const isMissing = query.captureQuantifiers.some((ofPattern) => index === -1 || ofPattern[index] === 0);
  if (query.captureQuantifiers.length === 0) return 'The query has no pattern';
  return isMissing ? 'Every pattern of a query captures what it finds as @finding' : undefined;
}

/** The library does not hand out the class of its errors. */
interface LibraryError {
  readonly kind: number;
  readonly index: number;
  readonly length: number;
}

function mistakeOf(error: unknown, language: Language, source: string): QueryMistake {
  const { kind, index, length } = error as Partial<LibraryError>;
  if (kind === undefined || index === undefined || length === undefined)
    return { message: `The query cannot be used: ${String(error)}`, range: { start: 0, end: source.length } };
  const word = source.slice(index, index + length);
  return { message: sayError(kind, word, language), range: { start: index, end: index + Math.max(length, 1) } };
}

function sayError(kind: number, word: string, language: Language): string {
  switch (kind) {
    case 2:
      return `There is no node "${word}"${suggestion(word, namesOf(language.types))}`;
    case 3:
      return `There is no field "${word}"${suggestion(word, namesOf(language.fields))}`;
    case 4:
      return `No node is captured as @${word}`;
    case 5:
      return 'Such a node is never there';
    default:
      return 'The query cannot be read here: a bracket, a quotation mark or a name is wrong';
  }
}

function namesOf(names: readonly (string | null)[]): string[] {
  return names.filter((name) => name !== null && /^\w+$/.test(name)) as string[];
}

function* hitsOf({ captures }: QueryMatch): Generator<QueryHit> {
  const ranges = captures.map(({ name, node }): [string, TextRange] => [name, { start: node.startIndex, end: node.endIndex }]);
  const first = Object.fromEntries(ranges.toReversed());
  for (const [name, range] of ranges) if (name === findingCapture) yield { range, captures: first };
}

function keyOf({ start, end }: TextRange): string {
  return `${start}-${end}`;
}

function byRange(a: QueryHit, b: QueryHit): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
