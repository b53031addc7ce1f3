import type { ChangeSet, TreeReader } from '../change/change-set.ts';
import type { ChangedFile, Programs, SourceFile } from '../code/code-change.ts';
import { moduleNamesIn, type ModuleNames } from './module-names.ts';
import type { WholeFiles } from './whole-files.ts';

/** So many files are read at most, and so much of them in UTF-16 units. */
const most = { changed: 8, files: 40, text: 500_000 };

/**
 * The scripts that older tests may run: what changed on both sides, and what is imported by it and by the tests.
 * Where the change has tests of its own, these are asked and no older ones.
 */
export async function readPrograms(
  { trees }: Pick<ChangeSet, 'trees'>,
  files: readonly ChangedFile[],
  tests: readonly SourceFile[],
  whole: WholeFiles,
): Promise<Programs | undefined> {
  const changed = files.filter(({ base, head }) => [base, head].some((side) => side?.role === 'production' && isScript(side)));
  const hasTests = files.some(({ head }) => head?.role === 'test' && isScript(head) && (head.facts?.tests.length ?? 0) > 0);
  if (changed.length === 0 || changed.length > most.changed || hasTests || !tests.some(isScript)) return undefined;
  const heads = await whole.read(changed.flatMap(({ head }) => head ?? []));
  const names = await moduleNamesIn(trees.head);
  const around = await importedBy([...heads, ...tests], {
    tree: trees.head,
    names,
    whole,
    known: new Set([...heads, ...tests].map(({ path }) => path)),
  });
  const bases = await whole.read(changed.flatMap(({ base }) => base ?? []));
  return { base: [...bases, ...around], head: [...heads, ...around], mains: names.mains };
}

function isScript({ facts }: SourceFile): boolean {
  return facts !== undefined && facts.language !== 'java';
}

interface Searching {
  readonly tree: TreeReader;
  readonly names: ModuleNames;
  readonly whole: WholeFiles;
  readonly known: Set<string>;
}

async function importedBy(files: readonly SourceFile[], { tree, names, whole, known }: Searching): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  let room = most.text;
  for (let pending = files; pending.length > 0 && found.length < most.files && room > 0;) {
    const wanted = [...new Set(pending.flatMap((file) => importsOf(file, names)))].filter((path) => !known.has(path));
    for (const path of wanted) known.add(path);
    const read = wanted.length === 0 ? [] : [...(await tree.read(wanted.slice(0, most.files - found.length))).values()];
    pending = await whole.read(read.filter(({ text }) => (room -= text?.length ?? 0) > 0));
    found.push(...pending);
  }
  return found;
}

function importsOf({ path, facts }: SourceFile, names: ModuleNames): readonly string[] {
  const sources = [...(facts?.imports ?? []).map(({ source }) => source), ...(facts?.exports ?? []).flatMap(({ source }) => source ?? [])];
  return sources.flatMap((source) => names.pathOf(path, source) ?? []);
}
