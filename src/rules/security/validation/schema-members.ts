import type { SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';

/** Properties of a schema that is a constant of a module: there they are symbols of their own. */
export function membersNamed({ symbol, file }: SymbolAt, name: RegExp): readonly SymbolFact[] {
  return file.facts && symbol.kind === 'variable' ? membersOf(symbol, file.facts).filter((each) => name.test(each.name)) : [];
}
