import { readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import type { ChangeKind, ChangeSet, FileChange, Snapshot, TreeReader } from '../change/change-set.ts';
import { isSearched } from '../change/searched-paths.ts';
import type { ChangeSource } from '../change/source.ts';
import { once } from './blob-tree.ts';
import { byCodeUnits, fileChange, snapshot } from './entries.ts';
import { joinRenames } from './joined-renames.ts';
import { folderReader } from './folder-files.ts';
import type { ReadOptions } from './read-options.ts';
import { ReadBudget } from './read-limits.ts';
import { unreadNotices } from './read-notices.ts';
import { workingFileReader } from './working-files.ts';

/** Not what people wrote: a repository's own data, and what is installed. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** Compares two folders without git. Files with the same content, or much of it, under another path are renames. */
export async function readFolders(source: Extract<ChangeSource, { kind: 'folders' }>, options: ReadOptions): Promise<ChangeSet> {
  const [base, head] = await Promise.all([openFolder(source.base), openFolder(source.head)]);
  const budget = new ReadBudget(options.limits);
  const files = await compareFolders(base, head, budget, options);
  return {
    root: head,
    base: { name: basename(base) },
    head: { name: basename(head) },
    files,
    commits: [],
    notices: unreadNotices(files, budget, ''),
    trees: { base: folderTree(base, options), head: folderTree(head, options) },
    folder: folderReader(head, options.signal),
  };
}

async function openFolder(folder: string): Promise<string> {
  const real = await realpath(resolve(folder)).catch(() => undefined);
  if (real !== undefined && (await readdir(real).catch(() => undefined))) return real;
  throw new UserError(`${resolve(folder)} is not a folder that can be read.`, 'Name two folders that exist: `--dirs BASE HEAD`.');
}

/** Few at a time, so that of the files that did not change only these are in memory. */
const AT_ONCE = 16;

async function compareFolders(baseRoot: string, headRoot: string, budget: ReadBudget, options: ReadOptions): Promise<FileChange[]> {
  const [basePaths, headPaths] = await Promise.all([listFiles(baseRoot), listFiles(headRoot)]);
  const paths = [...new Set([...basePaths, ...headPaths])].sort(byCodeUnits);
  const readBase = snapshotReader(baseRoot, options);
  const readHead = snapshotReader(headRoot, options);
  const files: FileChange[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    options.progress?.({ step: 'Comparing folders', done: at, total: paths.length });
    const group = paths.slice(at, at + AT_ONCE);
    const [base, head] = await Promise.all([readBase(group), readHead(group)]);
    files.push(...group.flatMap((path) => compareFile(base.get(path), head.get(path), budget)));
  }
  return joinRenames(files);
}

function compareFile(base: Snapshot | undefined, head: Snapshot | undefined, budget: ReadBudget): FileChange[] {
  const kind = changeKind(base, head);
  if (kind === undefined) return [];
  const [before, after] = [base && admitted(base, budget), head && admitted(head, budget)];
  return [fileChange({ kind, ...(before && { base: before }), ...(after && { head: after }) }, before, after)];
}

function changeKind(base: Snapshot | undefined, head: Snapshot | undefined): ChangeKind | undefined {
  if (!base || !head) return base ? 'deleted' : head && 'added';
  if (isUnknown(base) || isUnknown(head)) return 'modified';
  if ((base.mode === 'symlink') !== (head.mode === 'symlink')) return 'type-changed';
  if (base.blob !== head.blob || base.size !== head.size) return 'modified';
  return base.mode === head.mode ? undefined : 'mode-changed';
}

/** Whether it cannot be told what is in it, and so neither whether it changed. */
function isUnknown({ unread }: Snapshot): boolean {
  return unread === 'unreadable' || unread === 'undecodable-name';
}

/** Only what changed is kept, and counts. */
function admitted(file: Snapshot, budget: ReadBudget): Snapshot {
  if (file.text === undefined || budget.admit(file.size)) return file;
  return { ...file, text: undefined, unread: 'too-large' };
}

type ReadSnapshots = (paths: readonly string[]) => Promise<Map<string, Snapshot>>;

function snapshotReader(root: string, { limits, signal }: Pick<ReadOptions, 'limits' | 'signal'>): ReadSnapshots {
  const budget = new ReadBudget({ ...limits, files: Infinity, totalBytes: Infinity });
  const read = workingFileReader({ root, objectFormat: 'sha1', budget, signal, isRepository: false });
  return async (paths) => {
    const files = await read(paths);
    return new Map([...files].map(([path, { mode, blob, content }]) => [path, snapshot({ path, mode, blob }, content, 'sha1')]));
  };
}

/** The paths of all files below a folder; links are listed, not followed. */
async function listFiles(root: string): Promise<string[]> {
  const paths: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
    // What cannot be listed stands for all that is in it, and is told as what cannot be read.
    if (!entries) paths.push(folder);
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) await walk(path);
      } else if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
    }
  };
  await walk('');
  return paths.sort(byCodeUnits);
}

function folderTree(root: string, options: ReadOptions): TreeReader {
  const paths = once(() => listFiles(root));
  const read = snapshotReader(root, options);
  return {
    paths,
    read,
    grep: async (words, suffixes, holding) => {
      const candidates = (await paths()).filter((path) => isSearched(path, suffixes, holding));
      return grepFiles(read, candidates, new Set(words));
    },
  };
}

async function grepFiles(
  read: ReadSnapshots,
  paths: readonly string[],
  words: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    for (const [path, { text }] of await read(paths.slice(at, at + AT_ONCE))) {
      const held = wordsIn(text ?? '', words);
      if (held.size > 0) found.set(path, held);
    }
  }
  return found;
}

function wordsIn(text: string, words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{N}_$]+/gu) ?? []).filter((word) => words.has(word)));
}
