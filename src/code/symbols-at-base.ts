import { remembered } from '../base/remembered.ts';
import type { CodeChange, SymbolChange } from './code-change.ts';

/** A symbol that was there before the change. */
export type SymbolOfBase = Exclude<SymbolChange, { kind: 'added' }>;

/** What there was of the symbols of a change, by its qualified name; of several the first. */
export const symbolsAtBase = remembered(({ symbols }: CodeChange): ReadonlyMap<string, SymbolOfBase> => {
  const first = new Map<string, SymbolOfBase>();
  for (const each of symbols) {
    if (each.kind !== 'added' && !first.has(each.base.symbol.qualifiedName)) first.set(each.base.symbol.qualifiedName, each);
  }
  return first;
});
