import type { Notice } from '../base/notice.ts';
import { parseRawDiff, type EntryChange, type RawDiff, type TreeEntry } from './raw-diff.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';

/** Renames and copies are looked for among at most this many files a side. */
const RENAME_LIMIT = 1000;

/** A submodule's own files are never looked at: git would run in it with the submodule's configuration. */
const OPTIONS = ['--raw', '-z', '--no-abbrev', '--ignore-submodules=dirty', '--no-ext-diff', '--no-textconv', `-l${RENAME_LIMIT}`];

export interface TreeChanges extends RawDiff {
  readonly notices: readonly Notice[];
}

/** What differs between two trees. */
export function changesBetween(repository: Repository, base: string, head: string): Promise<TreeChanges> {
  return withRenames(repository, ['diff-tree', '-r', ...OPTIONS], [base, head]);
}

/** What differs between a tree and the index. */
export function changesInIndex(repository: Repository, base: string): Promise<TreeChanges> {
  return withRenames(repository, ['diff-index', '--cached', ...OPTIONS], [base]);
}

/** What differs between a tree and the work tree, as far as the index knows of it: contents may still prove to be the same. */
export function changesInWorkTree(repository: Repository, base: string): Promise<TreeChanges> {
  return withRenames(repository, ['diff-index', ...OPTIONS], [base]);
}

/** To find renames git reads contents. Where some are missing or damaged, only renames without an edit are found. */
async function withRenames(repository: Repository, command: readonly string[], trees: readonly string[]): Promise<TreeChanges> {
  try {
    const diff = parseRawDiff(await repository.git([...command, '-M', ...trees, '--']));
    return { ...diff, changes: markCopies(diff.changes), notices: renameNotices(diff) };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const diff = parseRawDiff(await repository.git([...command, '-M100%', ...trees, '--']));
    return { ...diff, notices: [exactRenamesOnly(repository)] };
  }
}

/**
 * An added file with the very content that another changed file had is a copy of it. Git's own search (`-C`) would also
 * find copies that were edited, but takes files for copies that only share their boilerplate, at ten times the cost.
 */
function markCopies(changes: readonly EntryChange[]): EntryChange[] {
  const sources = new Map<string, TreeEntry>();
  for (const { base } of changes) if (base?.blob !== undefined && !isEmptyBlob(base.blob)) sources.set(base.blob, base);
  return changes.map((change) => {
    const base = change.kind === 'added' ? sources.get(change.head?.blob ?? '') : undefined;
    return base ? { ...change, kind: 'copied', base } : change;
  });
}

/** Empty files are no copies of each other. */
function isEmptyBlob(blob: string): boolean {
  return blob === EMPTY_BLOB.sha1 || blob === EMPTY_BLOB.sha256;
}

const EMPTY_BLOB = {
  sha1: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  sha256: '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
};

function exactRenamesOnly({ isPartial }: Repository): Notice {
  return {
    id: 'renames-not-searched',
    message: 'Files that were renamed and edited are shown as deleted and added: contents are missing or damaged.',
    remedy: isPartial
      ? 'Fetch the contents first: `git diff --stat BASE HEAD` with the two revisions does it.'
      : 'Check the repository with `git fsck`.',
    incomplete: false,
  };
}

function renameNotices({ changes }: RawDiff): Notice[] {
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  const [added, deleted] = [count('added'), count('deleted')];
  if (added * deleted <= RENAME_LIMIT ** 2) return [];
  return [
    {
      id: 'renames-not-searched',
      message: `Among ${added} added and ${deleted} deleted files, only renames without an edit were searched for.`,
      remedy: 'Move files in a change of its own.',
      incomplete: false,
    },
  ];
}
