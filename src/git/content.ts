import { createHash } from 'node:crypto';
import type { Snapshot, Unread } from '../change/change-set.ts';
import { decodeText } from './decode.ts';
import type { Repository } from './repository.ts';

/** What was read of a file. */
export type Content = Pick<Snapshot, 'size' | 'text' | 'unread' | 'encoding' | 'byteOrderMark'>;

export function unreadContent(unread: Unread, size = 0): Content {
  return { size, text: undefined, unread, encoding: 'utf-8', byteOrderMark: false };
}

export function contentOf(bytes: Uint8Array): Content {
  const decoded = decodeText(bytes);
  if (!decoded) return unreadContent('binary', bytes.length);
  if (isLfsPointer(decoded.text)) return unreadContent('lfs-pointer', bytes.length);
  return { size: bytes.length, ...decoded };
}

/** A pointer is at most 1,024 bytes and begins with its version (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
function isLfsPointer(text: string): boolean {
  return text.length <= 1024 && text.startsWith('version https://git-lfs.github.com/spec/v1\n');
}

/** The id that git gives to a file with these bytes. */
export function blobId(bytes: Uint8Array, format: Repository['objectFormat']): string {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Stands for the id of a file that was not read: the id git gives to nothing. */
export function unknownBlob(format: Repository['objectFormat']): string {
  return '0'.repeat(format === 'sha1' ? 40 : 64);
}
