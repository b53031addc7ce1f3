import { UserError } from '../base/errors.ts';
import { checkedOutBranch } from './head-branch.ts';
import type { Repository } from './repository.ts';
import { resolveRefName } from './revisions.ts';

/** Remotes that most likely hold the branch that changes go to, best first. */
const LIKELY_REMOTES = ['upstream', 'origin'];
const LIKELY_BRANCHES = ['HEAD', 'main', 'master', 'trunk', 'develop'];

/**
 * The full name of the ref that the current branch is compared with: its upstream, or else the default branch.
 * An upstream that is only the branch's own copy on the server (`feature` follows `origin/feature`) is what was pushed
 * already, not what it will be merged into: the default branch is taken then, too.
 * @throws UserError where there is neither
 */
export async function defaultBase(repository: Repository): Promise<string> {
  const [upstream, branch, fallback] = await Promise.all([
    resolveRefName(repository, '@{upstream}'),
    checkedOutBranch(repository),
    defaultBranch(repository),
  ]);
  const isOwn = upstream !== undefined && isOwnCopy(upstream, branch);
  if (fallback === undefined && isOwn && repository.isShallow) throw onlyItself(upstream);
  if (upstream !== undefined && (fallback === undefined || !isOwn)) return upstream;
  if (fallback !== undefined) return fallback;
  throw new UserError('There is no upstream and no default branch to compare with.', 'Name one: `--base REVISION`.');
}

/** A job of a pipeline often clones nothing but the last commit of one branch: to find nothing there would be no review. */
function onlyItself(upstream: string): UserError {
  const [, remote = 'origin', branch = ''] = /^refs\/remotes\/([^/]+)\/(.+)$/.exec(upstream) ?? [];
  return new UserError(
    `This shallow clone knows no branch but ${branch}: it cannot be told where that began.`,
    `Fetch the branch that it goes to (\`git fetch ${remote} BRANCH\`) and name it: \`--base FETCH_HEAD\`. To review what is not committed: \`--working-tree\`.`,
  );
}

/**
 * The full name of the ref that the next push adds to: the push target, or for a branch that was never pushed the
 * default branch of the server.
 * @throws UserError where there is no server
 */
export async function pushTarget(repository: Repository): Promise<string> {
  const target = (await resolveRefName(repository, '@{push}')) ?? (await resolveRefName(repository, '@{upstream}'));
  const fallback = target ?? (await defaultBranch(repository, ['refs/remotes']));
  if (fallback !== undefined) return fallback;
  throw new UserError(
    'Nothing is known of a server to push to.',
    'Fetch from it first (`git fetch`), or name what to compare with: `--base REVISION`.',
  );
}

function isOwnCopy(upstream: string, branch: string | undefined): boolean {
  return (
    branch?.startsWith('refs/heads/') === true && upstream.replace(/^refs\/remotes\/[^/]+\//, '') === branch.slice('refs/heads/'.length)
  );
}

/** Refs under `within`, best first: what the server says is its default, then names that are commonly used for it. */
async function defaultBranch(repository: Repository, within = ['refs/remotes', 'refs/heads']): Promise<string | undefined> {
  const output = await repository.git(['for-each-ref', '--format=%(refname) %(symref)', ...within.flatMap(patterns)]);
  const refs = new Map(
    output
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => {
        const [name = '', target = ''] = line.split(' ');
        return [name, target || name];
      }),
  );
  const best = [...refs.keys()].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))[0];
  return best === undefined ? undefined : refs.get(best);
}

function patterns(within: string): string[] {
  const folder = within === 'refs/remotes' ? 'refs/remotes/*' : within;
  return LIKELY_BRANCHES.map((branch) => `${folder}/${branch}`);
}

function rank(ref: string): number {
  const parts = ref.split('/');
  const remote = parts[1] === 'remotes' ? LIKELY_REMOTES.indexOf(parts[2] ?? '') : -1;
  const place = parts[1] === 'heads' ? LIKELY_REMOTES.length + 1 : remote === -1 ? LIKELY_REMOTES.length : remote;
  return place * LIKELY_BRANCHES.length + LIKELY_BRANCHES.indexOf(parts.at(-1) ?? '');
}
