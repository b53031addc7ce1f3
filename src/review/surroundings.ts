import type { ChangeSet } from '../change/change-set.ts';
import type { ChangedFile, SymbolAt, SymbolChange } from '../code/code-change.ts';
import { languageById } from '../languages/languages.ts';
import { compareContracts, noContracts } from './contracts.ts';
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
  const [exposures, related, compared] = await Promise.all([
    symbols.length > 0 && rules.needs('exposure') ? readExposures(changeSet, files, extractor) : noExposures,
    rules.needs('tests') ? relatedTests(changeSet, files, symbols, extractor, search) : noTests,
    rules.needs('contracts') ? compareContracts(changeSet, files, now) : noContracts,
  ]);
  return { exposures, related, compared };
}

/** Why a visible symbol is still not for others, in the words of its language. */
export function internalReason({ file, symbol }: SymbolAt): string | undefined {
  return languageById(file.facts?.language ?? '')?.internalReason(symbol, file.text);
}
