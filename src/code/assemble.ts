import type { ChangeSet } from '../change/change-set.ts';
import type { ChangedFile, CodeChange, Programs, SourceFile, SymbolAt, SymbolChange } from './code-change.ts';
import type { ContractChange } from './contract-change.ts';
import type { Exposure } from './language.ts';

/** What is known about a change beyond its own files. */
export interface Surroundings {
  exposure(file: SourceFile): Exposure | undefined;
  internalReason(at: SymbolAt): string | undefined;
  readonly tests: readonly SourceFile[];
  readonly testSamples: readonly SourceFile[];
  readonly testsNotRead: number;
  readonly testPaths: readonly string[];
  readonly packageFolders: readonly string[];
  readonly contracts: readonly ContractChange[];
  readonly relatedTypes: readonly SourceFile[];
  readonly programs?: Programs | undefined;
}

/** The whole of what a rule may ask. */
export function assembleCodeChange(
  changeSet: ChangeSet,
  files: readonly ChangedFile[],
  symbols: readonly SymbolChange[],
  surroundings: Surroundings,
): CodeChange {
  return {
    base: changeSet.base,
    head: changeSet.head,
    commits: changeSet.commits,
    ...(changeSet.title !== undefined && { title: changeSet.title }),
    files,
    symbols,
    exposure: (file) => exposureOf(file, surroundings),
    internalReason: (at) => surroundings.internalReason(at),
    tests: surroundings.tests,
    testSamples: surroundings.testSamples,
    testsNotRead: surroundings.testsNotRead,
    testPaths: surroundings.testPaths,
    packageFolders: surroundings.packageFolders,
    contracts: surroundings.contracts,
    relatedTypes: surroundings.relatedTypes,
    coverage: [],
    ...(surroundings.programs && { programs: surroundings.programs }),
  };
}

function exposureOf(file: SourceFile, surroundings: Surroundings): Exposure {
  if (file.role !== 'production') return { scope: 'none', reason: `${file.path} is no production code` };
  return surroundings.exposure(file) ?? { scope: 'none', reason: `nothing is known about the language of ${file.path}` };
}
