import type { ChangeSet } from '../change/change-set.ts';
import type { ChangedFile, SymbolAt, SymbolChange } from '../code/code-change.ts';
import type { ContractChange } from '../code/contract-change.ts';
import { languageById } from '../languages/languages.ts';
import { compareContracts, compareProductSurface, noContracts } from './contracts.ts';
import type { ComparedContracts } from './contracts.ts';
import { noExposures, readExposures } from './exposures.ts';
import type { Exposures } from './exposures.ts';
import type { Extractor } from './extraction/extractor.ts';
import { noTests, relatedTests } from './related-tests.ts';
import type { RelatedTests } from './related-tests.ts';
import type { RuleRunner } from './run-rules.ts';
import type { WordSearch } from './word-search.ts';

/** What rules ask for that is beyond the changed files. */
export interface Surroundings {
  readonly exposures: Exposures;
  readonly related: RelatedTests;
  readonly compared: ComparedContracts;
  readonly surface: readonly ContractChange[];
}

/** Looks around in the two trees, as far as a rule needs it. */
export async function lookAround(
  changeSet: ChangeSet,
  files: readonly ChangedFile[],
  symbols: readonly SymbolChange[],
  rules: RuleRunner,
  extractor: Extractor,
  search: WordSearch,
  now: Date,
): Promise<Surroundings> {
  const [exposures, related, compared, surface] = await Promise.all([
    symbols.length > 0 && rules.needs('exposure') ? readExposures(changeSet, files, extractor) : noExposures,
    rules.needs('tests') ? relatedTests(changeSet, files, symbols, extractor, search) : noTests,
    rules.needs('contracts') ? compareContracts(changeSet, files, now) : noContracts,
    surfaceOfChange(changeSet, files, rules, now),
  ]);
  return { exposures, related, compared, surface };
}

/** What a product promises by its code, which every edit of code may change. */
export async function surfaceOfChange(
  changeSet: ChangeSet,
  files: readonly ChangedFile[],
  rules: RuleRunner,
  now: Date,
): Promise<readonly ContractChange[]> {
  return rules.needs('contracts') ? compareProductSurface(changeSet, files, now) : [];
}

/** Why a visible symbol is still not for others, in the words of its language. */
export function internalReason({ file, symbol }: SymbolAt): string | undefined {
  return languageById(file.facts?.language ?? '')?.internalReason(symbol, file.text);
}
