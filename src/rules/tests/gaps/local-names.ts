import type { SymbolFact } from '../../../code/facts.ts';
import type { Loop } from '../../../code/statement.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';

/** The names that a function gives to its own things: parameters, variables, what loops and functions in it are handed. */
export function namesGivenIn(symbol: SymbolFact): readonly string[] {
  const variables = Array.from(visitsOf(codeOf(symbol), 'variable', 'loop', 'function'), ({ node }) =>
    node.kind === 'variable' ? [node.name] : node.kind === 'function' ? node.parameters : [node.variable ?? '', ...countersOf(node)],
  );
  return [...new Set([...(symbol.parameters ?? []).map(({ name }) => name), ...variables.flat()])].filter((name) => name !== '');
}

/** What the head of a `for` begins to count. */
export function countersOf({ form, header }: Loop): readonly string[] {
  if (form !== 'for') return [];
  return header.flatMap((each) => (each.kind === 'assignment' && each.target.kind === 'name' ? [each.target.name] : []));
}
