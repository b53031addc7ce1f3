import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { networkEnvironment } from './environment.ts';
import { GitFailure, runGit } from './start.ts';
import type { GitPlace } from './start.ts';

/** Milliseconds for the whole of a fetch. */
const timeLimit = 60_000;

/**
 * Fetches the files of one pinned revision, without history, into an empty folder. Nothing of what is fetched is run.
 * @param url https, ssh or file
 * @param revision a tag or a full commit id; never a branch, which would be something else tomorrow
 * @throws UserError where it cannot be had
 */
export async function cloneRevision(url: string, revision: string, folder: string, signal?: AbortSignal): Promise<void> {
  const place: GitPlace = { directory: folder, environment: networkEnvironment() };
  const git = (...args: string[]): Promise<string> => runGit(place, args, { signal, timeLimit });
  const isCommit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision);
  try {
    await git('init', '--quiet', '--template=', '.');
    await git('fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--end-of-options', url, isCommit ? revision : `refs/tags/${revision}`);
    await git('-c', 'core.hooksPath=/dev/null', '-c', 'core.symlinks=false', 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  } catch (error) {
    throw error instanceof GitFailure ? notToBeHad(url, revision, error) : error;
  }
  await rm(join(folder, '.git'), { recursive: true, force: true });
}

function notToBeHad(url: string, revision: string, failure: GitFailure): UserError {
  if (/couldn't find remote ref|not our ref/.test(failure.output))
    return new UserError(`${url} has no tag and no commit "${revision}".`, 'Name a tag or a full commit id; a branch is not pinned and is not taken.', { cause: failure });
  const reason = failure.output.trim().split('\n').at(-1) ?? '';
  return new UserError(`${url} could not be fetched: ${reason}`, 'Check the address, the network and that `git fetch` from there needs no password.', { cause: failure });
}
