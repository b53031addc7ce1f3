import { Memo } from '../../base/memo.ts';
import type { SourceFile } from '../code-change.ts';
import type { FileFacts, SymbolFact } from '../facts.ts';
import type { CodeNode } from '../walk.ts';

/** Where an expression stands: the symbol whose code it is in, and the file around. */
export interface Scope {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly code: readonly CodeNode[];
}

/** How far names are followed through their values. */
export const farthest = 8;

/** The statements of a function, whether the change touches it or touched code only names it. */
export function bodyOf(symbol: SymbolFact): SymbolFact['body'] {
  return symbol.body ?? symbol.context?.body;
}

/** The initial value of a field or variable, whether the change touches it or touched code only names it. */
export function valueOf(symbol: SymbolFact): SymbolFact['value'] {
  return symbol.value ?? symbol.context?.value;
}

const byName = new Memo<FileFacts, ReadonlyMap<string, readonly SymbolFact[]>>();

/** The symbols of a file by simple name. */
export function symbolsNamed(facts: FileFacts, name: string): readonly SymbolFact[] {
  let known = byName.get(facts);
  if (!known) {
    const grouped = new Map<string, SymbolFact[]>();
    for (const symbol of facts.symbols) {
      const others = grouped.get(symbol.name);
      if (others) others.push(symbol);
      else grouped.set(symbol.name, [symbol]);
    }
    known = grouped;
    byName.set(facts, known);
  }
  return known.get(name) ?? [];
}
