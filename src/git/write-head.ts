import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readlink, realpath, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../base/errors.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import { openRepository } from './repository.ts';
import { isSamePath } from './same-path.ts';
import { GitFailure } from './start.ts';

export interface HeadRequest {
  /** What was asked for, and the change set that was read for it. */
  readonly source: ChangeSource;
  readonly changeSet: ChangeSet;
  /** Where the files go: an empty folder, by its real path. Beside it, at the same path with `.index`, git keeps its list of them. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes all files of a change's head into a folder. Of the repository nothing is changed, not even its index, and nothing is run:
 * git does not see the settings in which a filter or a hook could be named.
 * @throws UserError where it cannot be written; the signal's reason
 */
export async function writeHead({ source, changeSet, folder, signal }: HeadRequest): Promise<void> {
  const { commit } = changeSet.head;
  if (source.kind !== 'staged' && commit === undefined) return copyFiles(changeSet, folder, signal);
  try {
    const repository = await openRepository(changeSet.root, signal, false);
    const index = `${folder}.index`;
    if (commit !== undefined) await repository.git(['read-tree', commit], { index });
    await repository.git(['--work-tree', folder, 'checkout-index', '--all', '--force'], commit === undefined ? {} : { index });
  } catch (error) {
    throw error instanceof GitFailure ? notWritten(error, changeSet) : error;
  }
}

function notWritten(failure: GitFailure, { head }: ChangeSet): UserError {
  return new UserError(
    `git could not write the files of ${head.name} into a folder: ${failure.output.trim().split('\n').at(-1) ?? ''}`,
    'Look whether the disk for temporary files is full, and whether `git status` works in the repository.',
    { cause: failure },
  );
}

/** Files that are copied at the same time. */
const AT_ONCE = 16;

async function copyFiles({ root, trees }: ChangeSet, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const paths = await trees.head.paths();
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => copyEntry(join(root, path), join(folder, path))));
  }
}

/** A link stays a link. What is gone since it was listed, and what is neither file nor link, is left out. */
async function copyEntry(from: string, to: string): Promise<void> {
  const stats = await lstat(from).catch(() => undefined);
  if (!stats || !(stats.isFile() || stats.isSymbolicLink())) return;
  await mkdir(dirname(to), { recursive: true });
  // A link that was copied before must not lead out of the folder.
  if (!isSamePath(await realpath(dirname(to)), dirname(to))) return;
  if (stats.isSymbolicLink()) await symlink(await readlink(from), to);
  else await copyFile(from, to, constants.COPYFILE_FICLONE);
}
