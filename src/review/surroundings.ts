import type { ChangeSet } from '../change/change-set.ts';
import type { ChangedFile, Programs, SymbolAt, SymbolChange } from '../code/code-change.ts';
import type { ContractChange } from '../code/contract-change.ts';
import { languageById } from '../languages/languages.ts';
import { compareContracts, compareProductSurface, noContracts } from './contracts.ts';
import type { ComparedContracts } from './contracts.ts';
import { noExposures, readExposures } from './exposures.ts';
import type { Exposures } from './exposures.ts';
import type { Extractor } from './extraction/extractor.ts';
import { readPrograms } from './programs.ts';
import { noTests, relatedTests } from './related-tests.ts';
import type { RelatedTests } from './related-tests.ts';
import type { Keep } from './kept-results.ts';
import type { RuleRunner } from './run-rules.ts';
import { noRelatedTypes, readRelatedTypes } from './related-types.ts';
import type { RelatedTypes } from './related-types.ts';
import type { WholeFiles } from './whole-files.ts';
import type { WordSearch } from './word-search.ts';

/** What rules ask for that is beyond the changed files. */
export interface Surroundings {
  readonly exposures: Exposures;
  readonly related: RelatedTests;
  readonly compared: ComparedContracts;
  readonly surface: readonly ContractChange[];
  readonly relatedTypes: RelatedTypes;
  readonly programs: Programs | undefined;
}

/** What looking around starts from. */
export interface LookingAround {
  readonly changeSet: ChangeSet;
  readonly files: readonly ChangedFile[];
  readonly symbols: readonly SymbolChange[];
  readonly rules: RuleRunner;
  readonly extractor: Extractor;
  readonly whole: WholeFiles;
  readonly search: WordSearch;
  readonly now: Date;
  readonly keep: Keep;
}

/** Looks around in the two trees, as far as a rule needs it. */
export async function lookAround(from: LookingAround): Promise<Surroundings> {
  const { changeSet, files, symbols, rules, now, keep } = from;
  const needsContracts = rules.needs('contracts');
  const [exposures, related, compared, surface, relatedTypes] = await Promise.all([
    symbols.length > 0 && rules.needs('exposure') ? readExposures(files, from.extractor, keep) : noExposures,
    rules.needs('tests') ? relatedTests(changeSet, files, symbols, from.whole, from.search) : noTests,
    needsContracts ? compareContracts(files, now, from.whole, keep) : noContracts,
    needsContracts ? compareProductSurface(changeSet, files, now, from.whole) : [],
    rules.needs('exposure') ? readRelatedTypes(changeSet, files, symbols, from.extractor) : noRelatedTypes,
  ]);
  const programs = rules.needs('tests') ? await readPrograms(changeSet, files, related.tests, from.whole) : undefined;
  return { exposures, related, compared, surface, relatedTypes, programs };
}

/** Why a visible symbol is still not for others, in the words of its language. */
export function internalReason({ file, symbol }: SymbolAt): string | undefined {
  return languageById(file.facts?.language ?? '')?.internalReason(symbol, file.text);
}
