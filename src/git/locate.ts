import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';

/** Where the parts of a repository are. All paths are absolute and real. */
export interface RepositoryPlace {
  /** The top folder of the work tree, or the git directory of a bare repository. */
  readonly root: string;
  /** Undefined for a bare repository. */
  readonly workTree: string | undefined;
  /** What belongs to this work tree alone: `HEAD`, the index. */
  readonly gitDirectory: string;
  /** What all work trees share: objects, refs, configuration. */
  readonly commonDirectory: string;
}

/**
 * Finds the repository that holds a folder, without starting git: git would read the repository's configuration to do so.
 * A bare repository is found only where the folder itself is one, so that one hidden in a work tree is never met by chance.
 */
export async function locateRepository(directory: string): Promise<RepositoryPlace | undefined> {
  const start = await realpath(resolve(directory)).catch(() => undefined);
  if (start === undefined) return undefined;
  if (await isGitDirectory(start)) return place(start, undefined);
  for (let folder = start; ; folder = dirname(folder)) {
    const gitDirectory = await gitDirectoryIn(folder);
    if (gitDirectory !== undefined) return place(gitDirectory, folder);
    if (dirname(folder) === folder) return undefined;
  }
}

/** The root of the repository that holds a folder. @throws UserError where there is none */
export async function findRepositoryRoot(directory: string): Promise<string> {
  const found = await locateRepository(directory);
  if (found) return found.root;
  throw notARepository(directory);
}

export function notARepository(directory: string): UserError {
  if (!existsSync(directory)) return new UserError(`There is no folder ${resolve(directory)}.`, 'Check the path.');
  return new UserError(
    `${resolve(directory)} is not in a git repository.`,
    'Name a folder of a git repository, run `git init` there, or compare two folders with `--dirs BASE HEAD`.',
  );
}

async function place(gitDirectory: string, workTree: string | undefined): Promise<RepositoryPlace> {
  const common = await readPointer(join(gitDirectory, 'commondir'), '');
  const commonDirectory = common === undefined ? gitDirectory : resolve(gitDirectory, common);
  return { root: workTree ?? gitDirectory, workTree, gitDirectory, commonDirectory };
}

/** `.git` is a folder, or in linked work trees and submodules a file that names one. */
async function gitDirectoryIn(folder: string): Promise<string | undefined> {
  const entry = join(folder, '.git');
  const found = await stat(entry).catch(() => undefined);
  if (!found) return undefined;
  if (found.isDirectory()) return (await isGitDirectory(entry)) ? entry : undefined;
  const target = found.isFile() ? await readPointer(entry, 'gitdir: ') : undefined;
  if (target === undefined) return undefined;
  return realpath(resolve(folder, target)).catch(() => undefined);
}

async function isGitDirectory(folder: string): Promise<boolean> {
  const parts = await Promise.all(['HEAD', 'objects', 'refs'].map((name) => stat(join(folder, name)).catch(() => undefined)));
  return parts[0]?.isFile() === true && parts[1]?.isDirectory() === true && parts[2]?.isDirectory() === true;
}

/** Reads a small file of git's own; a pipe in its place would be waited for, so it must be a file. */
async function readPointer(file: string, prefix: string): Promise<string | undefined> {
  if ((await stat(file).catch(() => undefined))?.isFile() !== true) return undefined;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text?.startsWith(prefix) ? text.slice(prefix.length).replace(/(?<![\r\n])[\r\n]+$/, '') : undefined;
}
