import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readlink, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Snapshot } from '../change/change-set.ts';
import { blobId, contentOf, unknownBlob, unreadContent, type Content } from './content.ts';
import type { ReadBudget } from './read-limits.ts';

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
  readonly signal?: AbortSignal | undefined;
}

/** Reads the file at a path, or gives undefined where there is none. */
export type ReadWorkingFile = (path: string) => Promise<WorkingFile | undefined>;

/**
 * Reads files below a folder and nowhere else: a symbolic link is never followed, neither as a file nor on the way to one.
 */
export function workingFileReader(folder: WorkingFolder): ReadWorkingFile {
  const directories = new Map<string, Promise<boolean>>();
  const isInside = (directory: string): Promise<boolean> => {
    const known = directories.get(directory) ?? liesWithin(folder.root, directory);
    directories.set(directory, known);
    return known;
  };
  return async (path) => {
    folder.signal?.throwIfAborted();
    const absolute = join(folder.root, path);
    return (await isInside(dirname(absolute))) ? readWorkingFile(folder, absolute) : undefined;
  };
}

/** Reads files one after another, so that the limits let in the same ones every time. What does not exist is left out. */
export async function readWorkingFiles(folder: WorkingFolder, paths: readonly string[]): Promise<Map<string, WorkingFile>> {
  const read = workingFileReader(folder);
  const files = new Map<string, WorkingFile>();
  for (const path of paths) {
    const file = await read(path);
    if (file) files.set(path, file);
  }
  return files;
}

async function liesWithin(root: string, directory: string): Promise<boolean> {
  const real = await realpath(directory).catch(() => undefined);
  return real !== undefined && real === directory && (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep));
}

async function readWorkingFile(folder: WorkingFolder, path: string): Promise<WorkingFile | undefined> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return await readLink(folder, path);
    if (found.isDirectory()) return { mode: 'submodule', blob: unknownBlob(folder.objectFormat), content: unreadContent('submodule') };
    if (!found.isFile()) return undefined;
    const mode = (found.mode & 0o100) === 0 ? 'file' : 'executable';
    if (!folder.budget.admit(found.size)) {
      return { mode, blob: await longBlobId(path, found.size, folder.objectFormat), content: unreadContent('too-large', found.size) };
    }
    const bytes = await readSteadily(path);
    if (bytes === undefined) return { mode, blob: unknownBlob(folder.objectFormat), content: unreadContent('unreadable', found.size) };
    return { mode, blob: blobId(bytes, folder.objectFormat), content: contentOf(bytes) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { mode: 'file', blob: unknownBlob(folder.objectFormat), content: unreadContent('unreadable') };
  }
}

/** The id of a file that is not kept in memory, so that one that did not change is known to be the same. */
async function longBlobId(path: string, size: number, format: WorkingFolder['objectFormat']): Promise<string> {
  const hash = createHash(format).update(`blob ${size}\0`);
  const handle = await open(path, READ_ONLY);
  for await (const chunk of handle.createReadStream()) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function readLink(folder: WorkingFolder, path: string): Promise<WorkingFile> {
  const target = Buffer.from(await readlink(path));
  return { mode: 'symlink', blob: blobId(target, folder.objectFormat), content: unreadContent('symlink', target.length) };
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
