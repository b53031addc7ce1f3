import { groupBy } from '../base/group-by.ts';
import type { ChangeSet, Side } from '../change/change-set.ts';
import type { ChangedFile, SourceFile } from '../code/code-change.ts';
import type { Exposure } from '../code/language.ts';
import { languageById } from '../languages/languages.ts';
import type { Extractor } from './extraction/extractor.ts';

/** How the production files of a change are seen from outside, by side and path. */
export type Exposures = Readonly<Record<Side, ReadonlyMap<string, Exposure>>>;

export const noExposures: Exposures = { base: new Map(), head: new Map() };

export async function readExposures(changeSet: ChangeSet, files: readonly ChangedFile[], extractor: Extractor): Promise<Exposures> {
  const [base, head] = await Promise.all([
    exposuresAt('base', changeSet, files, extractor),
    exposuresAt('head', changeSet, files, extractor),
  ]);
  return { base, head };
}

async function exposuresAt(
  side: Side,
  changeSet: ChangeSet,
  files: readonly ChangedFile[],
  extractor: Extractor,
): Promise<Map<string, Exposure>> {
  const production = files.flatMap((file) => productionFacts(file[side]));
  const found = new Map<string, Exposure>();
  for (const [id, facts] of groupBy(production, ({ language }) => language)) {
    const read = (path: string, text: string) => extractor.readText(path, text, []);
    const exposures = await languageById(id)?.exposures(facts, changeSet.trees[side], side, read);
    for (const [path, exposure] of exposures ?? []) found.set(path, exposure);
  }
  return found;
}

function productionFacts(file: SourceFile | undefined): NonNullable<SourceFile['facts']>[] {
  return file?.facts && file.role === 'production' ? [file.facts] : [];
}
