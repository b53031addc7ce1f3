import { groupBy } from '../base/group-by.ts';
import { remembered } from '../base/remembered.ts';
import type { CodeChange, SourceFile } from './code-change.ts';
import type { ExportFact, FileFacts, SymbolFact } from './facts.ts';

/*
 * What a file says, by name. Some files declare or hand on twenty thousand of one kind:
 * whoever asks something for each of them must not go through all of them each time.
 */

const byQualifiedName = remembered(({ symbols }: FileFacts) => groupBy(symbols, ({ qualifiedName }) => qualifiedName));
const byParent = remembered(({ symbols }: FileFacts) => groupBy(symbols, ({ parent }) => parent));
const byOwner = remembered(({ symbols }: FileFacts) =>
  groupBy(symbols, ({ parent }) => (parent === undefined ? undefined : symbols[parent])),
);
const byExported = remembered(({ exports }: FileFacts) => groupBy(exports, ({ exported }) => exported));
const byLocalName = remembered(({ exports }: FileFacts) => groupBy(exports, ({ name }) => name));

/** The symbols of one qualified name, in order. */
export function symbolsQualified(facts: FileFacts | undefined, qualifiedName: string): readonly SymbolFact[] {
  return (facts && byQualifiedName(facts).get(qualifiedName)) ?? [];
}

/** What stands directly in the symbol with this index, in order. */
export function symbolsWithin(facts: FileFacts | undefined, parent: number | undefined): readonly SymbolFact[] {
  return (facts && byParent(facts).get(parent)) ?? [];
}

/** The direct members of a symbol, in order. */
export function membersOf(symbol: SymbolFact, facts: FileFacts): readonly SymbolFact[] {
  return byOwner(facts).get(symbol) ?? [];
}

/** What a module exports under a name; `*` for what it hands on as a whole. */
export function exportedAs(facts: FileFacts | undefined, exported: string): readonly ExportFact[] {
  return (facts && byExported(facts).get(exported)) ?? [];
}

/** The exports of what is called so in the module, or where it is handed on from. */
export function exportsOfName(facts: FileFacts | undefined, name: string): readonly ExportFact[] {
  return (facts && byLocalName(facts).get(name)) ?? [];
}

const headByBase = remembered(
  ({ files }: CodeChange): ReadonlyMap<SourceFile | undefined, SourceFile | undefined> =>
    new Map(files.map(({ base, head }) => [base, head])),
);

/** What became of a file of the base. */
export function headOf(base: SourceFile, change: CodeChange): SourceFile | undefined {
  return headByBase(change).get(base);
}
