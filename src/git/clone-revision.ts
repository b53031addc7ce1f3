import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { bareEnvironment, networkEnvironment } from './environment.ts';
import { ownFolder } from './isolation.ts';
import { GitFailure, runGit, type GitRun } from './start.ts';

/** Milliseconds for the whole of a fetch. */
const TIME_LIMIT = 60_000;

/** What is a way to a server or a folder; `ext::` and the like would start a program. */
const ADDRESS = /^(?:(?:https|ssh|file):\/\/[^-]|\/|[\w.][\w.-]*@[\w.][\w.-]*:[^-])/;

/** Neither the person's hooks nor housekeeping run. */
const QUIET = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];

/**
 * Fetches the files of one pinned revision, without history, into an empty folder. Nothing of what is fetched is run:
 * it is checked out without the person's settings, which may name filters, and symbolic links become plain files.
 * @param url https, ssh or file
 * @param revision a tag or a full commit id; never a branch, which would be something else tomorrow
 * @throws UserError where it cannot be had
 */
export async function cloneRevision(url: string, revision: string, folder: string, signal?: AbortSignal): Promise<void> {
  if (!ADDRESS.test(url))
    throw new UserError(`"${url}" is no address to fetch from.`, 'Write an `https://`, `ssh://` or `file://` address.');
  const run: GitRun = { signal, timeLimit: TIME_LIMIT };
  const isCommit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision);
  const wanted = isCommit ? revision : `refs/tags/${revision}`;
  const network = { directory: folder, environment: networkEnvironment() };
  const local = { directory: folder, environment: bareEnvironment(ownFolder()) };
  try {
    await runGit(local, [...QUIET, 'init', '--quiet', '--template=', '.'], run);
    await runGit(
      network,
      [...QUIET, 'fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--end-of-options', url, wanted],
      run,
    );
    await runGit(local, [...QUIET, '-c', 'core.symlinks=false', 'checkout', '--quiet', '--detach', 'FETCH_HEAD'], run);
  } catch (error) {
    throw error instanceof GitFailure ? notToBeHad(url, revision, error) : error;
  }
  await rm(join(folder, '.git'), { recursive: true, force: true });
}

function notToBeHad(url: string, revision: string, failure: GitFailure): UserError {
  if (/couldn't find remote ref|not our ref/.test(failure.output))
    return new UserError(
      `${url} has no tag and no commit "${revision}".`,
      'Name a tag or a full commit id; a branch is not pinned and is not taken.',
      { cause: failure },
    );
  const reason = failure.output.trim().split('\n').at(-1) ?? '';
  return new UserError(
    `${url} could not be fetched: ${reason}`,
    'Check the address, the network and that `git fetch` from there needs no password.',
    { cause: failure },
  );
}
