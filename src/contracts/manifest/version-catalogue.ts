import { posix } from 'node:path';
import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { member, membersOf, textOf, textsOf, type DocumentNode, type SourceDocument } from '../../code/document-node.ts';
import { readDocument } from '../../documents/read-document.ts';
import { readToml } from '../../documents/read-toml.ts';

/** A library as a version catalogue of Gradle has it. */
export interface CatalogueLibrary {
  /** `com.acme:money`. */
  readonly name: string;
  /** As written; absent where a platform sets it. */
  readonly version?: string;
  /** Where the version is written, or else the library. */
  readonly node: DocumentNode;
}

/** What build files call by accessors: `libs.acme.money` for the alias `acme-money`. */
export type Catalogue = ReadonlyMap<string, readonly CatalogueLibrary[]>;

type Entry = readonly [accessor: string, libraries: readonly CatalogueLibrary[]];

export function isCatalogue(path: string): boolean {
  return path.endsWith('.versions.toml');
}

/** The catalogue's libraries by their accessors, bundles too; undefined where it cannot be read. */
export const readCatalogue = remembered((file: SourceFile): Catalogue | undefined => {
  const document: SourceDocument = file.document ?? readDocument(file, 'toml', readToml);
  const [root] = document.roots;
  if (document.error || !root) return undefined;
  const libraries = new Map(
    membersOf(member(root, 'libraries')).flatMap(([alias, node]) => {
      const library = libraryOf(node, root);
      return library ? [[alias, library] as const] : [];
    }),
  );
  const prefix = posix.basename(file.path).replace(/\.versions\.toml$/, '');
  const named: Entry[] = [...libraries].map(([alias, library]) => [accessor(prefix, alias), [library]]);
  const bundles = membersOf(member(root, 'bundles')).map(([alias, node]): Entry => {
    const all = textsOf(node).flatMap((each) => libraries.get(each) ?? []);
    return [accessor(prefix, 'bundles', alias), all];
  });
  return new Map([...named, ...bundles]);
});

function accessor(...parts: readonly string[]): string {
  return parts.join('.').replaceAll(/[-_]/g, '.');
}

function libraryOf(node: DocumentNode, root: DocumentNode): CatalogueLibrary | undefined {
  const whole = textOf(node)?.split(':');
  const module = textOf(member(node, 'module'))?.split(':') ?? [textOf(member(node, 'group')), textOf(member(node, 'name'))];
  const [group, artifact] = whole ?? module;
  if (!group || !artifact) return undefined;
  const name = `${group}:${artifact}`;
  if (whole) return { name, node, ...(whole[2] !== undefined && { version: whole[2] }) };
  const said = member(node, 'version');
  const reference = textOf(member(said, 'ref'));
  const at = reference === undefined ? said : member(root, 'versions', reference);
  const version =
    textOf(at) ?? ['strictly', 'require', 'prefer'].map((kind) => textOf(member(at, kind))).find((each) => each !== undefined);
  return { name, node: at ?? node, ...(version !== undefined && { version }) };
}
