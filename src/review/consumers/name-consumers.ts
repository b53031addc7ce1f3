import { wordPlaces } from '../../base/word-places.ts';
import type { TreeReader } from '../../change/change-set.ts';
import type { CodeChange, SourceFile, SymbolChange } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { FindingDraft, RelatedPlace } from '../../finding/draft.ts';
import { languageOf } from '../../languages/languages.ts';
import type { Extractor } from '../extraction/extractor.ts';
import { readWhole } from '../related-tests.ts';
import type { Drafted } from '../run-rules.ts';
import { usedAs, usesIn, wordsOf, type Used } from './uses.ts';

/** So many files are read at most to find who still uses what a change breaks. */
const mostFiles = 60;
/** So many places are named beside a finding. */
const mostNamed = 10;

const suffixes: Readonly<Record<Used['language'], readonly string[]>> = {
  java: ['.java'],
  script: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
};

/** Names the places of the repository that still use what the change breaks, beside each finding. */
export async function nameConsumers(
  found: readonly Drafted[],
  change: CodeChange,
  tree: TreeReader,
  extractor: Extractor,
): Promise<readonly Drafted[]> {
  const broken = new Map(found.flatMap((drafted) => brokenSymbol(drafted.draft, change).map((used) => [drafted, used] as const)));
  if (broken.size === 0) return found;
  const files = await filesThatMayUse([...broken.values()], change, tree, extractor);
  return found.map((drafted) => {
    const used = broken.get(drafted);
    const uses = used ? files.flatMap((file) => usesIn(file, used).map((range) => ({ file, range, caption: 'still used here' }))) : [];
    return uses.length === 0 ? drafted : { ...drafted, draft: withConsumers(drafted.draft, uses) };
  });
}

function brokenSymbol({ properties, symbol }: FindingDraft, change: CodeChange): Used[] {
  if (properties?.['breaking'] !== true || !symbol || symbol.kind === 'element') return [];
  const before = change.symbols.find((each) => each.kind !== 'added' && each.base.symbol.qualifiedName === symbol.qualifiedName);
  const used = before && before.kind !== 'added' ? usedAs(before.base) : undefined;
  if (!used || before?.kind !== 'paired' || isGone(before)) return used ? [used] : [];
  const takes = arity(before.head.symbol);
  // Calls that differ by the types of their arguments cannot be told.
  return takes && arity(before.base.symbol)?.most !== takes.most ? [{ ...used, takes }] : [];
}

/** Under its name, or for those outside. */
function isGone({ base, head }: Extract<SymbolChange, { kind: 'paired' }>): boolean {
  return base.symbol.qualifiedName !== head.symbol.qualifiedName || base.symbol.visibility !== head.symbol.visibility;
}

function arity({ parameters }: SymbolFact): Used['takes'] {
  if (!parameters) return undefined;
  const least = parameters.filter(({ optional, rest }) => !optional && !rest).length;
  return { least, most: parameters.some(({ rest }) => rest) ? Infinity : parameters.length };
}

/** Changed files as they are now, which in an editor is not what the tree has; of the others those that hold the words. */
async function filesThatMayUse(
  broken: readonly Used[],
  { files }: CodeChange,
  tree: TreeReader,
  extractor: Extractor,
): Promise<readonly SourceFile[]> {
  const changed = files.flatMap(({ head }) => (head?.facts && broken.some((used) => holds(head, used)) ? [head] : []));
  const changedPaths = new Set(files.map(({ path }) => path));
  const paths = (await pathsThatMayUse(broken, tree)).filter((path) => !changedPaths.has(path));
  const read = await tree.read(paths.slice(0, mostFiles));
  return readWhole([...changed.slice(0, mostFiles), ...read.values()], extractor);
}

function holds({ text }: SourceFile, used: Used): boolean {
  return wordsOf(used).every((word) => wordPlaces(text, word).length > 0);
}

async function pathsThatMayUse(broken: readonly Used[], tree: TreeReader): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const language of ['java', 'script'] as const) {
    const those = broken.filter((each) => each.language === language);
    if (those.length === 0) continue;
    const held = await tree.grep([...new Set(those.flatMap(wordsOf))].sort(), suffixes[language]);
    for (const [path, words] of held) {
      if (languageOf(path) && those.some((used) => wordsOf(used).every((word) => words.has(word)))) paths.add(path);
    }
  }
  return [...paths].sort();
}

function withConsumers(draft: FindingDraft, uses: readonly RelatedPlace[]): FindingDraft {
  const places = uses.length === 1 ? '1 place' : `${uses.length} places`;
  return {
    ...draft,
    message: `${draft.message} ${places} of this repository still ${uses.length === 1 ? 'uses' : 'use'} it.`,
    related: [...(draft.related ?? []), ...uses.slice(0, mostNamed)],
  };
}
