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
import { readWorkingFiles } from './working-files.ts';

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

/** Files are read in small groups, so that of the ones that did not change only a few are in memory at once. */
const GROUP = 200;

async function compareFolders(base: string, head: string, budget: ReadBudget, options: ReadOptions): Promise<FileChange[]> {
  const [basePaths, headPaths] = await Promise.all([listFiles(base), listFiles(head)]);
  const paths = [...new Set([...basePaths, ...headPaths])].sort(byCodeUnits);
  const files: FileChange[] = [];
  for (let at = 0; at < paths.length; at += GROUP) {
    options.signal?.throwIfAborted();
    options.progress?.({ step: 'Comparing folders', done: at, total: paths.length });
    const group = paths.slice(at, at + GROUP);
    const before = await readSnapshots(base, group, budget);
    const after = await readSnapshots(head, group, budget);
    files.push(...group.flatMap((path) => compareFile(before.get(path), after.get(path))));
  }
  return joinExactRenames(files);
}

function compareFile(base: Snapshot | undefined, head: Snapshot | undefined): FileChange[] {
  if (!base || !head) {
    const kind = base ? 'deleted' : 'added';
    return base || head ? [fileChange({ kind, ...(base && { base }), ...(head && { head }) }, base, head)] : [];
  }
  const sameContent = base.blob === head.blob && base.size === head.size;
  if (sameContent && base.mode === head.mode) return [];
  const kind = base.mode !== head.mode && (base.mode === 'symlink' || head.mode === 'symlink') ? 'type-changed' : sameContent ? 'mode-changed' : 'modified';
  return [fileChange({ kind, base, head }, base, head)];
}

async function readSnapshots(root: string, paths: readonly string[], budget: ReadBudget): Promise<Map<string, Snapshot>> {
  const files = await readWorkingFiles({ root, objectFormat: 'sha1', budget }, paths);
  return new Map([...files].map(([path, { mode, blob, content }]) => [path, snapshot({ path, mode, blob }, content, 'sha1')]));
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
    read: (wanted) => readSnapshots(root, wanted, new ReadBudget(limits)),
    grep: async (words, suffixes) => {
      const candidates = (await paths()).filter((path) => suffixes.length === 0 || suffixes.some((suffix) => path.endsWith(suffix)));
      return grepFiles(root, candidates, words, limits ?? {}, signal);
    },
  };
}

async function grepFiles(root: string, paths: readonly string[], words: readonly string[], limits: Partial<ReadLimits>, signal?: AbortSignal): Promise<string[]> {
  const wanted = new Set(words);
  const found: string[] = [];
  for (let at = 0; at < paths.length; at += GROUP) {
    signal?.throwIfAborted();
    const files = await readSnapshots(root, paths.slice(at, at + GROUP), new ReadBudget(limits));
    for (const [path, { text }] of files) if (text !== undefined && holdsWord(text, wanted)) found.push(path);
  }
  return found;
}

function holdsWord(text: string, words: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(/[\p{L}\p{N}_$]+/gu)) if (words.has(word)) return true;
  return false;
}
