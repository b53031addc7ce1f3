import { isTypeDefinitionNode, Kind, type DefinitionNode } from 'graphql';
import type { SourceFile } from '../../code/code-change.ts';

export interface ReadFile {
  readonly path: string;
  readonly base?: { readonly file: SourceFile; readonly nodes: readonly DefinitionNode[] };
  readonly head?: { readonly file: SourceFile; readonly nodes: readonly DefinitionNode[] };
}

/** Parts the files into schemas: all are one while none defines what another does, else each folder is one, else each file. */
export function contractsOf(files: readonly ReadFile[]): readonly (readonly ReadFile[])[] {
  if (isOne(files)) return [files];
  const folders = groupByFolder(files);
  return [...folders.values()].flatMap((folder) => (isOne(folder) ? [folder] : folder.map((file) => [file])));
}

function isOne(files: readonly ReadFile[]): boolean {
  return (['base', 'head'] as const).every((side) => {
    const names = files.flatMap((file) => [...new Set(file[side]?.nodes.flatMap(definedName) ?? [])]);
    return new Set(names).size === names.length;
  });
}

function definedName(node: DefinitionNode): readonly string[] {
  if (node.kind === Kind.SCHEMA_DEFINITION) return ['schema'];
  return isTypeDefinitionNode(node) ? [node.name.value] : [];
}

function groupByFolder(files: readonly ReadFile[]): ReadonlyMap<string, ReadFile[]> {
  const folders = new Map<string, ReadFile[]>();
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}
