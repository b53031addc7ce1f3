import { remembered } from '../base/remembered.ts';
import type { SourceFile } from '../code/code-change.ts';

const nullable: ReadonlySet<string> = new Set(['Nullable', 'CheckForNull', 'NullOr', 'PossiblyNull']);
const nonNull: ReadonlySet<string> = new Set(['NonNull', 'Nonnull', 'NotNull', 'NonNullable']);

export type Nullness = 'nullable' | 'non-null' | 'unsaid';

/** What the simple names of the annotations of a declaration say about null. */
export function nullnessOf(names: readonly string[]): Nullness {
  if (names.some((name) => nullable.has(name))) return 'nullable';
  return names.some((name) => nonNull.has(name)) ? 'non-null' : 'unsaid';
}

/** A file says what may be null by annotations of another library than before: what it says of unchanged code held before, too. */
export function changesNullnessLibrary(base: SourceFile, head: SourceFile): boolean {
  return nullnessLibraries(base).length > 0 && saysNullnessAnew(base, head);
}

/** A file begins to say what may be null, or begins to use another library for it. */
export function saysNullnessAnew(base: SourceFile, head: SourceFile): boolean {
  const before = nullnessLibraries(base);
  return nullnessLibraries(head).some((library) => !before.includes(library));
}

/** A file says of fewer things than before that they may be null. */
export function saysNullLess(base: SourceFile, head: SourceFile): boolean {
  return timesNullable(base) > timesNullable(head);
}

const timesNullable = remembered(({ text }: SourceFile) => text.split('@Nullable').length);

function nullnessLibraries({ facts }: SourceFile): readonly string[] {
  return (facts?.imports ?? []).flatMap(({ source, name }) => (nullable.has(name) ? [source] : []));
}
