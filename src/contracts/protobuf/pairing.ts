import type { ChangedFile, SourceFile } from '../../code/code-change.ts';

interface SourcePair {
  readonly base?: SourceFile;
  readonly head?: SourceFile;
}

/** Both sides of every file. A file that moved with its folders, and was not paired by its content, is paired by the end of its path, which is what others import. */
export function pairMoved(changed: readonly ChangedFile[]): readonly SourcePair[] {
  const added = new Set(changed.filter(({ base }) => !base));
  return changed
    .flatMap((file): SourcePair[] => {
      if (!file.base) return [];
      if (file.head) return [file];
      const moved = [...added].filter((each) => isSameImport(file.path, each.path));
      const [only] = moved;
      if (!only?.head || moved.length > 1) return [file];
      added.delete(only);
      return [{ base: file.base, head: only.head }];
    })
    .concat([...added]);
}

function isSameImport(a: string, b: string): boolean {
  return a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}
