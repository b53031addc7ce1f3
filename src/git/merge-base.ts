import { UserError } from '../base/errors.ts';
import type { Notice } from '../base/notice.ts';
import type { Repository } from './repository.ts';

export interface MergeBase {
  readonly commit: string;
  readonly notices: readonly Notice[];
}

/**
 * Where the histories of two commits met last. After merges in both directions there may be several such commits: the
 * newest is taken, and a notice says so.
 * @throws UserError where they have none in common
 */
export async function findMergeBase(
  repository: Repository,
  base: string,
  head: string,
  names: { base: string; head: string },
): Promise<MergeBase> {
  const output = await repository.git(['merge-base', '--all', base, head]);
  const found = output.split('\n').filter(Boolean).sort();
  const [only] = found;
  if (only === undefined) throw noMergeBase(repository, names);
  if (found.length === 1) return { commit: only, notices: [] };
  const newest = (await repository.git(['rev-list', '--no-walk=sorted', ...found])).split('\n')[0] ?? only;
  return { commit: newest, notices: [severalBases(newest, found.length, names)] };
}

function severalBases(commit: string, count: number, names: { base: string; head: string }): Notice {
  return {
    id: 'several-merge-bases',
    message: `${names.base} and ${names.head} were merged both ways and have ${count} merge bases; the newest, ${commit.slice(0, 12)}, is compared with.`,
    remedy: `Merge ${names.base} into ${names.head} once more to have one merge base.`,
    incomplete: false,
  };
}

function noMergeBase(repository: Repository, { base, head }: { base: string; head: string }): UserError {
  if (repository.isShallow) {
    return new UserError(
      `The merge base of ${base} and ${head} is not in this shallow clone.`,
      'Fetch more history: `git fetch --deepen=200`, or all of it: `git fetch --unshallow`. In a CI job, set the checkout to fetch the full history.',
    );
  }
  return new UserError(
    `${base} and ${head} have no commit in common.`,
    'Name a base that the change was made from. To review everything, name the empty tree: `4b825dc642cb6eb9a060e54bf8d69288fbee4904..HEAD`.',
  );
}
