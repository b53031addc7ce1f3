import { createHash, type Hash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, open, readlink, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Snapshot, Unread } from '../change/change-set.ts';
import { blobId, contentOf, unknownBlob, unreadContent, type Content } from './content.ts';
import { isUndecodable } from './names.ts';
import type { ReadBudget } from './read-limits.ts';
import { isSamePath } from './same-path.ts';

/** A file as it lies in a folder. */
export interface WorkingFile {
  readonly mode: Snapshot['mode'];
  /** The id of its bytes as they are. */
  readonly blob: string;
  readonly content: Content;
}

export interface WorkingFolder {
  /** A real path. */
  readonly root: string;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly budget: ReadBudget;
  /** Whether a folder in place of a file is a submodule; else it is one that may not be looked into. */
  readonly isRepository?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the files at some paths. What does not exist, or is no file, is left out. */
export type ReadWorkingFiles = (paths: readonly string[]) => Promise<Map<string, WorkingFile>>;

/** Files that are read at the same time. */
const AT_ONCE = 16;

/**
 * Reads files below a folder and nowhere else: a symbolic link is never followed, neither as a file nor on the way to one.
 */
export function workingFileReader(folder: WorkingFolder): ReadWorkingFiles {
  const directories = new Map<string, Promise<boolean>>();
  const isInside = (directory: string): Promise<boolean> => {
    const known = directories.get(directory) ?? liesWithin(folder.root, directory);
    directories.set(directory, known);
    return known;
  };
  return async (paths) => {
    const files = new Map<string, WorkingFile>();
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      folder.signal?.throwIfAborted();
      const group = paths.slice(at, at + AT_ONCE);
      const found = await Promise.all(group.map((path) => lookAt(folder, path, isInside)));
      // Each is counted against the limits before the next one begins: the same files are let in every time.
      const read = await Promise.all(found.map(async (each) => each && readWorkingFile(folder, each)));
      for (const [index, path] of group.entries()) if (read[index]) files.set(path, read[index]);
    }
    return files;
  };
}

interface FoundFile {
  readonly path: string;
  /** Undefined where it may not be looked at. */
  readonly stats: Stats | undefined;
}

async function lookAt(
  folder: WorkingFolder,
  path: string,
  isInside: (directory: string) => Promise<boolean>,
): Promise<FoundFile | undefined> {
  const absolute = join(folder.root, path);
  if (!(await isInside(dirname(absolute)))) return isUndecodable(path) ? { path: absolute, stats: undefined } : undefined;
  try {
    return { path: absolute, stats: await lstat(absolute) };
  } catch (error) {
    return isGone(error) && !isUndecodable(path) ? undefined : { path: absolute, stats: undefined };
  }
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function liesWithin(root: string, directory: string): Promise<boolean> {
  const real = await realpath(directory).catch(() => undefined);
  return real !== undefined && isSamePath(real, directory) && (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep));
}

async function readWorkingFile(folder: WorkingFolder, { path, stats }: FoundFile): Promise<WorkingFile | undefined> {
  const unread = (reason: Unread): WorkingFile => ({
    mode: 'file',
    blob: unknownBlob(folder.objectFormat),
    content: unreadContent(reason, stats?.size),
  });
  if (!stats) return unread(isUndecodable(path) ? 'undecodable-name' : 'unreadable');
  try {
    if (stats.isSymbolicLink()) return await readLink(folder, path);
    if (stats.isDirectory()) return folder.isRepository === false ? unread('unreadable') : { ...unread('submodule'), mode: 'submodule' };
    if (!stats.isFile()) return undefined;
    const mode = (stats.mode & 0o100) === 0 ? 'file' : 'executable';
    if (!folder.budget.admit(stats.size))
      return { ...unread('too-large'), mode, blob: await longBlobId(path, stats.size, folder.objectFormat) };
    const bytes = await readSteadily(path);
    return bytes ? { mode, blob: blobId(bytes, folder.objectFormat), content: contentOf(bytes) } : { ...unread('unreadable'), mode };
  } catch (error) {
    return isGone(error) ? undefined : unread('unreadable');
  }
}

/** The SHA-256 of a file below a folder, which is not kept in memory; undefined where it cannot be read. */
export async function fileSha256(root: string, path: string): Promise<string | undefined> {
  try {
    return await digest(join(root, path), createHash('sha256'));
  } catch {
    return undefined;
  }
}

async function digest(path: string, hash: Hash): Promise<string> {
  const handle = await open(path, READ_ONLY);
  for await (const chunk of handle.createReadStream()) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The id of a file that is not kept in memory, so that one that did not change is known to be the same. */
function longBlobId(path: string, size: number, format: WorkingFolder['objectFormat']): Promise<string> {
  return digest(path, createHash(format).update(`blob ${size}\0`));
}

async function readLink(folder: WorkingFolder, path: string): Promise<WorkingFile> {
  // Git writes what a link leads to with forward slashes everywhere.
  const target = Buffer.from(slashed(await readlink(path)));
  return { mode: 'symlink', blob: blobId(target, folder.objectFormat), content: unreadContent('symlink', target.length) };
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll(sep, '/') : path;
}

/** How often a file that changes while it is read is read again. */
const ATTEMPTS = 3;

/** Without NOFOLLOW a link put there since would be followed; without NONBLOCK a pipe would be waited for. Windows has neither, where `|` takes them for 0. */
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a file that did not change while they were read, or undefined where it never stood still. */
async function readSteadily(path: string): Promise<Buffer | undefined> {
  const handle = await open(path, READ_ONLY);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await handle.stat();
      const bytes = Buffer.alloc(before.size);
      const { bytesRead } = await handle.read(bytes, 0, before.size, 0);
      const after = await handle.stat();
      if (bytesRead === after.size && before.mtimeMs === after.mtimeMs) return bytes;
    }
    return undefined;
  } finally {
    await handle.close();
  }
}
