import type { ChangedFile } from '../../../code/code-change.ts';

/** The titles of the snapshots of a file that hold something else now. */
export function changedSnapshots({ path, base, head }: ChangedFile): readonly string[] {
  if (!base || !head || !path.endsWith('.snap')) return [];
  const after = snapshotsIn(head.text);
  return [...snapshotsIn(base.text)].flatMap(([title, value]) => {
    const now = after.get(title);
    return now !== undefined && now !== value ? [title] : [];
  });
}

/** By their titles: exports[`totals up 1`] = `…`; as jest and vitest write them. */
function snapshotsIn(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^exports\[`/m).slice(1);
  return new Map(
    parts.flatMap((part) => {
      const end = part.indexOf('`] = ');
      return end === -1 ? [] : [[part.slice(0, end), part.slice(end + 5).trim()] as const];
    }),
  );
}
