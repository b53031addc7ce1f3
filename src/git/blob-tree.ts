import type { Snapshot, TreeReader } from '../change/change-set.ts';
import { readBlobs } from './blobs.ts';
import { byCodeUnits, isContentless, snapshot } from './entries.ts';
import { gatheredReads } from './gathered-reads.ts';
import { grep, type GrepScope } from './grep.ts';
import { entryMode, type TreeEntry } from './raw-diff.ts';
import { ReadBudget, type ReadLimits } from './read-limits.ts';
import type { Repository } from './repository.ts';

export type Entries = ReadonlyMap<string, TreeEntry>;

/** Reads the tree of a commit. */
export function commitTree(repository: Repository, tree: string, limits: Partial<ReadLimits>): TreeReader {
  return blobTree(
    repository,
    once(() => treeEntries(repository, tree)),
    { tree },
    limits,
  );
}

/** Reads what the index holds. */
export function indexTree(repository: Repository, limits: Partial<ReadLimits>): TreeReader {
  return blobTree(
    repository,
    once(() => indexEntries(repository)),
    'index',
    limits,
  );
}

function blobTree(repository: Repository, list: () => Promise<Entries>, scope: GrepScope, limits: Partial<ReadLimits>): TreeReader {
  return {
    paths: async () => [...(await list()).keys()],
    read: gatheredReads(async (paths) => readEntries(repository, await list(), paths, new ReadBudget(limits))),
    grep: (words, suffixes) => grep(repository, scope, words, suffixes),
  };
}

/** The snapshots of those paths that are among the entries. */
export async function readEntries(
  repository: Repository,
  entries: Entries,
  paths: Iterable<string>,
  budget: ReadBudget,
): Promise<Map<string, Snapshot>> {
  const found = [...paths].flatMap((path) => entries.get(path) ?? []);
  const withContent = found.filter((entry) => !isContentless(entry));
  const sizes = new Map(withContent.flatMap(({ blob, size }) => (blob === undefined || size === undefined ? [] : [[blob, size]])));
  const contents = await readBlobs(
    repository,
    withContent.flatMap(({ blob }) => blob ?? []),
    budget,
    sizes,
  );
  return new Map(found.map((entry) => [entry.path, snapshot(entry, contents.get(entry.blob ?? ''), repository.objectFormat)]));
}

async function treeEntries(repository: Repository, tree: string): Promise<Entries> {
  return parseEntries((await repository.git(['ls-tree', '-r', '-l', '-z', '--full-tree', tree])).split('\0'), { blob: 2, size: 3 });
}

async function indexEntries(repository: Repository): Promise<Entries> {
  return parseEntries((await repository.git(['ls-files', '--stage', '-z'])).split('\0'), { blob: 1 });
}

/**
 * Reads lines of `MODE … BLOB …<tab>PATH`, sorted by path. Of a path with a merge conflict the last version is taken.
 * @param at which of the fields before the tab are the id and the size
 */
export function parseEntries(lines: readonly string[], at: { readonly blob: number; readonly size?: number }): Entries {
  const entries: [string, TreeEntry][] = [];
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const fields = line.slice(0, tab).split(/ +/);
    // Of an object that is not there git knows no size.
    const size = Number(fields[at.size ?? -1]);
    const path = line.slice(tab + 1);
    entries.push([path, { path, mode: entryMode(fields[0] ?? '') ?? 'file', blob: fields[at.blob], ...(size >= 0 && { size }) }]);
  }
  // Git sorts by bytes, which is the same but for rare characters; sorting a long list anew is costly.
  const isSorted = entries.every(([path], index) => index === 0 || (entries[index - 1]?.[0] ?? '') <= path);
  return new Map(isSorted ? entries : entries.sort(([one], [other]) => byCodeUnits(one, other)));
}

/** Remembers what a reading gave, but not that it failed. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
