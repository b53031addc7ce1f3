import type { Snapshot, TreeReader } from '../change/change-set.ts';
import { once, parseEntries, readEntries, type Entries } from './blob-tree.ts';
import { byCodeUnits, snapshot } from './entries.ts';
import { gitBlobIds } from './git-blob-ids.ts';
import { grep } from './grep.ts';
import { ReadBudget, type ReadLimits } from './read-limits.ts';
import type { Repository } from './repository.ts';
import { workingFileReader, type WorkingFile } from './working-files.ts';

/** What the index holds, and what lies beside it. All sorted. */
export interface WorkTreeListing {
  readonly entries: Entries;
  /** Files that git does not know and is not told to ignore. */
  readonly untracked: readonly string[];
  /** Folders that are repositories of their own, but no submodules. */
  readonly nested: readonly string[];
  /** Files with a merge conflict that is not resolved. */
  readonly unmerged: readonly string[];
}

/** One process lists it all, each path with a tag: `?` for a file that git does not know, `M` for one with a conflict. */
export async function listWorkTree(repository: Repository): Promise<WorkTreeListing> {
  const output = await repository.git(['ls-files', '--stage', '--others', '--exclude-standard', '-t', '-z']);
  const lines = output.split('\0').filter(Boolean);
  const others = lines
    .filter((line) => line.startsWith('? '))
    .map((line) => line.slice(2))
    .sort(byCodeUnits);
  const conflicts = lines.filter((line) => line.startsWith('M ')).map((line) => line.slice(line.indexOf('\t') + 1));
  return {
    entries: parseEntries(
      lines.filter((line) => !line.startsWith('? ')).map((line) => line.slice(2)),
      1,
    ),
    untracked: others.filter((path) => !path.endsWith('/')),
    nested: others.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1)),
    unmerged: [...new Set(conflicts)].sort(byCodeUnits),
  };
}

/** Reads files of the work tree with the ids that git would give them. */
export async function readWorkTreeFiles(
  repository: Repository,
  root: string,
  paths: readonly string[],
  budget: ReadBudget,
): Promise<Map<string, WorkingFile>> {
  const files = await workingFileReader({ root, objectFormat: repository.objectFormat, budget, signal: repository.signal })(paths);
  const ids = await gitBlobIds(repository, files);
  return new Map([...files].map(([path, file]) => [path, { ...file, blob: ids.get(path) ?? file.blob }]));
}

/** Reads the work tree, with the files that git does not know yet. */
export function workTree(repository: Repository, root: string, listing: WorkTreeListing, limits: Partial<ReadLimits>): TreeReader {
  const paths = once(() => presentPaths(repository, listing));
  return {
    paths,
    read: async (wanted) => {
      const present = new Set(await paths());
      return readFiles(
        repository,
        root,
        wanted.filter((path) => present.has(path)),
        listing.entries,
        limits,
      );
    },
    grep: (...search) => grep(repository, 'work-tree', ...search),
  };
}

async function presentPaths(repository: Repository, { entries, untracked }: WorkTreeListing): Promise<readonly string[]> {
  const deleted = new Set((await repository.git(['ls-files', '--deleted', '-z'])).split('\0'));
  return [...[...entries.keys()].filter((path) => !deleted.has(path)), ...untracked].sort(byCodeUnits);
}

/** A tracked file that a sparse checkout leaves out is read from the index. */
async function readFiles(
  repository: Repository,
  root: string,
  paths: readonly string[],
  index: Entries,
  limits: Partial<ReadLimits>,
): Promise<Map<string, Snapshot>> {
  const budget = new ReadBudget(limits);
  const files = await readWorkTreeFiles(repository, root, paths, budget);
  const elsewhere = await readEntries(
    repository,
    index,
    paths.filter((path) => !files.has(path)),
    budget,
  );
  const snapshots = paths.flatMap((path): [string, Snapshot][] => {
    const file = files.get(path);
    const left = elsewhere.get(path);
    if (file) return [[path, snapshot({ path, mode: file.mode, blob: file.blob }, file.content, repository.objectFormat)]];
    return left ? [[path, left]] : [];
  });
  return new Map(snapshots);
}
