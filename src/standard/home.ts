import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { reasonOf, UserError } from '../base/errors.ts';
import type { Snapshot, TreeReader } from '../change/change-set.ts';

/** Where a standard's file lies, and the files that it may extend by a relative path. */
export interface Home {
  /** Prefix of paths in messages; empty for the repository under review. */
  readonly label: string;
  /** Whether it came with the repository under review, and so may be hostile. */
  readonly trusted: boolean;
  /**
   * The text of a file; undefined where there is none.
   * @param path normalised, forward slashes, never begins with `../` unless the home is trusted
   */
  read(path: string): Promise<string | undefined>;
}

/**
 * Reads from one side of the change.
 * @param folder relative to its root, e.g. `node_modules/acme-standard/`; empty for the root itself
 */
export function treeHome(tree: TreeReader, folder: string, label: string): Home {
  const read = async (path: string): Promise<string | undefined> => {
    const full = folder + path;
    return textOf(full, (await tree.read([full])).get(full));
  };
  return { label, trusted: false, read };
}

function textOf(path: string, snapshot: Snapshot | undefined): string | undefined {
  if (snapshot && snapshot.text === undefined)
    throw new UserError(`The standard ${path} cannot be read: ${snapshot.unread ?? 'no text'}.`, 'Make it a plain text file.');
  return snapshot?.text;
}

/** Reads from a folder on disk. Untrusted, it is confined: symbolic links out of it are refused. */
export function folderHome(folder: string, label: string, trusted: boolean): Home {
  return {
    label,
    trusted,
    read: (path) => readInFolder(folder, join(folder, path), trusted),
  };
}

async function readInFolder(folder: string, file: string, trusted: boolean): Promise<string | undefined> {
  try {
    if (!trusted) await refuseEscape(folder, file);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error instanceof UserError ? error : unreadable(file, error);
  }
}

async function refuseEscape(folder: string, file: string): Promise<void> {
  const inside = relative(await realpath(folder), await realpath(file));
  if (!isAbsolute(inside) && inside !== '..' && !inside.startsWith(`..${sep}`)) return;
  throw new UserError(`The standard ${file} is a link out of ${folder}.`, 'Keep standards inside of the folder that they belong to.');
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function unreadable(file: string, error: unknown): UserError {
  return new UserError(`The standard ${file} cannot be read: ${reasonOf(error)}.`, 'Check the path and its permissions.', { cause: error });
}

/** Joins a relative path to the file that names it; undefined where it would leave an untrusted home. */
export function relativePath(home: Home, file: string, reference: string): string | undefined {
  const path = posix.join(posix.dirname(file), reference);
  const leaves = path === '..' || path.startsWith('../');
  return leaves && !home.trusted ? undefined : path;
}
