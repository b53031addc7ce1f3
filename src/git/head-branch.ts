import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './repository.ts';
import { resolveRefName } from './revisions.ts';

/** The full name of the branch that is checked out; undefined where HEAD is detached. */
export async function checkedOutBranch(repository: Repository): Promise<string | undefined> {
  const head = await readFile(join(repository.gitDirectory, 'HEAD'), 'utf8').catch(() => '');
  const name = /^ref: (refs\/heads\/[^\n]+)/.exec(head)?.[1];
  // Where refs are not files, HEAD holds a name that no branch can have (git-config, `extensions.refStorage`).
  if (name !== undefined && name !== 'refs/heads/.invalid') return name;
  return /^[0-9a-f]{40,}\s*$/.test(head) ? undefined : namedByGit(repository);
}

async function namedByGit(repository: Repository): Promise<string | undefined> {
  const name = await resolveRefName(repository, 'HEAD');
  return name?.startsWith('refs/heads/') === true ? name : undefined;
}

/** The commit that is checked out now, which may be another one than when the repository was opened; undefined where there is none. */
export async function checkedOutCommit(repository: Repository): Promise<string | undefined> {
  const head = await readFile(join(repository.gitDirectory, 'HEAD'), 'utf8').catch(() => '');
  if (/^[0-9a-f]{40,}\s*$/.test(head)) return head.trim();
  const branch = (await checkedOutBranch(repository)) ?? 'HEAD';
  const commit = await repository.git(['rev-parse', '--verify', '--quiet', '--end-of-options', branch]).catch(() => '');
  return commit.trim() || undefined;
}

/** `main` for `refs/heads/main`, `origin/main` for `refs/remotes/origin/main`. */
export function shortRefName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes)\//, '');
}
