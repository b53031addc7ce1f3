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
  /** Undefined for what was not read. */
  readonly bytes?: Buffer;
}

export interface WorkingFolder {
  /** A real path. */
  readonly root: string;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly budget: ReadBudget;
}

/**
 * Reads files below a folder and nowhere else: a symbolic link is never followed, neither as a file nor on the way to
 * one. What does not exist, or is no file, is not in the result.
 * @param keepBytes whether the caller needs the bytes too
 */
export async function readWorkingFiles(folder: WorkingFolder, paths: readonly string[], keepBytes = false): Promise<Map<string, WorkingFile>> {
  const files = new Map<string, WorkingFile>();
  const directories = new Map<string, Promise<boolean>>();
  const isInside = (directory: string): Promise<boolean> => {
    const known = directories.get(directory) ?? liesWithin(folder.root, directory);
    directories.set(directory, known);
    return known;
  };
  // One after another, so that the limits let in the same files every time; the operating system reads ahead.
  for (const path of paths) {
    const absolute = join(folder.root, path);
    if (!absolute.startsWith(folder.root) || !(await isInside(dirname(absolute)))) continue;
    const file = await readWorkingFile(folder, absolute);
    if (!file) continue;
    const { bytes, ...rest } = file;
    files.set(path, keepBytes && bytes ? { ...rest, bytes } : rest);
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
    if (found.isSymbolicLink()) return readLink(folder, path);
    if (found.isDirectory()) return { mode: 'submodule', blob: unknownBlob(folder.objectFormat), content: unreadContent('submodule') };
    if (!found.isFile()) return undefined;
    const mode = (found.mode & 0o100) === 0 ? 'file' : 'executable';
    if (!folder.budget.admit(found.size)) return { mode, blob: unknownBlob(folder.objectFormat), content: unreadContent('too-large', found.size) };
    const bytes = await readSteadily(path);
    if (bytes === undefined) return { mode, blob: unknownBlob(folder.objectFormat), content: unreadContent('unreadable', found.size) };
    return { mode, blob: blobId(bytes, folder.objectFormat), content: contentOf(bytes), bytes };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { mode: 'file', blob: unknownBlob(folder.objectFormat), content: unreadContent('unreadable') };
  }
}

async function readLink(folder: WorkingFolder, path: string): Promise<WorkingFile> {
  const target = Buffer.from(await readlink(path));
  return { mode: 'symlink', blob: blobId(target, folder.objectFormat), content: unreadContent('symlink', target.length) };
}

/** How often a file that changes while it is read is read again. */
const ATTEMPTS = 3;

/** The bytes of a file that did not change while they were read, or undefined where it never stood still. */
async function readSteadily(path: string): Promise<Buffer | undefined> {
  // Without NOFOLLOW a link put there since would be followed; without NONBLOCK a pipe would be waited for.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
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
