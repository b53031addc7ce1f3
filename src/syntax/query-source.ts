import { suggestion } from '../base/nearest.ts';
import type { QueryMistake } from '../base/query-result.ts';

/** What a query may hold at most: the parser's own work on one cannot be stopped before it is done. */
const most = { characters: 4_000, nodes: 60, depth: 20, quantifiers: 6 };

/** The conditions that a query may set, each also on any of several nodes, and denied. */
export const knownPredicates = [
  'eq?',
  'not-eq?',
  'any-eq?',
  'any-not-eq?',
  'match?',
  'not-match?',
  'any-match?',
  'any-not-match?',
  'any-of?',
  'not-any-of?',
] as const;
export type PredicateName = (typeof knownPredicates)[number];

/**
 * Checks a query's size and conditions, and hides the conditions from the library, which would run them as regular expressions that need not end.
 * @returns the same source with the names of conditions in capitals, so that offsets hold, or what is wrong
 */
export function prepareQuery(source: string): { readonly prepared: string } | { readonly mistake: QueryMistake } {
  if (source.length > most.characters) return mistaken(`A query has at most ${most.characters} characters`, 0, source.length);
  const counts = { nodes: 0, depth: 0, quantifiers: 0 };
  let prepared = '';
  for (const { 0: token, index } of source.matchAll(tokens)) {
    const mistake = token.startsWith('#') ? predicateMistake(token.slice(1), index) : countToken(token, index, counts);
    if (mistake) return { mistake };
    prepared += token.startsWith('#') ? token.toUpperCase() : token;
  }
  return { prepared };
}

/** Strings, comments, names (with what may follow them), and everything else one by one. */
const tokens = /"(?:[^"\\]|\\[^])*"|;[^\n]*|#[\w.!?-]*|[@\w][\w.-]*|[^]/g;

function countToken(token: string, index: number, counts: { nodes: number; depth: number; quantifiers: number }): QueryMistake | undefined {
  if (token === '(' || token === '[') {
    counts.nodes++;
    counts.depth++;
  } else if (token === ')' || token === ']') counts.depth--;
  else if (token === '*' || token === '+' || token === '?') counts.quantifiers++;
  if (counts.nodes > most.nodes) return at(`A query has at most ${most.nodes} nodes and groups`, index, 1);
  if (counts.depth > most.depth) return at(`A query is at most ${most.depth} levels deep`, index, 1);
  if (counts.quantifiers > most.quantifiers) return at(`A query has at most ${most.quantifiers} of \`*\`, \`+\` and \`?\``, index, 1);
  return undefined;
}

function predicateMistake(name: string, index: number): QueryMistake | undefined {
  if (knownPredicates.some((known) => known === name)) return undefined;
  const hint = suggestion(name, knownPredicates) || ` (there are: ${knownPredicates.map((known) => `#${known}`).join(', ')})`;
  return at(`There is no condition "#${name}"${hint}`, index, name.length + 1);
}

function mistaken(message: string, start: number, length: number): { readonly mistake: QueryMistake } {
  return { mistake: at(message, start, length) };
}

function at(message: string, start: number, length: number): QueryMistake {
  return { message, range: { start, end: start + length } };
}
