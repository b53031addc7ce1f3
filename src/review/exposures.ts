import { groupBy } from '../base/group-by.ts';
import type { Side } from '../change/change-set.ts';
import type { ChangedFile, SourceFile } from '../code/code-change.ts';
import type { FileFacts, LanguageId } from '../code/facts.ts';
import type { Exposure, ModuleFacts, ReadModule } from '../code/language.ts';
import { languageById } from '../languages/languages.ts';
import type { Extractor } from './extraction/extractor.ts';
import type { Keep } from './kept-results.ts';

/** How the production files of a change are seen from outside, by side and path. */
export type Exposures = Readonly<Record<Side, ReadonlyMap<string, Exposure>>>;

export const noExposures: Exposures = { base: new Map(), head: new Map() };

export async function readExposures(files: readonly ChangedFile[], extractor: Extractor, keep: Keep): Promise<Exposures> {
  const read = readingOnce(extractor);
  const [base, head] = await Promise.all([exposuresAt('base', files, read, keep), exposuresAt('head', files, read, keep)]);
  return { base, head };
}

/** Nearly all modules are the same on both sides. */
function readingOnce(extractor: Extractor): ReadModule {
  const known = new Map<string, { readonly text: string; readonly module: Promise<ModuleFacts | undefined> }>();
  return (path, text) => {
    const before = known.get(path);
    if (before?.text === text) return before.module;
    const module = extractor.readModule(path, text);
    known.set(path, { text, module });
    return module;
  };
}

async function exposuresAt(side: Side, files: readonly ChangedFile[], read: ReadModule, keep: Keep): Promise<Map<string, Exposure>> {
  const production = files.flatMap((file) => productionFacts(file[side]));
  const found = new Map<string, Exposure>();
  for (const [id, facts] of groupBy(production, ({ language }) => language)) {
    for (const [path, exposure] of await exposuresIn(id, side, facts, read, keep)) found.set(path, exposure);
  }
  return found;
}

async function exposuresIn(
  id: LanguageId,
  side: Side,
  facts: readonly FileFacts[],
  read: ReadModule,
  keep: Keep,
): Promise<ReadonlyMap<string, Exposure>> {
  return keep(
    `exposures of ${id} at ${side}`,
    facts.map(outlineOf),
    async (trees) => (await languageById(id)?.exposures(facts, trees[side], side, read)) ?? new Map<string, Exposure>(),
  );
}

const outlines = new WeakMap<FileFacts, string>();

/** What of a file decides who sees it and what it hands on: its module, and what that imports and exports. */
function outlineOf(facts: FileFacts): string {
  const known =
    outlines.get(facts) ??
    JSON.stringify([
      facts.path,
      facts.symbols[0]?.qualifiedName,
      facts.imports.map(({ source, name, local }) => [source, name, local]),
      facts.exports.map(({ name, exported, source }) => [name, exported, source]),
    ]);
  outlines.set(facts, known);
  return known;
}

function productionFacts(file: SourceFile | undefined): NonNullable<SourceFile['facts']>[] {
  return file?.facts && file.role === 'production' ? [file.facts] : [];
}
