import type { Fix, FixEdit } from '../finding/finding.ts';

/**
 * As many of the fixes as can be applied together, in order: one that touches what an earlier one replaces is left out.
 * Equal edits of several fixes (the same import added twice) are applied once.
 */
export function combineFixes(fixes: readonly Fix[]): { readonly edits: readonly FixEdit[]; readonly left: number } {
  const taken: FixEdit[] = [];
  let left = 0;
  for (const { edits } of fixes) {
    const fresh = edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (fresh.some((edit) => taken.some((other) => clashes(edit, other)))) left++;
    else taken.push(...fresh);
  }
  return { edits: taken, left };
}

function isSame(a: FixEdit, b: FixEdit): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function clashes(a: FixEdit, b: FixEdit): boolean {
  if (a.path !== b.path) return false;
  if (a.create || b.create) return true;
  return !(isBefore(a, b) || isBefore(b, a));
}

function isBefore({ end }: FixEdit, { start }: FixEdit): boolean {
  return end.line < start.line || (end.line === start.line && end.column < start.column);
}
