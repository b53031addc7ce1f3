import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import { allBelow } from '../../code/surface/mounts.ts';
import { surfaceOf } from '../../code/surface/surface-of.ts';
import { annotationOf } from '../../code/surface/annotation-values.ts';
import { keyOf, type SurfaceSides } from '../surface/side-elements.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { aside } from './files-holding.ts';
import { documentsWith, isServedBy, operationsOf, pathsElsewhere, wordOf, type DescribedOperation } from './described-operations.ts';

/** Routes that code has anew and no OpenAPI document describes, although one describes all others of the same file. */
export async function undescribedRoutes(
  sides: SurfaceSides,
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const added = addedRoutes(sides).filter(({ file }) => files.some(({ base, head }) => base && head === file && !aside.test(file.path)));
  if (added.length === 0) return [];
  const paths = [...new Set(added.map(({ file }) => file.path))];
  const all = (await surroundings.code('head', paths))
    .flatMap(surfaceOf)
    .filter(({ kind, name }) => kind === 'route' && !name.endsWith(allBelow));
  const words = [...new Set(all.flatMap(({ identity }) => wordOf(identity) ?? []))];
  if (words.length === 0) return [];
  const roots = await documentsWith(words, surroundings);
  const documents = roots.map(operationsOf);
  if (documents.flat().length === 0) return [];
  const elsewhere = new Set(roots.flatMap(pathsElsewhere));
  return added
    .filter(({ identity }) => !isDescribed(identity, documents.flat()) && !elsewhere.has(identity.slice(identity.indexOf(' ') + 1)))
    .flatMap((route) => undescribed(route, all, added, documents));
}

/** What only replaces another route of the same method is told with that one. */
function addedRoutes(sides: SurfaceSides): readonly SurfaceElement[] {
  const replaced = new Set(
    [...sides.base.values()]
      .flat()
      .filter((route) => route.kind === 'route' && !sides.head.has(keyOf(route)))
      .map(({ symbol }) => symbol?.qualifiedName),
  );
  return [...sides.head].flatMap(([key, [route]]) =>
    route?.kind === 'route' &&
    !sides.base.has(key) &&
    route.touched !== false &&
    !route.name.endsWith(allBelow) &&
    !(route.symbol && replaced.has(route.symbol.qualifiedName)) &&
    !annotationOf(route.symbol?.annotations ?? [], 'Hidden')
      ? [route]
      : [],
  );
}

function isDescribed(identity: string, operations: readonly DescribedOperation[]): boolean {
  return operations.some((operation) => isServedBy(operation, identity));
}

function undescribed(
  route: SurfaceElement,
  all: readonly SurfaceElement[],
  added: readonly SurfaceElement[],
  documents: readonly (readonly DescribedOperation[])[],
): readonly ContractChange[] {
  const fresh = new Set(added.map(({ identity }) => identity));
  const others = all.filter(({ file, identity }) => file.path === route.file.path && !fresh.has(identity));
  const document = others.length > 0 ? documents.find((each) => others.every(({ identity }) => isDescribed(identity, each))) : undefined;
  const path = document?.[0]?.node.file.path;
  if (path === undefined) return [];
  return [
    {
      contract: 'agreement',
      change: 'route-not-described',
      impact: 'risky',
      message: `\`${route.name}\` is new here, but \`${path}\`, which describes the other routes of this file, does not have it: callers who hold to the document do not know of it.`,
      element: route.name,
      file: route.file,
      range: route.range,
      deprecatedBefore: false,
    },
  ];
}
