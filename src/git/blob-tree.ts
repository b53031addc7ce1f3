import type { Side, Snapshot, TreeReader } from '../change/change-set.ts';
import { readBlobs } from './blobs.ts';
import { byCodeUnits, isContentless, snapshot } from './entries.ts';
import { gatheredReads } from './gathered-reads.ts';
import { grep, type GrepScope } from './grep.ts';
import { entryMode, type EntryChange, type TreeEntry } from './raw-diff.ts';
import { ReadBudget, type ReadLimits } from './read-limits.ts';
import type { Repository } from './repository.ts';

export type Entries = ReadonlyMap<string, TreeEntry>;

/**
 * Reads the tree of a commit.
 * @param list what it holds, where that is known from another tree
 */
export function commitTree(
  repository: Repository,
  tree: string,
  limits: Partial<ReadLimits>,
  list: () => Promise<Entries> = () => treeEntries(repository, tree),
): TreeReader {
  return blobTree(repository, once(list), { tree }, limits);
}

/** Reads the trees of two commits that differ by these changes: listing one is enough. */
export function commitTrees(
  repository: Repository,
  { base, head }: Readonly<Record<Side, string>>,
  changes: readonly EntryChange[],
  limits: Partial<ReadLimits>,
): Record<Side, TreeReader> {
  const headEntries = once(() => treeEntries(repository, head));
  return {
    base: commitTree(repository, base, limits, async () => undone(await headEntries(), changes)),
    head: commitTree(repository, head, limits, headEntries),
  };
}

/** What a tree held before the changes. */
function undone(entries: Entries, changes: readonly EntryChange[]): Entries {
  const before = new Map(entries);
  for (const { base, head } of changes) {
    if (head && head.path !== base?.path) before.delete(head.path);
  }
  for (const { base } of changes) if (base) before.set(base.path, base);
  return inOrder([...before]);
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
    grep: rememberedSearches((...search) => grep(repository, scope, ...search)),
  };
}

/** What is read here does not change, and several kinds of contracts look for the same words. */
function rememberedSearches(search: TreeReader['grep']): TreeReader['grep'] {
  const known = new Map<string, ReturnType<TreeReader['grep']>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? search(...asked);
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
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
  const contents = await readBlobs(
    repository,
    withContent.flatMap(({ blob }) => blob ?? []),
    budget,
  );
  return new Map(found.map((entry) => [entry.path, snapshot(entry, contents.get(entry.blob ?? ''), repository.objectFormat)]));
}

async function treeEntries(repository: Repository, tree: string): Promise<Entries> {
  return parseEntries((await repository.git(['ls-tree', '-r', '-z', '--full-tree', tree])).split('\0'), 2);
}

async function indexEntries(repository: Repository): Promise<Entries> {
  return parseEntries((await repository.git(['ls-files', '--stage', '-z'])).split('\0'), 1);
}

/**
 * Reads lines of `MODE … BLOB …<tab>PATH`, sorted by path. Of a path with a merge conflict the last version is taken.
 * @param idAt which of the fields before the tab is the id
 */
export function parseEntries(lines: readonly string[], idAt: number): Entries {
  const entries: [string, TreeEntry][] = [];
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const fields = line.slice(0, tab).split(/ +/);
    const path = line.slice(tab + 1);
    entries.push([path, { path, mode: entryMode(fields[0] ?? '') ?? 'file', blob: fields[idAt] }]);
  }
  return inOrder(entries);
}

/** Git sorts by bytes, which is the same but for rare characters; sorting a long list anew is costly. */
function inOrder(entries: [string, TreeEntry][]): Entries {
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
