/**
 * Whether two absolute paths are written alike but for what some file systems do not tell apart, and give back as it was first written: capitals,
 * and letters with accents as one character or as two. Not for names that are given by others: elsewhere these may be two files.
 */
export function isSamePath(one: string, other: string): boolean {
  return one === other || folded(one) === folded(other);
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
