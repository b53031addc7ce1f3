import { groupBy } from '../../base/group-by.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { itemsOf, member, membersOf, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import { joinedPath, pathTemplate, type SurfaceElement } from '../../code/surface/surface-element.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { readContractDocument } from '../document/read-contract-document.ts';
import { isOpenApi } from '../openapi/recognise.ts';
import type { SurfaceSides } from '../surface/side-elements.ts';

/** Documents that name a path are read up to this many. */
const mostDocuments = 20;
const aside = /(?:^|\/)(?:tests?|__tests__|fixtures|testdata|examples?|node_modules)\//i;

/** Routes that are gone from the code, although an OpenAPI document of the same tree still describes them. */
export async function promisedRoutes(sides: SurfaceSides, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const gone = [...sides.base].flatMap(([key, [route]]) =>
    route?.kind === 'route' && !sides.head.has(key) && !sides.head.has(key.replace(/ \S+ /, ' ANY ')) && route.touched !== false
      ? [route]
      : [],
  );
  const words = new Map(
    gone.flatMap((route): [SurfaceElement, string][] => (wordOf(route) === undefined ? [] : [[route, wordOf(route) ?? '']])),
  );
  if (words.size === 0) return [];
  const documents = await documentsWith([...new Set(words.values())], surroundings);
  return [...groupBy([...words.keys()], ({ identity }) => identity).values()].flatMap(([route]) =>
    route ? documents.flatMap((root) => stillPromised(route, root)).slice(0, 1) : [],
  );
}

/** The longest fixed part of a path; undefined where it has none that tells it from others. */
function wordOf({ identity }: SurfaceElement): string | undefined {
  const parts = identity.slice(identity.indexOf(' ') + 1).match(/[\w-]{3,}/g) ?? [];
  return parts.reduce<string | undefined>((longest, part) => (part.length > (longest?.length ?? 0) ? part : longest), undefined);
}

async function documentsWith(words: readonly string[], { grep, read }: ContractSurroundings): Promise<readonly DocumentNode[]> {
  const held = await grep('head', words, ['.yaml', '.yml', '.json']);
  const paths = [...held.keys()].filter((path) => !aside.test(path)).slice(0, mostDocuments * 5);
  const texts = [...(await read('head', paths))].filter(([path, text]) => isOpenApi(path, text)).slice(0, mostDocuments);
  return texts.flatMap(([path, text]) => {
    const document = readContractDocument(unchangedFile('head', path, text));
    return document.error ? [] : document.roots.slice(0, 1);
  });
}

function stillPromised(route: SurfaceElement, root: DocumentNode): readonly ContractChange[] {
  const [method = '', path = ''] = route.identity.split(' ');
  const prefixes = ['', ...serverPaths(root)];
  for (const [written, item] of membersOf(member(root, 'paths'))) {
    if (!prefixes.some((prefix) => pathTemplate(joinedPath(prefix, written)) === path)) continue;
    const operations = membersOf(item).filter(
      ([name]) => name === method.toLowerCase() || (method === 'ANY' && /^(?:get|put|post|delete|patch)$/.test(name)),
    );
    const [operation] = operations;
    if (operation) return [disagreement(route, { name: operation[0], written, node: operation[1] })];
  }
  return [];
}

function serverPaths(root: DocumentNode): readonly string[] {
  const urls = itemsOf(member(root, 'servers')).flatMap((server) => textOf(member(server, 'url')) ?? []);
  return [...urls.map((url) => url.replace(/^\w+:\/\/[^/]*/, '')), textOf(member(root, 'basePath')) ?? ''].filter((path) => path !== '');
}

function disagreement(
  route: SurfaceElement,
  { name, written, node }: { readonly name: string; readonly written: string; readonly node: DocumentNode },
): ContractChange {
  const operation = `${name.toUpperCase()} ${written}`;
  return {
    contract: 'agreement',
    change: 'described-route-removed',
    impact: 'breaking',
    message: `\`${operation}\` is described here, but the code that served it as \`${route.name}\` is gone or serves another path: callers who hold to the document get an error.`,
    element: operation,
    file: node.file,
    range: shownRange(node),
    before: { file: route.file, range: route.range },
    deprecatedBefore: route.deprecated,
  };
}
