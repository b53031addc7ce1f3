import type { Snapshot, TreeReader } from '../../../change/change-set.ts';

const names = ['pom.xml', 'build.gradle', 'build.gradle.kts'];

export interface BuildFile {
  readonly path: string;
  readonly text: string;
}

/** For each path the build files that it may belong to, the nearest first. */
export async function buildFilesAround(paths: readonly string[], tree: TreeReader): Promise<ReadonlyMap<string, readonly BuildFile[]>> {
  const candidates = (path: string): string[] => foldersOf(path).flatMap((folder) => names.map((name) => folder + name));
  const snapshots: ReadonlyMap<string, Snapshot> = await tree.read([...new Set(paths.flatMap(candidates))].sort());
  const held = (path: string): BuildFile[] => {
    const text = snapshots.get(path)?.text;
    return text === undefined ? [] : [{ path, text }];
  };
  return new Map(paths.map((path) => [path, candidates(path).flatMap(held)]));
}

/** Those of the paths that exist. */
export async function buildFilesIn(paths: readonly string[], tree: TreeReader): Promise<readonly string[]> {
  return [...(await tree.read(paths)).keys()];
}

/** With its closing slash; `''` at the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The folders around a path with their closing slash, the nearest first, the root last. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end + 1));
  return [...folders, ''];
}
