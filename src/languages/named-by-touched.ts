import type { SymbolFact } from '../code/facts.ts';
import { codeOf, visitsOf, type CodeNode } from '../code/walk.ts';

/** A symbol that the change does not touch, and how to read its body and initial value. */
export interface Unread {
  readonly symbol: { readonly name: string; context?: SymbolFact['context'] };
  readonly read: () => NonNullable<SymbolFact['context']>;
}

/** Helpers of helpers are followed once more. */
const rounds = 2;
const mostRead = 60;

/** Reads what touched code names in its own file: the functions that it calls, the constants that it uses. */
export function readNamed(symbols: readonly SymbolFact[], unread: readonly Unread[]): void {
  if (unread.length === 0) return;
  let code: readonly CodeNode[] = symbols.flatMap(codeOf);
  let left = unread;
  let budget = mostRead;
  for (let round = 0; round < rounds && code.length > 0 && left.length > 0; round++) {
    const names = namesIn(code);
    const named = left.filter(({ symbol }) => names.has(symbol.name)).slice(0, budget);
    for (const { symbol, read } of named) symbol.context = read();
    budget -= named.length;
    left = left.filter((each) => !named.includes(each));
    code = named.flatMap(({ symbol: { context } }) => [...(context?.body ?? []), ...(context?.value ? [context.value] : [])]);
  }
}

function namesIn(code: readonly CodeNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of visitsOf(code, 'name', 'member', 'call', 'new')) names.add(node.kind === 'new' ? node.type : node.name);
  return names;
}
