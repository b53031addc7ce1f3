import { readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import type { ChangeSet, FileChange, Snapshot, TreeReader } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import { once } from './blob-tree.ts';
import { byCodeUnits, fileChange, snapshot } from './entries.ts';
import { joinExactRenames } from './exact-renames.ts';
import type { ReadOptions } from './read-change-set.ts';
import { ReadBudget, type ReadLimits } from './read-limits.ts';
import { unreadNotices } from './read-notices.ts';
import { workingFileReader } from './working-files.ts';

/** Not what people wrote: a repository's own data, and what is installed. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** Compares two folders without git. Files with the same content under another path are renames. */
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
  };
}

async function openFolder(folder: string): Promise<string> {
  const real = await realpath(resolve(folder)).catch(() => undefined);
  if (real !== undefined && (await readdir(real).catch(() => undefined))) return real;
  throw new UserError(`${resolve(folder)} is not a folder that can be read.`, 'Name two folders that exist: `--dirs BASE HEAD`.');
}

/** File by file, so that of those that did not change only one is in memory at a time. */
async function compareFolders(baseRoot: string, headRoot: string, budget: ReadBudget, options: ReadOptions): Promise<FileChange[]> {
  const [basePaths, headPaths] = await Promise.all([listFiles(baseRoot), listFiles(headRoot)]);
  const paths = [...new Set([...basePaths, ...headPaths])].sort(byCodeUnits);
  const readBase = snapshotReader(baseRoot, budget, options.signal);
  const readHead = snapshotReader(headRoot, budget, options.signal);
  const files: FileChange[] = [];
  for (const [index, path] of paths.entries()) {
    if (index % 500 === 0) options.progress?.({ step: 'Comparing folders', done: index, total: paths.length });
    const base = await readBase(path);
    const head = await readHead(path);
    const change = compareFile(base, head);
    if (change) files.push(change);
    else for (const side of [base, head]) if (side?.text !== undefined || side?.unread === 'binary') budget.release(side.size);
  }
  return joinExactRenames(files);
}

function compareFile(base: Snapshot | undefined, head: Snapshot | undefined): FileChange | undefined {
  if (!base || !head) {
    const kind = base ? 'deleted' : 'added';
    return base || head ? fileChange({ kind, ...(base && { base }), ...(head && { head }) }, base, head) : undefined;
  }
  const sameContent = base.blob === head.blob && base.size === head.size;
  if (sameContent && base.mode === head.mode) return undefined;
  const kind = base.mode !== head.mode && (base.mode === 'symlink' || head.mode === 'symlink') ? 'type-changed' : sameContent ? 'mode-changed' : 'modified';
  return fileChange({ kind, base, head }, base, head);
}

function snapshotReader(root: string, budget: ReadBudget, signal: AbortSignal | undefined): (path: string) => Promise<Snapshot | undefined> {
  const read = workingFileReader({ root, objectFormat: 'sha1', budget, signal });
  return async (path) => {
    const file = await read(path);
    return file && snapshot({ path, mode: file.mode, blob: file.blob }, file.content, 'sha1');
  };
}

async function readSnapshots(root: string, paths: readonly string[], budget: ReadBudget, signal: AbortSignal | undefined): Promise<Map<string, Snapshot>> {
  const read = snapshotReader(root, budget, signal);
  const snapshots = new Map<string, Snapshot>();
  for (const path of paths) {
    const found = await read(path);
    if (found) snapshots.set(path, found);
  }
  return snapshots;
}

/** The paths of all files below a folder; links are listed, not followed. */
async function listFiles(root: string): Promise<string[]> {
  const paths: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) await walk(path);
      } else if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
    }
  };
  await walk('');
  return paths.sort(byCodeUnits);
}

function folderTree(root: string, { limits, signal }: { readonly limits?: Partial<ReadLimits>; readonly signal?: AbortSignal }): TreeReader {
  const paths = once(() => listFiles(root));
  return {
    paths,
    read: (wanted) => readSnapshots(root, wanted, new ReadBudget(limits), signal),
    grep: async (words, suffixes) => {
      const candidates = (await paths()).filter((path) => suffixes.length === 0 || suffixes.some((suffix) => path.endsWith(suffix)));
      return grepFiles(root, candidates, words, limits ?? {}, signal);
    },
  };
}

async function grepFiles(root: string, paths: readonly string[], words: readonly string[], limits: Partial<ReadLimits>, signal?: AbortSignal): Promise<string[]> {
  const wanted = new Set(words);
  // What was searched is not kept, so only the limit of a single file counts.
  const budget = new ReadBudget({ ...limits, totalBytes: Infinity, files: Infinity });
  const read = snapshotReader(root, budget, signal);
  const found: string[] = [];
  for (const path of paths) {
    const text = (await read(path))?.text;
    if (text !== undefined && holdsWord(text, wanted)) found.push(path);
  }
  return found;
}

function holdsWord(text: string, words: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(/[\p{L}\p{N}_$]+/gu)) if (words.has(word)) return true;
  return false;
}
