import { createHash } from 'node:crypto';
import type { Snapshot, Unread } from '../change/change-set.ts';
import { decodeText } from './decode.ts';
import type { Repository } from './repository.ts';

/** What was read of a file. */
export interface Content extends Pick<Snapshot, 'size' | 'text' | 'unread' | 'encoding' | 'byteOrderMark'> {
  /** The SHA-256 of what a Git LFS pointer stands for. */
  readonly lfsId?: string;
}

export function unreadContent(unread: Unread, size = 0): Content {
  return { size, text: undefined, unread, encoding: 'utf-8', byteOrderMark: false };
}

export function contentOf(bytes: Uint8Array): Content {
  const decoded = decodeText(bytes);
  if (!decoded) return unreadContent('binary', bytes.length);
  if (isLfsPointer(decoded.text)) return { ...unreadContent('lfs-pointer', bytes.length), ...lfsIdIn(decoded.text) };
  return { size: bytes.length, ...decoded };
}

/** A pointer is at most 1,024 bytes and begins with its version (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
function isLfsPointer(text: string): boolean {
  return text.length <= 1024 && text.startsWith('version https://git-lfs.github.com/spec/v1\n');
}

function lfsIdIn(pointer: string): Pick<Content, 'lfsId'> {
  const lfsId = /^oid sha256:([0-9a-f]{64})$/m.exec(pointer)?.[1];
  return lfsId === undefined ? {} : { lfsId };
}

/** The id that git gives to a file with these bytes. */
export function blobId(bytes: Uint8Array, format: Repository['objectFormat']): string {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Stands for the id of a file that was not read: the id git gives to nothing. */
export function unknownBlob(format: Repository['objectFormat']): string {
  return '0'.repeat(format === 'sha1' ? 40 : 64);
}
