import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { UserError } from '../base/errors.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';

/** The commit that a revision names, or undefined where it names none. */
export async function resolveCommit(repository: Repository, revision: string): Promise<string | undefined> {
  return objectId(repository, `${revision}^{commit}`);
}

/**
 * The commit that is checked out; undefined where there is none yet.
 * @throws UserError where HEAD names one that is not there: to take everything for new would be wrong
 */
export async function resolveHead(repository: Repository): Promise<string | undefined> {
  const commit = await resolveCommit(repository, 'HEAD');
  if (commit !== undefined || !(await namesSomething(repository))) return commit;
  throw new UserError(
    `HEAD of ${repository.root} names no commit that is there: a ref or an object is damaged.`,
    'See `git reflog` and `git fsck --full`; `git reset BRANCH_OR_COMMIT` sets it right, and touches no file.',
  );
}

/** Whether the branch of HEAD has been written, whatever is in it. */
async function namesSomething({ git, gitDirectory, commonDirectory }: Repository): Promise<boolean> {
  const head = await readFile(join(gitDirectory, 'HEAD'), 'utf8');
  const branch = /^ref: (refs\/\S+)/.exec(head)?.[1];
  if (branch === undefined) return true;
  if (existsSync(join(commonDirectory, branch))) return true;
  return (await git(['rev-parse', '--verify', '--quiet', 'HEAD'])) !== '';
}

/** The tree that a revision names: also one that no commit has, such as the empty tree. */
export async function resolveTree(repository: Repository, revision: string): Promise<string | undefined> {
  return objectId(repository, `${revision}^{tree}`);
}

/** The full name of the ref that an expression such as `@{upstream}` stands for. */
export async function resolveRefName(repository: Repository, expression: string): Promise<string | undefined> {
  try {
    const output = await repository.git(['rev-parse', '--verify', '--quiet', '--symbolic-full-name', '--end-of-options', expression]);
    return output.trim() || undefined;
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** A name is handed over on standard input, where nothing is an option. */
async function objectId(repository: Repository, name: string): Promise<string | undefined> {
  if (/[\0\n]/.test(name)) return undefined;
  let id: string | undefined;
  await repository.known.ask([name], (object) => (id = object?.id));
  return id;
}

/** @throws UserError with the names that are most like it */
export async function requireCommit(repository: Repository, revision: string): Promise<string> {
  const commit = await resolveCommit(repository, revision);
  if (commit !== undefined) return commit;
  throw await unknownRevision(repository, revision);
}

export async function unknownRevision(repository: Repository, revision: string): Promise<UserError> {
  if ((await resolveCommit(repository, 'HEAD')) === undefined && /^(?:HEAD|@)?$/.test(revision)) {
    return new UserError('The repository has no commit yet.', 'Review the working tree instead (`--working-tree`), or commit first.');
  }
  const names = await refNames(repository);
  const near = nearest(names, revision);
  const meant = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'See `git branch --all` and `git tag` for the names there are.';
  const rest = repository.isShallow
    ? ' This clone is shallow: fetch more history with `git fetch --deepen=200`, or a branch with `git fetch origin BRANCH`.'
    : '';
  return new UserError(`There is no revision "${shown(revision)}" in ${repository.root}.`, meant + rest);
}

async function refNames(repository: Repository): Promise<string[]> {
  const output = await repository.git([
    'for-each-ref',
    '--count=5000',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ]);
  return output.split('\n').filter(Boolean);
}

function nearest(names: readonly string[], revision: string): string[] {
  if (names.length === 0) return [];
  const best = closest(revision, names);
  const ends = names.filter((name) => name !== best && name.endsWith(`/${revision}`));
  const isNear = distance(revision, best) <= Math.max(2, revision.length / 2);
  return [...(isNear ? [best] : []), ...ends].slice(0, 3);
}

/** A revision as it is put into a message: the person's own words, kept short. */
function shown(revision: string): string {
  return revision.length > 100 ? `${revision.slice(0, 100)}…` : revision;
}
