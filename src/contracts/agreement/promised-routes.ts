import { groupBy } from '../../base/group-by.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { shownRange, type DocumentNode } from '../../code/document-node.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { isServedOtherwise } from '../surface/mounted.ts';
import type { SurfaceSides } from '../surface/side-elements.ts';
import { documentsWith, isServedBy, operationsOf, wordOf, type DescribedOperation } from './described-operations.ts';

/** Routes that are gone from the code, although an OpenAPI document of the same tree still describes them. */
export async function promisedRoutes(sides: SurfaceSides, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const gone = [...sides.base].flatMap(([key, [route]]) =>
    route?.kind === 'route' &&
    !sides.head.has(key) &&
    !sides.head.has(key.replace(/ \S+ /, ' ANY ')) &&
    route.touched !== false &&
    !isServedOtherwise(route, sides)
      ? [route]
      : [],
  );
  const named = gone.filter(({ identity }) => wordOf(identity) !== undefined);
  if (named.length === 0) return [];
  const documents = await documentsWith([...new Set(named.flatMap(({ identity }) => wordOf(identity) ?? []))], surroundings);
  return [...groupBy(named, ({ identity }) => identity).values()].flatMap(([route]) =>
    route ? documents.flatMap((root) => stillPromised(route, root)).slice(0, 1) : [],
  );
}

function stillPromised(route: SurfaceElement, root: DocumentNode): readonly ContractChange[] {
  return operationsOf(root)
    .filter((operation) => isServedBy(operation, route.identity))
    .slice(0, 1)
    .map((operation) => disagreement(route, operation));
}

function disagreement(route: SurfaceElement, { name, node }: DescribedOperation): ContractChange {
  return {
    contract: 'agreement',
    change: 'described-route-removed',
    impact: 'breaking',
    message: `\`${name}\` is described here, but the code that served it as \`${route.name}\` is gone or serves another path: callers who hold to the document get an error.`,
    element: name,
    file: node.file,
    range: shownRange(node),
    before: { file: route.file, range: route.range },
    deprecatedBefore: route.deprecated,
  };
}
