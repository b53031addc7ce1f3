import type { ChangeSet, TreeReader } from '../change/change-set.ts';
import type { ChangedFile, Programs, SourceFile } from '../code/code-change.ts';
import { moduleKey, resolvedKey } from '../code/module-name.ts';
import { remembered } from '../base/remembered.ts';
import { languageOf } from '../languages/languages.ts';
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
  const mains = await mainsIn(trees.head);
  const around = await importedBy([...heads, ...tests], {
    tree: trees.head,
    mains,
    whole,
    known: new Set([...heads, ...tests].map(({ path }) => path)),
  });
  const bases = await whole.read(changed.flatMap(({ base }) => base ?? []));
  return { base: [...bases, ...around], head: [...heads, ...around], mains };
}

function isScript({ facts }: SourceFile): boolean {
  return facts !== undefined && facts.language !== 'java';
}

interface Searching {
  readonly tree: TreeReader;
  readonly mains: Programs['mains'];
  readonly whole: WholeFiles;
  readonly known: Set<string>;
}

async function importedBy(files: readonly SourceFile[], { tree, mains, whole, known }: Searching): Promise<readonly SourceFile[]> {
  const byKey = new Map([...pathsByKey(await tree.paths()), ...mains]);
  const found: SourceFile[] = [];
  let room = most.text;
  for (let pending = files; pending.length > 0 && found.length < most.files && room > 0;) {
    const wanted = [...new Set(pending.flatMap((file) => importsOf(file, byKey)))].filter((path) => !known.has(path));
    for (const path of wanted) known.add(path);
    const read = wanted.length === 0 ? [] : [...(await tree.read(wanted.slice(0, most.files - found.length))).values()];
    pending = await whole.read(read.filter(({ text }) => (room -= text?.length ?? 0) > 0));
    found.push(...pending);
  }
  return found;
}

function importsOf({ path, facts }: SourceFile, byKey: ReadonlyMap<string, string>): readonly string[] {
  const sources = [...(facts?.imports ?? []).map(({ source }) => source), ...(facts?.exports ?? []).flatMap(({ source }) => source ?? [])];
  return sources.flatMap((source) => byKey.get(resolvedKey(path, source) ?? '\0') ?? []);
}

const pathsByKey = remembered((paths: readonly string[]): ReadonlyMap<string, string> => {
  const scripts = paths.filter((path) => languageOf(path) !== undefined && !/\.(?:java|d\.[cm]?ts)$/.test(path));
  return new Map(scripts.toReversed().map((path) => [moduleKey(path), path]));
});

const conventional = ['src/index', 'lib/index', 'source/index', 'src/main', 'lib/main'];

/** A built file that a manifest offers, for `import`, `require` or both. */
const entry = /"(?:main|module|import|require|default|node)"\s*:\s*"(?:\.\/)?([^"*]+\.[cm]?js)"/g;

/** What the package at the root is entered by: as its folder, and as the files that are built from its sources. */
async function mainsIn(tree: TreeReader): Promise<Programs['mains']> {
  const byKey = pathsByKey(await tree.paths());
  const manifest = (await tree.read(['package.json'])).get('package.json')?.text ?? '';
  const main = /"main"\s*:\s*"\.?\/?([^"]+)"/.exec(manifest)?.[1];
  const name = /"name"\s*:\s*"(?:@[^"/]+\/)?([^"]+)"/.exec(manifest)?.[1] ?? '';
  const path = [main === undefined ? undefined : moduleKey(main), ...conventional, `src/${name}`]
    .flatMap((key) => (key === undefined ? [] : (byKey.get(key) ?? [])))
    .at(0);
  if (path === undefined) return [];
  const built = [...new Set(Array.from(manifest.matchAll(entry), ([, file = '']) => moduleKey(file)))];
  return ['', ...built].flatMap((key): Programs['mains'] => (byKey.has(key) ? [] : [[key, path]]));
}
