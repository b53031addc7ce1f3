import type { Notice } from '../base/notice.ts';

/** The two trees of a review: `base` is always the merge base, never the tip of the base branch. */
export type Side = 'base' | 'head';

/** Why a file's text was not read. Each but `symlink` and `submodule` comes with a notice. */
export type Unread = 'binary' | 'lfs-pointer' | 'too-large' | 'symlink' | 'submodule' | 'missing' | 'unreadable' | 'undecodable-name';

/** One file at one side. */
export interface Snapshot {
  /** Relative to the repository root, forward slashes. */
  readonly path: string;
  /** The git blob id of the content, also for a file that git does not know yet. */
  readonly blob: string;
  readonly mode: 'file' | 'executable' | 'symlink' | 'submodule';
  /** Bytes. */
  readonly size: number;
  /** The decoded text without its byte order mark, line ends as they are; undefined when `unread` says why. */
  readonly text: string | undefined;
  readonly unread?: Unread;
  /** `utf-8` unless said otherwise, e.g. `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
}

/** Whole lines that were replaced: `baseCount` lines from `baseLine` on became `headCount` lines from `headLine` on. Lines from 1; with a count of 0 the line is the one that follows. */
export interface Hunk {
  readonly baseLine: number;
  readonly baseCount: number;
  readonly headLine: number;
  readonly headCount: number;
}

export type ChangeKind = 'added' | 'deleted' | 'modified' | 'renamed' | 'copied' | 'mode-changed' | 'type-changed';

/** One file of a change set. `renamed` and `copied` may change the content too. */
export interface FileChange {
  readonly kind: ChangeKind;
  /** The head path, or the base path of a deleted file. Unique within the change set. */
  readonly path: string;
  /** Where the content came from, if from another path. */
  readonly basePath?: string;
  readonly base?: Snapshot;
  readonly head?: Snapshot;
  /** What differs between the two texts, in order; empty where one of them was not read. */
  readonly hunks: readonly Hunk[];
}

/** A commit of the range, newest first. None for staged, working tree and folders. */
export interface Commit {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly authored: number;
}

/** What one side of a review is called and where it is. */
export interface Revision {
  /** For people, e.g. `origin/main`, `working tree`, `staged`, the folder's name. */
  readonly name: string;
  /** The commit, where there is one. */
  readonly commit?: string;
}

/**
 * The whole tree of one side, for what a rule's context needs beyond the changed files
 * (a package's entry points, tests, callers). The only thing after `git/` that still reads.
 */
export interface TreeReader {
  /** Every tracked path of this side, sorted. In a working tree also the untracked ones that are not ignored. */
  paths(): Promise<readonly string[]>;
  /** The files that exist among `paths`, by path, in as few processes as possible. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Snapshot>>;
  /**
   * The text files that hold at least one of the words (whole identifiers, case-sensitive, never a pattern), sorted by path, each with those it holds.
   * @param suffixes only files whose path ends so, e.g. `.java`
   * @param holding only files whose path holds one of these before its end, e.g. `test`
   */
  grep(
    words: readonly string[],
    suffixes: readonly string[],
    holding?: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

/** A file as it lies in a folder. */
export interface FileStamp {
  /** Relative to the repository root with forward slashes; absolute where it was asked for so. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When its content was last written: milliseconds since the epoch. */
  readonly modified: number;
}

/**
 * What lies in the folder that head is read from, or may be checked out in, also what git is told to ignore, such as reports on test runs.
 * Nothing outside it is found, and no symbolic link is followed.
 */
export interface FolderReader {
  /** Whether its files are those of head now, but for what was edited since. */
  isOfHead(): Promise<boolean>;
  /**
   * The files at some places, sorted.
   * @param places paths relative to the root, whose segments may be patterns; `**` stands for any number of folders
   */
  find(places: readonly string[]): Promise<readonly FileStamp[]>;
  /** Of the files that are there; paths that a person named may be absolute, and then lie anywhere. */
  stamps(paths: readonly string[]): Promise<readonly FileStamp[]>;
  /** The text of a file; undefined where it is not there, is no text, or has more bytes than `most`. */
  read(path: string, most: number): Promise<string | undefined>;
}

/** When a line was last changed. */
export interface LineAge {
  /** Milliseconds since the epoch. */
  readonly changed: number;
  /** The known history begins there: the line may be older. */
  readonly isBeginning: boolean;
}

/** A commit before the base, by what it changed. */
export interface EarlierCommit {
  readonly subject: string;
  readonly paths: readonly string[];
}

/** What is known of the time before the base. */
export interface History {
  /**
   * When a line of a file at base was last changed; undefined where that is not known.
   * @param line from 1
   */
  lastChanged(path: string, line: number): Promise<LineAge | undefined>;
  /** The first lines of the latest commits' messages, newest first. */
  subjects(count: number): Promise<readonly string[]>;
  /**
   * The latest commits that changed a line of a file at base, newest first; none where that takes too long to find.
   * @param line from 1
   */
  changesOfLine(path: string, line: number, count: number): Promise<readonly EarlierCommit[]>;
}

/** Everything that changed between two trees. Plain data apart from the readers. */
export interface ChangeSet {
  /** Absolute path of the repository's root, or of the head folder. For hosts and links, never part of a report. */
  readonly root: string;
  readonly base: Revision;
  readonly head: Revision;
  /** Sorted by path, by UTF-16 code units. */
  readonly files: readonly FileChange[];
  readonly commits: readonly Commit[];
  /** What the change as a whole is called, where that was told: its pull request's title. */
  readonly title?: string;
  readonly notices: readonly Notice[];
  readonly trees: Readonly<Record<Side, TreeReader>>;
  /** Absent where there is none, as for two folders. */
  readonly history?: History;
  /** Absent where there is no folder at all, as for a bare repository. */
  readonly folder?: FolderReader;
}
