import type { FileChange, Snapshot } from '../../change/change-set.ts';
import { blobId } from '../../change/in-memory.ts';
import { lineHunks } from '../../change/line-diff.ts';

export function withText(snapshot: Snapshot, text: string): Snapshot {
  return { ...snapshot, text, blob: blobId(text), size: Buffer.byteLength(text) };
}

/** A change of a file after another edit, as git would tell it. That a file was renamed is not judged again. */
export function withHead(change: FileChange, head: Snapshot): FileChange {
  const { base } = change;
  const edited = { ...change, head, hunks: lineHunks(base?.text ?? '', head.text ?? '') };
  switch (change.kind) {
    // A copy is a file with the very content of another.
    case 'copied':
      return { kind: 'added', path: change.path, head, hunks: lineHunks('', head.text ?? '') };
    case 'modified':
    case 'mode-changed':
      return { ...edited, kind: base?.text === head.text && base?.mode !== head.mode ? 'mode-changed' : 'modified' };
    default:
      return edited;
  }
}

/** Whether anything still differs. */
export function isChanged({ kind, base, head }: FileChange): boolean {
  return kind !== 'modified' || base?.text !== head?.text || base?.unread !== undefined;
}
