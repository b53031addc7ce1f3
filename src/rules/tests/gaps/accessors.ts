import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { codeOf } from '../../../code/walk.ts';

/** Whether a new method only gives what is new data of its type: to ask for that is new behaviour, whoever does it. */
export function isAccessorOfNew({ symbol }: SymbolAt, change: CodeChange): boolean {
  const given = fieldGivenBy(symbol);
  return given !== undefined && newFields(change).has(given);
}

/** `return this.active;` */
function fieldGivenBy(symbol: SymbolFact): string | undefined {
  const [only, another] = codeOf(symbol);
  const value = only?.kind === 'return' && !another ? only.value : undefined;
  return value?.kind === 'name' || value?.kind === 'member' ? value.name : undefined;
}

const newFields = remembered(
  ({ symbols }: CodeChange): ReadonlySet<string> =>
    new Set(symbols.flatMap((each) => (each.kind === 'added' && each.head.symbol.kind === 'field' ? [each.head.symbol.name] : []))),
);
