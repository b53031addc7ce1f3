import { canonical } from '../../code/canonical.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import { codeOf, visitsOf, type Visited } from '../../code/walk.ts';

/** The statement, where a call is all of it, awaited or not: nothing but its failure can come of it where it is. */
export function aloneIn({ parent }: Visited): Visited['node'] | undefined {
  const around = parent?.node.kind === 'await' ? parent.parent?.node : parent?.node;
  return around?.kind === 'expression' ? around : undefined;
}

/** What a function calls and sets, in one form. */
export function doneIn({ symbol }: SymbolAt): readonly string[] {
  return visitsOf(codeOf(symbol), 'call', 'assignment').map(({ node }) => canonical(node));
}
