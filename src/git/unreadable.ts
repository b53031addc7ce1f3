import { UserError } from '../base/errors.ts';
import { locateRepository } from './locate.ts';
import { readSettings } from './settings.ts';
import { ownFolder } from './isolation.ts';
import { GitFailure } from './start.ts';

/** Reads of a repository. @throws UserError with what to do where git could not; all else as it is */
export async function tellingWhy<T>(root: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof GitFailure ? await unreadable(error, root) : error;
  }
}

/** What git says of a repository, and what helps. The first that fits counts. */
const CURES: readonly (readonly [said: RegExp, cure: string])[] = [
  [/bad (?:\w+ )?config/, 'Correct that line of the configuration.'],
  [
    /index file|bad index|\.git\/index/,
    'Remove the file `index` of the git directory and run `git reset`: it is built anew, and no file is touched.',
  ],
  [
    /not a git repository/,
    'Name the branch that is checked out: write `ref: refs/heads/BRANCH` into the file `HEAD` of the git directory.',
  ],
];

const FROM_THE_SERVER =
  'Check it with `git fsck --full`. Objects that are missing or damaged come back from the server with `git fetch --refetch`.';

async function unreadable(failure: GitFailure, root: string): Promise<UserError> {
  const reason = failure.output.trim().split('\n').at(-1) ?? '';
  const cure = CURES.find(([said]) => said.test(reason))?.[1] ?? ((await isPartial(root)) ? fetchTrees(root) : FROM_THE_SERVER);
  // What git calls its directory is the stand-in of this program.
  const said = reason.startsWith('fatal: not a git repository') ? 'its HEAD names no branch and no commit' : reason;
  return new UserError(`git could not read the repository ${root}: ${said}`, cure, { cause: failure });
}

async function isPartial(root: string): Promise<boolean> {
  const place = await locateRepository(root);
  if (!place) return false;
  return readSettings(ownFolder(), place.commonDirectory, false).then(
    (settings) => settings.isPartial,
    () => false,
  );
}

/** A clone without trees lacks what a review lists first. */
function fetchTrees(root: string): string {
  return `This is a partial clone, and nothing is fetched during a review. Fetch what is missing first: \`git -C ${root} diff --stat BASE HEAD\` with the two revisions does it.`;
}
