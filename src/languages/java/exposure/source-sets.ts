import type { TreeReader } from '../../../change/change-set.ts';

/** Source sets that are in the package by the usual plugins: the main one, those for newer versions of Java, and the JVM's of several platforms. */
const published = /^(?:main|java\d+|(?:jvm|common|android)Main|release)$/;

/** Why files of source sets beside the main one are not for others: such as generators of code, they are built and not published. */
export async function unpublishedSets(paths: readonly string[], tree: TreeReader): Promise<ReadonlyMap<string, string>> {
  const sets = paths.flatMap((path) => {
    const [, before = '', set = ''] = /^(.*\/|)src\/([\w-]+)\/java\//.exec(path) ?? [];
    return set === '' || published.test(set) ? [] : [{ path, set, main: `${before}src/main/` }];
  });
  if (sets.length === 0) return new Map();
  const all = await tree.paths();
  const mains = new Set([...new Set(sets.map(({ main }) => main))].filter((main) => all.some((path) => path.startsWith(main))));
  return new Map(sets.flatMap(({ path, set, main }) => (mains.has(main) ? [[path, `the source set ${set} is not published`]] : [])));
}
