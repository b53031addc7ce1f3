import type { ProtoField, ProtoFile, ProtoType } from './model.ts';

/** All that is known of one tree: the changed files, and those they import for the kinds of their types. */
export interface ProtoSide {
  /** Changed files only. */
  readonly files: readonly ProtoFile[];
  /** By full name; the same name may stand in copies. */
  readonly types: ReadonlyMap<string, readonly ProtoType[]>;
  /** By `extendee number`. */
  readonly extensions: ReadonlyMap<string, readonly ProtoField[]>;
}

/** A type that a field or method names. */
export interface Reference {
  /** The full name where it was found, else as written, without a dot before. */
  readonly name: string;
  readonly type?: ProtoType;
}

/** @param imported files that were read only to know what types are */
export function sideOf(files: readonly ProtoFile[], imported: readonly ProtoFile[]): ProtoSide {
  const types = groupBy(
    [...files, ...imported].flatMap((file) => file.types),
    ({ fullName }) => fullName,
  );
  const side = { files, types, extensions: new Map<string, readonly ProtoField[]>() };
  return {
    ...side,
    extensions: groupBy(
      files.flatMap(({ extensions }) => extensions),
      (field) => extensionKey(side, field),
    ),
  };
}

export function extensionKey(side: ProtoSide, field: ProtoField): string {
  return `${referenceOf(side, field.extendee ?? '', scopeOf(field)).name} ${field.number}`;
}

/** The full name of what encloses an element; of what is nowhere, the package. */
export function scopeOf({ fullName }: { readonly fullName: string }): string {
  return fullName.slice(0, Math.max(0, fullName.lastIndexOf('.')));
}

/** Finds a type as the compiler does: from the innermost scope outwards. */
export function referenceOf(side: ProtoSide, written: string, scope: string): Reference {
  if (written.startsWith('.')) return lookUp(side, written.slice(1)) ?? { name: written.slice(1) };
  for (let at = scope; ; at = scopeOf({ fullName: at })) {
    const found = lookUp(side, at === '' ? written : `${at}.${written}`);
    if (found) return found;
    if (at === '') return { name: written };
  }
}

function lookUp(side: ProtoSide, name: string): Reference | undefined {
  const type = side.types.get(name)?.[0];
  return type && { name, type };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
