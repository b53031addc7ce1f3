import type { ChangeSet, FileChange } from '../change/change-set.ts';
import { assembleCodeChange } from '../code/assemble.ts';
import type { CodeChange, ChangedFile, SymbolAt } from '../code/code-change.ts';
import type { SymbolFact } from '../code/facts.ts';
import type { FileRole } from '../code/language.ts';
import { enclosing } from '../rules/code-in-file.ts';
import { contractOf, ownByName, displayName } from '../rules/compatibility/api/contract.ts';
import { readExposures } from './exposures.ts';
import type { Extractor } from './extraction/extractor.ts';
import { keepNothing } from './kept-results.ts';
import { readFiles } from './read-files.ts';
import { internalReason } from './surroundings.ts';

/** Whether others may count on what a file declares, and why. */
export interface ExplainedFile {
  readonly role: FileRole;
  /** How the file is seen from outside: `exported by "." of package acme-orders`, `package com.acme.internal is internal`. */
  readonly reason: string;
  readonly symbols: readonly ExplainedSymbol[];
}

export interface ExplainedSymbol {
  /** `Order.total(int)`. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Why a change of it breaks nobody outside; absent where it is part of the contract. */
  readonly internal?: string;
}

/** Explains one file of a tree, which need not have changed. Undefined where there is no such file, or none whose language is known. */
export async function explainContract(path: string, changeSet: ChangeSet, extractor: Extractor): Promise<ExplainedFile | undefined> {
  const head = (await changeSet.trees.head.read([path])).get(path);
  if (head?.text === undefined) return undefined;
  const added: FileChange = { kind: 'added', path, head, hunks: [] };
  const [read] = await readFiles([added], extractor, {}, () => undefined);
  if (!read?.file.head?.facts) return undefined;
  return explained(read.file, { ...changeSet, files: [added] }, extractor);
}

async function explained(file: ChangedFile, changeSet: ChangeSet, extractor: Extractor): Promise<ExplainedFile | undefined> {
  const { head } = file;
  if (!head?.facts) return undefined;
  const { [head.side]: exposures } = await readExposures([file], extractor, keepNothing(changeSet.trees));
  const exposure = ({ path }: { readonly path: string }) => exposures.get(path);
  const change = assembleCodeChange(changeSet, [file], [], { ...nothingElse, exposure, internalReason });
  const symbols = head.facts.symbols.filter(isDeclared);
  return {
    role: head.role,
    reason: change.exposure(head).reason,
    symbols: symbols.map((symbol) => ({
      name: displayName({ file: head, symbol }),
      line: head.lines.position(symbol.nameRange.start).line,
      ...whyInternal({ file: head, symbol }, change),
    })),
  };
}

const nothingElse = { tests: [], testSamples: [], testsNotRead: 0, testPaths: [], packageFolders: [], contracts: [], relatedTypes: [] };

function isDeclared({ kind, modifiers }: SymbolFact): boolean {
  return kind !== 'module' && kind !== 'initializer' && !modifiers.includes('implicit');
}

function whyInternal(at: SymbolAt, change: CodeChange): Pick<ExplainedSymbol, 'internal'> {
  if (contractOf(at, change)) return {};
  const { file, symbol } = at;
  const around = [symbol, ...(file.facts ? enclosing(symbol, file.facts) : [])];
  const exposure = change.exposure(file);
  const marked =
    around.map((each) => change.internalReason({ file, symbol: each })).find((reason) => reason !== undefined) ?? ownByName(at, change);
  const narrowed = around.find(({ visibility }) => visibility !== 'public');
  if (exposure.scope === 'none') return { internal: exposure.reason };
  if (marked !== undefined) return { internal: marked };
  if (narrowed) return { internal: `${narrowed === symbol ? 'it' : narrowed.name} is ${seenBy(narrowed)}` };
  return { internal: exposure.scope === 'names' ? 'nothing that others import leads to it' : 'a convention of its name' };
}

function seenBy({ visibility, parent }: SymbolFact): string {
  switch (visibility) {
    case 'package':
      return 'seen in its package only';
    case 'protected':
      return 'protected in a type that nobody outside can extend';
    default:
      // Of a module, what is not exported is private.
      return parent === 0 ? 'seen in its file only' : visibility;
  }
}
