import type { ChangeKind, Snapshot } from '../change/change-set.ts';

/** One side of a changed file as git lists it. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: Snapshot['mode'];
  /** The blob id; undefined where only the work tree has the content. */
  readonly blob: string | undefined;
}

/** One changed file, before anything of it is read. */
export interface EntryChange {
  readonly kind: ChangeKind;
  readonly base?: TreeEntry;
  readonly head?: TreeEntry;
}

export interface RawDiff {
  readonly changes: readonly EntryChange[];
  /** Paths with a merge conflict that is not resolved. */
  readonly unmerged: readonly string[];
}

/** Reads what `git diff-tree --raw -z --no-abbrev` and its kin write. */
export function parseRawDiff(output: string): RawDiff {
  const fields = output.split('\0');
  const changes: EntryChange[] = [];
  const unmerged = new Set<string>();
  for (let at = 0; at < fields.length;) {
    const header = fields[at++] ?? '';
    if (!header.startsWith(':')) continue;
    const [baseMode = '', headMode = '', baseBlob = '', headBlob = '', status = ''] = header.slice(1).split(' ');
    const basePath = fields[at++] ?? '';
    const moved = status.startsWith('R') || status.startsWith('C');
    const headPath = moved ? (fields[at++] ?? '') : basePath;
    if (status === 'U') unmerged.add(basePath);
    else changes.push(entryChange(status, treeEntry(basePath, baseMode, baseBlob), treeEntry(headPath, headMode, headBlob)));
  }
  return { changes, unmerged: [...unmerged] };
}

function entryChange(status: string, base: TreeEntry | undefined, head: TreeEntry | undefined): EntryChange {
  return { kind: changeKind(status, base, head), ...(base && { base }), ...(head && { head }) };
}

function changeKind(status: string, base: TreeEntry | undefined, head: TreeEntry | undefined): ChangeKind {
  if (status.startsWith('R')) return 'renamed';
  if (status.startsWith('C')) return 'copied';
  if (status === 'A' || !base) return 'added';
  if (status === 'D' || !head) return 'deleted';
  if (status === 'T') return 'type-changed';
  return base.blob === head.blob && base.mode !== head.mode ? 'mode-changed' : 'modified';
}

function treeEntry(path: string, mode: string, blob: string): TreeEntry | undefined {
  const known = entryMode(mode);
  return known && { path, mode: known, blob: /^0+$/.test(blob) ? undefined : blob };
}

/** What git's octal mode says; undefined for `000000`, which is no file. */
export function entryMode(mode: string): Snapshot['mode'] | undefined {
  switch (mode) {
    case '000000':
      return undefined;
    case '100755':
      return 'executable';
    case '120000':
      return 'symlink';
    case '160000':
      return 'submodule';
    default:
      return 'file';
  }
}
