import type { Snapshot, TreeReader } from '../change/change-set.ts';
import { indexEntries, once, readEntries, type Entries } from './blob-tree.ts';
import { byCodeUnits, snapshot } from './entries.ts';
import { gitBlobIds } from './git-blob-ids.ts';
import { grep } from './grep.ts';
import { ReadBudget, type ReadLimits } from './read-limits.ts';
import type { Repository } from './repository.ts';
import { readWorkingFiles, type WorkingFile } from './working-files.ts';

/** The files that git does not know and is not told to ignore. A path that ends with `/` is another repository. */
export async function untrackedPaths(repository: Repository): Promise<string[]> {
  const output = await repository.git(['ls-files', '--others', '--exclude-standard', '-z']);
  return output.split('\0').filter(Boolean).sort(byCodeUnits);
}

/** Reads files of the work tree with the ids that git would give them. */
export async function readWorkTreeFiles(repository: Repository, root: string, paths: readonly string[], budget: ReadBudget): Promise<Map<string, WorkingFile>> {
  const files = await readWorkingFiles({ root, objectFormat: repository.objectFormat, budget }, paths);
  const ids = await gitBlobIds(repository, files);
  return new Map([...files].map(([path, file]) => [path, { ...file, blob: ids.get(path) ?? file.blob }]));
}

/** Reads the work tree, with the files that git does not know yet. */
export function workTree(repository: Repository, root: string, limits: Partial<ReadLimits>): TreeReader {
  const index = once(() => indexEntries(repository));
  const paths = once(() => presentPaths(repository, index));
  return {
    paths,
    read: async (wanted) => {
      const present = new Set(await paths());
      return readFiles(repository, root, wanted.filter((path) => present.has(path)), await index(), limits);
    },
    grep: (words, suffixes) => grep(repository, 'work-tree', words, suffixes),
  };
}

async function presentPaths(repository: Repository, index: () => Promise<Entries>): Promise<readonly string[]> {
  const [entries, others, deleted] = await Promise.all([
    index(),
    untrackedPaths(repository),
    repository.git(['ls-files', '--deleted', '-z']),
  ]);
  const gone = new Set(deleted.split('\0'));
  const tracked = [...entries.keys()].filter((path) => !gone.has(path));
  return [...tracked, ...others.filter((path) => !path.endsWith('/'))].sort(byCodeUnits);
}

/** A tracked file that a sparse checkout leaves out is read from the index. */
async function readFiles(repository: Repository, root: string, paths: readonly string[], index: Entries, limits: Partial<ReadLimits>): Promise<Map<string, Snapshot>> {
  const budget = new ReadBudget(limits);
  const files = await readWorkTreeFiles(repository, root, paths, budget);
  const elsewhere = await readEntries(repository, index, paths.filter((path) => !files.has(path)), budget);
  const snapshots = paths.flatMap((path): [string, Snapshot][] => {
    const file = files.get(path);
    const left = elsewhere.get(path);
    if (file) return [[path, snapshot({ path, mode: file.mode, blob: file.blob }, file.content, repository.objectFormat)]];
    return left ? [[path, left]] : [];
  });
  return new Map(snapshots);
}
