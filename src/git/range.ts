import type { Commit, Revision } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import type { Notice } from '../base/notice.ts';
import { readCommits } from './commits.ts';
import { defaultBase, pushTarget } from './default-base.ts';
import { emptyTree } from './empty-tree.ts';
import { checkedOutBranch, shortRefName } from './head-branch.ts';
import { findMergeBase } from './merge-base.ts';
import type { Repository } from './repository.ts';
import { requireCommit, resolveCommit, resolveTree, unknownRevision } from './revisions.ts';

export type CommittedSource = Extract<ChangeSource, { kind: 'branch' | 'range' | 'outgoing' | 'whole-tree' }>;

/** Two trees in the history, and the commits that lead from one to the other. */
export interface Range {
  readonly base: Revision & { readonly tree: string };
  readonly head: Revision & { readonly tree: string };
  readonly commits: readonly Commit[];
  readonly notices: readonly Notice[];
}

/** @throws UserError where a revision is unknown, or the two have no merge base */
export async function resolveRange(repository: Repository, source: CommittedSource): Promise<Range> {
  const asked = await askedFor(repository, source);
  const [head, base] = await Promise.all([requireCommit(repository, asked.head), resolveCommit(repository, asked.base)]);
  if (base === undefined) return fromTree(repository, asked, head);
  const [mergeBase, commits] = await Promise.all([findMergeBase(repository, base, head, asked), readCommits(repository, base, head)]);
  return {
    base: { name: asked.base, commit: mergeBase.commit, tree: mergeBase.commit },
    head: { name: asked.headName ?? asked.head, commit: head, tree: head },
    commits,
    notices: mergeBase.notices,
  };
}

/** The base may be a tree without history, such as the empty one: then the whole of the head is the change. */
async function fromTree(repository: Repository, asked: Asked, head: string): Promise<Range> {
  const tree = await resolveTree(repository, asked.base);
  if (tree === undefined) throw await unknownRevision(repository, asked.base);
  return {
    base: { name: asked.baseName ?? asked.base, tree },
    head: { name: asked.headName ?? asked.head, commit: head, tree: head },
    commits: [],
    notices: [],
  };
}

interface Asked {
  readonly base: string;
  readonly head: string;
  /** What the base is called, where that is not how git calls it. */
  readonly baseName?: string;
  /** The same of the head. */
  readonly headName?: string;
}

async function askedFor(repository: Repository, source: CommittedSource): Promise<Asked> {
  switch (source.kind) {
    case 'branch': {
      const head = source.head === undefined ? await checkedOut(repository) : { head: source.head };
      return { ...head, base: source.base ?? (await baseOf(repository, defaultBase)) };
    }
    case 'outgoing':
      return { ...(await checkedOut(repository)), base: await baseOf(repository, pushTarget) };
    case 'whole-tree':
      return {
        ...(source.head === undefined ? await checkedOut(repository) : { head: source.head }),
        base: emptyTree[repository.objectFormat],
        baseName: 'nothing',
      };
    case 'range':
      return (await singleCommit(repository, source.range)) ?? splitRange(source.range);
  }
}

/** Without a commit there is nothing to compare, and that is the better thing to say than that there is no base. */
async function baseOf(repository: Repository, find: (repository: Repository) => Promise<string>): Promise<string> {
  await requireCommit(repository, 'HEAD');
  return shortRefName(await find(repository));
}

/** What is checked out, called by its branch where it is one. */
async function checkedOut(repository: Repository): Promise<Pick<Asked, 'head' | 'headName'>> {
  const branch = await checkedOutBranch(repository);
  return { head: 'HEAD', ...(branch !== undefined && { headName: shortRefName(branch) }) };
}

/** `A^!` and `A^-` are the commit A alone, `A^-2` what it has that its second parent has not. The first commit of all adds everything. */
async function singleCommit(repository: Repository, range: string): Promise<Asked | undefined> {
  const [, commit, parent] = (range.includes('..') ? undefined : /^(.+)\^(?:!|-(\d*))$/s.exec(range)) ?? [];
  if (commit === undefined) return undefined;
  await requireCommit(repository, commit);
  const known = await resolveCommit(repository, `${commit}^1`);
  if (known === undefined && !repository.isShallow) return { base: emptyTree[repository.objectFormat], baseName: 'nothing', head: commit };
  return { base: `${commit}^${parent === undefined || parent === '' ? '1' : parent}`, head: commit };
}

/** `A..B` and `A...B` name both ends, each HEAD where it is left out; `A` alone is up to HEAD. */
function splitRange(range: string): Asked {
  const [, base = range, head = ''] = /^(.*?)\.{2,3}(.*)/s.exec(range) ?? [];
  return { base: base || 'HEAD', head: head || 'HEAD' };
}
