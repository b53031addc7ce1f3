import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import { enclosing } from '../../code-in-file.ts';
import type { SymbolPair } from '../api/api-change.ts';

/** Members that were a property and are a method now, or the other way round: to who uses them they are the same. */
export function swappedMembers(change: CodeChange): readonly SymbolPair[] {
  const added = new Map<string, SymbolAt>();
  for (const each of change.symbols) if (each.kind === 'added') added.set(keyOf(each.head), each.head);
  return change.symbols.flatMap((each) => {
    const head = each.kind === 'removed' ? added.get(keyOf(each.base)) : undefined;
    return each.kind === 'removed' && head && isMember(each.base) && isMember(head) && isScript(head) ? [{ base: each.base, head }] : [];
  });
}

function keyOf({ file, symbol }: SymbolAt): string {
  return `${file.path} ${symbol.qualifiedName} ${String(symbol.modifiers.includes('static'))}`;
}

function isScript({ file }: SymbolAt): boolean {
  return file.facts !== undefined && file.facts.language !== 'java';
}

function isMember({ file, symbol }: SymbolAt): boolean {
  const isOne = symbol.kind === 'field' || symbol.kind === 'method';
  return isOne && file.facts !== undefined && enclosing(symbol, file.facts).length > 0;
}
