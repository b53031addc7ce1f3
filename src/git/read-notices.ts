import type { FileChange, Snapshot, Unread } from '../change/change-set.ts';
import type { Notice } from '../base/notice.ts';
import { escapedName, isUndecodable } from './names.ts';
import type { ReadBudget } from './read-limits.ts';

/** From this many files on, one notice speaks for all that were not read for the same reason: earlier where nothing is to be done about it. */
const NAMED_ONE_BY_ONE = { incomplete: 10, complete: 4 };

type Reason = Exclude<Unread, 'symlink' | 'submodule'>;

interface Wording {
  /** Follows the names of the files. */
  readonly message: string;
  readonly remedy: string;
  readonly incomplete: boolean;
}

/** What people are told of files that were not read. */
export function unreadNotices(files: readonly FileChange[], budget: ReadBudget, fetchCommand: string): Notice[] {
  const paths = new Map<Reason, Set<string>>();
  for (const { base, head } of files) {
    for (const each of [base, head]) if (each) note(paths, each);
  }
  return [...unreadIn(paths, budget, fetchCommand), ...files.filter(hasWrongName).map(({ path }) => wrongName(escapedName(path)))];
}

function unreadIn(paths: ReadonlyMap<Reason, ReadonlySet<string>>, budget: ReadBudget, fetchCommand: string): Notice[] {
  return [...paths]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([reason, found]) => noticesFor(reason, [...found].sort(), wording(reason, budget, fetchCommand)));
}

/** Read all the same, as git knows what is in it by another name than the file's. */
function hasWrongName({ path, head }: FileChange): boolean {
  return isUndecodable(path) && head !== undefined && head.unread === undefined;
}

function wrongName(path: string): Notice {
  return {
    id: 'name-not-utf8',
    message: `${path} has a name that is not UTF-8: it was reviewed, but no report and no fix can name the file.`,
    remedy: 'Give it another name.',
    path,
    incomplete: false,
  };
}

function note(paths: Map<Reason, Set<string>>, { path, unread }: Snapshot): void {
  if (unread === undefined || unread === 'symlink' || unread === 'submodule') return;
  const known = paths.get(unread) ?? new Set();
  paths.set(unread, known.add(path));
}

function noticesFor(reason: Reason, paths: readonly string[], { message, remedy, incomplete }: Wording): Notice[] {
  const id = `file-${reason}`;
  if (paths.length < NAMED_ONE_BY_ONE[incomplete ? 'incomplete' : 'complete'])
    return paths.map((path) => ({ id, message: `${escapedName(path)} ${message}`, remedy, path: escapedName(path), incomplete }));
  const some = paths.slice(0, 3).map(escapedName).join(', ');
  return [{ id, message: `${paths.length} files (${some}, …): each ${message}`, remedy, incomplete }];
}

function wording(reason: Reason, budget: ReadBudget, fetchCommand: string): Wording {
  switch (reason) {
    case 'binary':
      return {
        message: 'is binary and was not looked into.',
        remedy: 'Nothing to do; say in the description what it changes.',
        incomplete: false,
      };
    case 'lfs-pointer':
      return {
        message: 'is kept in Git LFS: its content was not looked into.',
        remedy: 'Nothing to do; keep text that should be reviewed out of Git LFS.',
        incomplete: false,
      };
    case 'too-large':
      return {
        message: tooLarge(budget),
        remedy: 'Review a smaller range, or keep generated files out of the repository.',
        incomplete: true,
      };
    case 'missing':
      return {
        message: 'is not in this partial clone, and nothing is fetched during a review.',
        remedy: `Fetch it first: \`${fetchCommand}\`.`,
        incomplete: true,
      };
    case 'undecodable-name':
      return {
        message: 'was not looked into: its name is not UTF-8.',
        remedy: 'Give it another name, or review what is committed, where the name does not matter.',
        incomplete: true,
      };
    case 'unreadable':
      return {
        message: 'could not be read: it is damaged, changes all the time or may not be read.',
        remedy: 'Look at its permissions, and check the repository with `git fsck`.',
        incomplete: true,
      };
  }
}

function tooLarge({ limits, refused }: ReadBudget): string {
  const file = `${(limits.fileBytes / 1_000_000).toLocaleString('en')} MB a file`;
  if (refused === 0) return `was not read: it is larger than ${file}.`;
  return `was not read: the limits are ${file}, ${limits.files.toLocaleString('en')} files and ${(limits.totalBytes / 1_000_000).toLocaleString('en')} MB in all.`;
}
