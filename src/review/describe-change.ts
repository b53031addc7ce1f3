import type { Notice } from '../base/notice.ts';
import type { ChangeSet } from '../change/change-set.ts';
import { assembleCodeChange } from '../code/assemble.ts';
import type { ChangedFile, CodeChange, SourceFile, SymbolChange } from '../code/code-change.ts';
import type { SymbolPairing } from '../code/pair-symbols.ts';
import type { Surroundings } from './surroundings.ts';
import { internalReason } from './surroundings.ts';

export interface DescribedChange {
  readonly change: CodeChange;
  readonly notices: readonly Notice[];
}

/** Pairs the symbols of the files that were read, and adds what `lookAround` finds beyond them. */
export async function describeChange(
  changeSet: ChangeSet,
  files: readonly ChangedFile[],
  pairing: SymbolPairing,
  lookAround: (symbols: readonly SymbolChange[]) => Promise<Surroundings>,
): Promise<DescribedChange> {
  const { changes: symbols, unclear } = pairing.pair(files);
  const { exposures, related, compared, surface, relatedTypes, programs } = await lookAround(symbols);
  const contracts = [...compared.contracts, ...surface];
  const exposure = ({ side, path }: SourceFile) => exposures[side].get(path);
  const change = assembleCodeChange(changeSet, files, symbols, {
    exposure,
    internalReason,
    ...related,
    contracts,
    relatedTypes: relatedTypes.files,
    programs,
  });
  return { change, notices: [...unclear.map(unclearSymbols), ...related.notices, ...relatedTypes.notices, ...compared.notices] };
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
