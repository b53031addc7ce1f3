import type { FileChange, Snapshot } from '../change/change-set.ts';
import { lineHunks } from '../change/line-diff.ts';
import { unknownBlob, unreadContent, type Content } from './content.ts';
import type { EntryChange, TreeEntry } from './raw-diff.ts';
import type { Repository } from './repository.ts';

/** Gives the content of one file. */
export type ContentOf = (entry: TreeEntry) => Content | undefined;

export function snapshot(entry: TreeEntry, content: Content | undefined, format: Repository['objectFormat']): Snapshot {
  const read = isContentless(entry)
    ? unreadContent(entry.mode as 'symlink' | 'submodule', content?.size)
    : (content ?? unreadContent('missing'));
  const { size, text, unread, encoding, byteOrderMark } = read;
  return {
    path: entry.path,
    blob: entry.blob ?? unknownBlob(format),
    mode: entry.mode,
    size,
    text,
    ...(unread !== undefined && { unread }),
    encoding,
    byteOrderMark,
  };
}

/** A link's target and a submodule's commit are no text to review. */
export function isContentless(entry: TreeEntry): boolean {
  return entry.mode === 'symlink' || entry.mode === 'submodule';
}

/** A change with what its two sides hold. */
export function fileChange(change: EntryChange, base: Snapshot | undefined, head: Snapshot | undefined): FileChange {
  const path = change.head?.path ?? change.base?.path ?? '';
  const basePath = change.base && change.base.path !== path ? change.base.path : undefined;
  return {
    kind: change.kind,
    path,
    ...(basePath !== undefined && { basePath }),
    ...(base && { base }),
    ...(head && { head }),
    hunks: hunksOf(base, head),
  };
}

function hunksOf(base: Snapshot | undefined, head: Snapshot | undefined): FileChange['hunks'] {
  if ((base && base.text === undefined) || (head && head.text === undefined)) return [];
  return lineHunks(base?.text ?? '', head?.text ?? '');
}

/** The order of everything that is listed: by UTF-16 code units, the same on every machine. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
