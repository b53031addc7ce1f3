import type { ChangeSet, FileChange, FolderReader } from '../change/change-set.ts';
import { readBlobs } from './blobs.ts';
import { commitTrees } from './blob-tree.ts';
import { byCodeUnits, fileChange, isContentless, snapshot } from './entries.ts';
import { folderReader } from './folder-files.ts';
import { checkedOutCommit } from './head-branch.ts';
import { commitHistory } from './history.ts';
import { resolveRange, type CommittedSource } from './range.ts';
import type { EntryChange, TreeEntry } from './raw-diff.ts';
import type { ReadOptions } from './read-options.ts';
import { ReadBudget } from './read-limits.ts';
import { unreadNotices } from './read-notices.ts';
import type { Repository } from './repository.ts';
import { changesBetween } from './tree-changes.ts';

/** Reads what changed between two commits. */
export async function readRange(repository: Repository, source: CommittedSource, options: ReadOptions): Promise<ChangeSet> {
  const { base, head, commits, notices } = await resolveRange(repository, source);
  const changes = await changesBetween(repository, base.tree, head.tree);
  reportReading(options, changes.changes.length);
  const budget = new ReadBudget(options.limits);
  const files = await readBlobChanges(repository, changes.changes, budget);
  const fetchCommand = `git -C ${repository.root} diff --stat ${base.tree} ${head.tree}`;
  return {
    root: repository.root,
    base: { name: base.name, ...(base.commit !== undefined && { commit: base.commit }) },
    head: { name: head.name, ...(head.commit !== undefined && { commit: head.commit }) },
    files,
    commits,
    notices: [...notices, ...changes.notices, ...unreadNotices(files, budget, fetchCommand)],
    trees: commitTrees(repository, { base: base.tree, head: head.tree }, changes.changes, options.limits ?? {}),
    ...(base.commit !== undefined && { history: commitHistory(repository, base.commit) }),
    ...(repository.workTree !== undefined && { folder: workTreeFolder(repository, repository.workTree, head.commit) }),
  };
}

/** The work tree, which is of head whenever that is checked out. */
function workTreeFolder(repository: Repository, workTree: string, head: string | undefined): FolderReader {
  return folderReader(workTree, repository.signal, async () => head !== undefined && (await checkedOutCommit(repository)) === head);
}

/** Says what takes the time: the number of files is known now, and they are read together. */
export function reportReading({ progress }: ReadOptions, files: number): void {
  progress?.({ step: `Reading ${files.toLocaleString('en')} changed files`, done: 0, total: 0 });
}

/** Reads both sides of changes whose contents git has. */
export async function readBlobChanges(repository: Repository, changes: readonly EntryChange[], budget: ReadBudget): Promise<FileChange[]> {
  const sorted = changes.toSorted((one, other) => byCodeUnits(pathOf(one), pathOf(other)));
  const entries = sorted.flatMap(({ base, head }) => [base, head]).filter((entry) => entry !== undefined && !isContentless(entry));
  const contents = await readBlobs(
    repository,
    entries.flatMap((entry) => entry?.blob ?? []),
    budget,
  );
  const read = (entry: TreeEntry | undefined): ReturnType<typeof snapshot> | undefined =>
    entry && snapshot(entry, contents.get(entry.blob ?? ''), repository.objectFormat);
  return sorted.map((change) => fileChange(change, read(change.base), read(change.head)));
}

function pathOf({ base, head }: EntryChange): string {
  return head?.path ?? base?.path ?? '';
}
