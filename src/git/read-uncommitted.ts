import { UserError } from '../base/errors.ts';
import type { Notice } from '../base/notice.ts';
import type { ChangeSet, FileChange, Revision } from '../change/change-set.ts';
import { readBlobs } from './blobs.ts';
import { commitTree, indexTree } from './blob-tree.ts';
import { emptyTree } from './empty-tree.ts';
import { byCodeUnits, fileChange, isContentless, snapshot } from './entries.ts';
import { joinRenames } from './joined-renames.ts';
import { folderReader } from './folder-files.ts';
import { commitHistory } from './history.ts';
import type { EntryChange, TreeEntry } from './raw-diff.ts';
import type { ReadOptions } from './read-options.ts';
import { ReadBudget } from './read-limits.ts';
import { unreadNotices } from './read-notices.ts';
import { readBlobChanges, reportReading } from './read-range.ts';
import type { Repository } from './repository.ts';
import { resolveHead } from './revisions.ts';
import { changesInIndex, changesInWorkTree } from './tree-changes.ts';
import { withSubmoduleCommits } from './submodules.ts';
import { listWorkTree, readWorkTreeFiles, workTree } from './work-tree.ts';
import { fileSha256, type WorkingFile } from './working-files.ts';

/** Reads what the index changes against HEAD. */
export async function readStaged(repository: Repository, options: ReadOptions): Promise<ChangeSet> {
  const root = requireWorkTree(repository);
  const base = await headRevision(repository);
  const { changes, unmerged, notices } = await changesInIndex(repository, base.tree);
  const budget = new ReadBudget(options.limits);
  const files = await readBlobChanges(repository, changes, budget);
  return {
    root: repository.root,
    base: base.revision,
    head: { name: 'staged' },
    files,
    commits: [],
    notices: [...notices, ...unmergedNotices(unmerged, true), ...unreadNotices(files, budget, fetchCommand(repository, '--cached'))],
    trees: { base: commitTree(repository, base.tree, options.limits ?? {}), head: indexTree(repository, options.limits ?? {}) },
    ...historyOf(repository, base.revision),
    folder: folderReader(root, options.signal),
  };
}

/** Reads what the work tree changes against HEAD, files that git does not know yet included. */
export async function readWorkingTree(repository: Repository, options: ReadOptions): Promise<ChangeSet> {
  const root = requireWorkTree(repository);
  const base = await headRevision(repository);
  const [tracked, listing] = await Promise.all([changesInWorkTree(repository, base.tree), listWorkTree(repository)]);
  const added = listing.untracked.map((path): EntryChange => ({ kind: 'added', head: { path, mode: 'file', blob: undefined } }));
  const changes = [...(await withSubmoduleCommits(root, tracked.changes, options.signal)), ...added];
  reportReading(options, changes.length);
  const budget = new ReadBudget(options.limits);
  const files = await readWorkTreeChanges(repository, root, changes, budget);
  return {
    root,
    base: base.revision,
    head: { name: 'working tree' },
    files,
    commits: [],
    notices: [
      ...tracked.notices,
      ...unmergedNotices(listing.unmerged, false),
      ...listing.nested.map(nestedRepository),
      ...unreadNotices(files, budget, fetchCommand(repository, 'HEAD')),
    ],
    trees: {
      base: commitTree(repository, base.tree, options.limits ?? {}),
      head: workTree(repository, root, listing, options.limits ?? {}),
    },
    ...historyOf(repository, base.revision),
    folder: folderReader(root, options.signal),
  };
}

async function readWorkTreeChanges(
  repository: Repository,
  root: string,
  changes: readonly EntryChange[],
  budget: ReadBudget,
): Promise<FileChange[]> {
  const entries = changes.flatMap(({ base, head }) => [base, head]).filter((entry) => entry !== undefined && !isContentless(entry));
  const blobs = await readBlobs(
    repository,
    entries.flatMap((entry) => entry?.blob ?? []),
    budget,
  );
  const paths = changes.flatMap(({ head }) => (head && head.blob === undefined ? [head.path] : [])).sort(byCodeUnits);
  const working = await readWorkTreeFiles(repository, root, paths, budget);
  const unchanged = await sameInLfs(root, changes, blobs, working);
  const files = changes.flatMap((change) => (unchanged.has(change) ? [] : workTreeChange(repository, change, blobs, working)));
  return joinRenames(files.sort((one, other) => byCodeUnits(one.path, other.path)));
}

/** Changes of files in Git LFS that only seem to be some: the file is what its pointer stands for. Git tells them by a filter, which is not run here. */
async function sameInLfs(
  root: string,
  changes: readonly EntryChange[],
  blobs: Awaited<ReturnType<typeof readBlobs>>,
  working: ReadonlyMap<string, WorkingFile>,
): Promise<ReadonlySet<EntryChange>> {
  const same = new Set<EntryChange>();
  for (const change of changes) {
    const lfsId = blobs.get(change.base?.blob ?? '')?.lfsId;
    const file = working.get(change.head?.path ?? '');
    if (lfsId === undefined || !file || change.kind !== 'modified' || change.head?.mode !== change.base?.mode) continue;
    if ((await fileSha256(root, change.head?.path ?? '')) === lfsId) same.add(change);
  }
  return same;
}

/** One change with its contents, or none where the contents prove to be the same, or the file is gone again. */
function workTreeChange(
  repository: Repository,
  change: EntryChange,
  blobs: Awaited<ReturnType<typeof readBlobs>>,
  working: ReadonlyMap<string, WorkingFile>,
): FileChange[] {
  const ofBlob = (entry: TreeEntry): ReturnType<typeof snapshot> => snapshot(entry, blobs.get(entry.blob ?? ''), repository.objectFormat);
  const base = change.base && ofBlob(change.base);
  if (!change.head) return [fileChange(change, base, undefined)];
  if (change.head.blob !== undefined) return [fileChange(change, base, ofBlob(change.head))];
  const file = working.get(change.head.path);
  if (!file) return base && change.kind !== 'copied' ? [fileChange({ kind: 'deleted', base }, base, undefined)] : [];
  const mode = change.kind === 'added' ? file.mode : change.head.mode;
  const head = snapshot({ path: change.head.path, mode, blob: file.blob }, file.content, repository.objectFormat);
  if (base?.path === head.path && base.blob === head.blob && base.mode === head.mode) return [];
  const kind = change.kind === 'modified' && base?.blob === head.blob ? 'mode-changed' : change.kind;
  return [fileChange({ ...change, kind }, base, head)];
}

function requireWorkTree({ workTree, root }: Repository): string {
  if (workTree !== undefined) return workTree;
  throw new UserError(
    `${root} is a bare repository: it has no working tree and no index.`,
    'Review a range of commits instead, e.g. `--base REV --head REV`.',
  );
}

async function headRevision(repository: Repository): Promise<{ revision: Revision; tree: string }> {
  const commit = await resolveHead(repository);
  if (commit === undefined) return { revision: { name: 'empty tree' }, tree: emptyTree[repository.objectFormat] };
  return { revision: { name: 'HEAD', commit }, tree: commit };
}

function historyOf(repository: Repository, { commit }: Revision): Pick<ChangeSet, 'history'> {
  return commit === undefined ? {} : { history: commitHistory(repository, commit) };
}

function unmergedNotices(paths: readonly string[], incomplete: boolean): Notice[] {
  return paths.map((path) => ({
    id: 'unmerged',
    message: `${path} has a merge conflict that is not resolved.`,
    remedy: 'Resolve it and `git add` the file.',
    path,
    incomplete,
  }));
}

function nestedRepository(path: string): Notice {
  return {
    id: 'nested-repository',
    message: `${path} is a repository of its own and was not looked into.`,
    remedy: 'Review it by itself, or ignore it in `.gitignore`.',
    path,
    incomplete: false,
  };
}

function fetchCommand({ root }: Repository, what: string): string {
  return `git -C ${root} diff --stat ${what}`;
}
