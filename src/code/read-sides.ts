import type { ChangedFile } from './code-change.ts';

/** A side that is there and could not be read (it is binary, or too large) says nothing of what is gone or new; a notice has told it. */
export function isReadWhole({ change: { kind }, base, head }: ChangedFile): boolean {
  return !['modified', 'renamed', 'type-changed'].includes(kind) || (base !== undefined && head !== undefined);
}
