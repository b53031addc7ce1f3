import type { SourceFile } from '../../code/code-change.ts';

/** One document at both sides; a side is absent where the document is. */
export interface FilePair {
  readonly base?: SourceFile | undefined;
  readonly head?: SourceFile | undefined;
}

/** Pairs files by path or rename, then what is gone with what is new by name, then the only two that are left. */
export function pairFiles(files: readonly FilePair[], nameOf: (file: SourceFile, side: 'base' | 'head') => string): readonly FilePair[] {
  const paired: FilePair[] = files.filter(({ base, head }) => base && head);
  const gone = files.flatMap(({ base, head }) => (base && !head ? [base] : []));
  const added = new Set(files.flatMap(({ base, head }) => (head && !base ? [head] : [])));
  const left = new Set(gone);
  for (const base of gone) {
    const only = left.size === 1 && added.size === 1;
    const head = [...added].find((each) => nameOf(each, 'head') === nameOf(base, 'base') || only);
    if (!head) continue;
    added.delete(head);
    left.delete(base);
    paired.push({ base, head });
  }
  return [...paired, ...[...left].map((base) => ({ base })), ...[...added].map((head) => ({ head }))];
}
