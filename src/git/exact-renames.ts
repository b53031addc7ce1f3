import { basename } from 'node:path/posix';
import type { FileChange } from '../change/change-set.ts';

/**
 * Joins deleted and added files with the same content to renames, which git does not do for files that it does not know
 * yet. Of several with the same content, those with the same name belong together, then the first of each.
 */
export function joinExactRenames(files: readonly FileChange[]): FileChange[] {
  const deleted = new Map<string, FileChange[]>();
  for (const file of files) {
    if (file.kind !== 'deleted' || !file.base || file.base.size === 0 || /^0+$/.test(file.base.blob)) continue;
    deleted.set(file.base.blob, [...(deleted.get(file.base.blob) ?? []), file]);
  }
  const gone = new Set<FileChange>();
  const joined = files.map((file) => {
    const candidates = file.kind === 'added' ? (deleted.get(file.head?.blob ?? '') ?? []) : [];
    const left = candidates.filter((each) => !gone.has(each));
    const from = left.find((each) => basename(each.path) === basename(file.path)) ?? left[0];
    if (!from?.base || !file.head) return file;
    gone.add(from);
    return { kind: 'renamed' as const, path: file.path, basePath: from.path, base: from.base, head: file.head, hunks: [] };
  });
  return joined.filter((file) => !gone.has(file));
}
