import { groupBy } from '../base/group-by.ts';
import { remembered, sameLists } from '../base/remembered.ts';
import type { CodeChange, SymbolChange } from './code-change.ts';

const sameSymbols = sameLists<SymbolChange>();

/**
 * The symbols of a change in their order, file by file. In an editor the list of a file is the same object from one review to the next
 * for as long as nothing of it changes, so that what depends on it alone can be remembered.
 */
export const symbolsByFile = remembered(({ symbols }: CodeChange): readonly (readonly SymbolChange[])[] =>
  [...groupBy(symbols, (each) => (each.kind === 'removed' ? each.base.file : each.head.file)).values()].map(sameSymbols),
);
