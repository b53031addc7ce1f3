import type { Notice } from '../base/notice.ts';
import type { ChangeSet } from '../change/change-set.ts';
import { assembleCodeChange } from '../code/assemble.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../code/code-change.ts';
import { pairSymbols } from '../code/pair-symbols.ts';
import { languageById } from '../languages/languages.ts';
import { noExposures, readExposures } from './exposures.ts';
import type { Extractor } from './extraction/extractor.ts';
import { noTests, relatedTests } from './related-tests.ts';
import type { RuleRunner } from './run-rules.ts';

export interface DescribedChange {
  readonly change: CodeChange;
  readonly notices: readonly Notice[];
}

/** Pairs the symbols of the files that were read, and looks around in the two trees for what rules need to know beyond them. */
export async function describeChange(changeSet: ChangeSet, files: readonly ChangedFile[], extractor: Extractor, rules: RuleRunner): Promise<DescribedChange> {
  const { changes: symbols, unclear } = pairSymbols(files);
  const [exposures, tests] = await Promise.all([
    symbols.length > 0 && rules.needs('exposure') ? readExposures(changeSet, files, extractor) : noExposures,
    rules.needs('tests') ? relatedTests(changeSet, files, symbols, extractor) : noTests,
  ]);
  const change = assembleCodeChange(changeSet, files, symbols, {
    exposure: ({ side, path }) => exposures[side].get(path),
    internalReason: ({ file, symbol }) => languageById(file.facts?.language ?? '')?.internalReason(symbol, file.text),
    ...tests,
  });
  return { change, notices: [...unclear.map(unclearSymbols), ...tests.notices] };
}

function unclearSymbols(file: SourceFile): Notice {
  return {
    id: 'unclear-symbols',
    message: `Because of syntax errors in ${file.path} at ${file.side} it could not be said which of its symbols the change adds or removes.`,
    remedy: 'Mend the syntax errors; if there are none, please report the file.',
    path: file.path,
    incomplete: true,
  };
}
