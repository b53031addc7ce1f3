import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { ChangeSet, Commit, FileChange, FileStamp, FolderReader, Snapshot, TreeReader } from './change-set.ts';
import { lineHunks } from './line-diff.ts';
import { isSearched } from './searched-paths.ts';

/** Path → text. */
export type Texts = Readonly<Record<string, string>>;

/** A change set from texts alone: for the examples of rules, for their pages and for tests. A file that moved unchanged is a rename. @param beside what lies beside head and git ignores, written later than all of it */
export function inMemoryChangeSet(base: Texts, head: Texts, commits: readonly Commit[] = [], beside: Texts = {}): ChangeSet {
  const renames = exactRenames(base, head);
  const gone = new Set(renames.values());
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => !gone.has(path)).sort();
  return {
    root: '/',
    base: { name: 'base' },
    head: { name: 'head' },
    files: paths.flatMap((path) => fileChange(path, snapshot(renames.get(path) ?? path, base), snapshot(path, head)) ?? []),
    commits,
    notices: [],
    trees: { base: reader(base), head: reader(head) },
    folder: folder(head, beside),
  };
}

/** Head path → base path. */
function exactRenames(base: Texts, head: Texts): Map<string, string> {
  const gone = Object.keys(base).filter((path) => !(path in head));
  const renames = new Map<string, string>();
  for (const path of Object.keys(head)
    .filter((each) => !(each in base))
    .sort()) {
    const from = gone.findIndex((each) => base[each] === head[path]);
    if (from !== -1) renames.set(path, ...(gone.splice(from, 1) as [string]));
  }
  return renames;
}

function fileChange(path: string, base: Snapshot | undefined, head: Snapshot | undefined): FileChange | undefined {
  if (base && head) {
    if (base.path !== path) return { kind: 'renamed', path, basePath: base.path, base, head, hunks: [] };
    return base.text === head.text ? undefined : { kind: 'modified', path, base, head, hunks: lineHunks(base.text ?? '', head.text ?? '') };
  }
  if (head) return { kind: 'added', path, head, hunks: lineHunks('', head.text ?? '') };
  return base && { kind: 'deleted', path, base, hunks: lineHunks(base.text ?? '', '') };
}

function snapshot(path: string, texts: Texts): Snapshot | undefined {
  const text = texts[path];
  if (text === undefined) return undefined;
  return { path, blob: blobId(text), mode: 'file', size: Buffer.byteLength(text), text, encoding: 'utf-8', byteOrderMark: false };
}

/** The id git gives to a file with this content. */
export function blobId(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
}

function folder(head: Texts, beside: Texts): FolderReader {
  const textAt = (path: string): string | undefined => beside[path] ?? head[path];
  const stamps = (paths: readonly string[]): Promise<readonly FileStamp[]> =>
    Promise.resolve(
      paths.flatMap((path) => {
        const text = textAt(path);
        return text === undefined ? [] : [{ path, size: Buffer.byteLength(text), modified: path in beside ? 2 : 1 }];
      }),
    );
  return {
    isOfHead: () => Promise.resolve(true),
    find: (places) => {
      const isMeant = picomatch([...places]);
      return stamps([...Object.keys(beside), ...Object.keys(head)].filter((path) => isMeant(path)).sort());
    },
    stamps,
    read: (path) => Promise.resolve(textAt(path)),
  };
}

function reader(texts: Texts): TreeReader {
  const paths = Object.keys(texts).sort();
  return {
    paths: () => Promise.resolve(paths),
    read: (wanted) => Promise.resolve(new Map(wanted.flatMap((path) => snapshot(path, texts) ?? []).map((each) => [each.path, each]))),
    grep: (words, suffixes, holding) => {
      const wanted = new Set(words);
      const heldBy = (path: string): Set<string> =>
        new Set((texts[path]?.match(/[\p{L}\p{N}_$]+/gu) ?? []).filter((word) => wanted.has(word)));
      const found = paths.filter((path) => isSearched(path, suffixes, holding)).map((path) => [path, heldBy(path)] as const);
      return Promise.resolve(new Map(found.filter(([, words]) => words.size > 0)));
    },
  };
}
