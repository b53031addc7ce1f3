import { itemsOf, member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import { joinedPath, pathTemplate } from '../../code/surface/surface-element.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { operationMethods } from '../document/operation-methods.ts';
import { readContractDocument } from '../document/read-contract-document.ts';
import { isOpenApi } from '../openapi/recognise.ts';
import { aside } from './files-holding.ts';

/** An operation as an OpenAPI document has it. */
export interface DescribedOperation {
  /** `GET`. */
  readonly method: string;
  /** `GET /orders/{id}`. */
  readonly name: string;
  /** Its path with what stands for a part left out, alone and below each server: `/orders/{}`. */
  readonly templates: readonly string[];
  readonly node: DocumentNode;
  /** All operations of the path. */
  readonly item: DocumentNode;
}

/** Where more files or documents have the words, what describes a route may be missed among them. The rule's page says so. */
const most = { files: 100, documents: 20 };

/** What every OpenAPI document has. */
const marks = ['openapi', 'swagger'];

/** The operations of a document. */
export function operationsOf(root: DocumentNode): readonly DescribedOperation[] {
  const prefixes = prefixesOf(root);
  return membersOf(member(root, 'paths')).flatMap(([path, item]) => {
    const templates = templatesOf(path, prefixes);
    return membersOf(item)
      .filter(([method]) => operationMethods.has(method))
      .map(([method, node]) => ({ method: method.toUpperCase(), name: `${method.toUpperCase()} ${path}`, templates, node, item }));
  });
}

/** The paths of a document whose operations another file has, as templates. */
export function pathsElsewhere(root: DocumentNode): readonly string[] {
  const prefixes = prefixesOf(root);
  return membersOf(member(root, 'paths')).flatMap(([path, item]) => (member(item, '$ref') ? templatesOf(path, prefixes) : []));
}

function templatesOf(path: string, prefixes: readonly string[]): readonly string[] {
  return [...new Set(prefixes.map((prefix) => pathTemplate(joinedPath(prefix, path))))];
}

/** What may stand before each path: nothing, or the path of a server. */
function prefixesOf(root: DocumentNode): readonly string[] {
  const urls = itemsOf(member(root, 'servers')).flatMap((server) => textOf(member(server, 'url')) ?? []);
  return [
    '',
    ...[...urls.map((url) => url.replace(/^\w+:\/\/[^/]*/, '')), textOf(member(root, 'basePath')) ?? ''].filter((path) => path !== ''),
  ];
}

/** Whether an operation is what a route of the code serves, e.g. `GET /orders/{}` or `ANY /orders/{}`. */
export function isServedBy({ method, templates }: DescribedOperation, route: string): boolean {
  const [verb = '', path = ''] = route.split(' ');
  return templates.includes(path) && (verb === method || (verb === 'ANY' && /^(?:GET|PUT|POST|DELETE|PATCH)$/.test(method)));
}

/** The OpenAPI documents of head that have one of the words; none where there are too many. */
export async function documentsWith(words: readonly string[], { grep, read }: ContractSurroundings): Promise<readonly DocumentNode[]> {
  const held = await grep('head', [...new Set([...words, ...marks])], ['.yaml', '.yml', '.json']);
  const paths = [...held].flatMap(([path, found]) =>
    !aside.test(path) && marks.some((mark) => found.has(mark)) && words.some((word) => found.has(word)) ? [path] : [],
  );
  if (paths.length > most.files) return [];
  const texts = [...(await read('head', paths))].filter(([path, text]) => isOpenApi(path, text));
  if (texts.length > most.documents) return [];
  return texts.flatMap(([path, text]) => {
    const document = readContractDocument(unchangedFile('head', path, text));
    return document.error ? [] : document.roots.slice(0, 1);
  });
}

/** The longest fixed part of a path; undefined where it has none that tells it from others. */
export function wordOf(path: string): string | undefined {
  const parts = path.slice(path.indexOf('/')).match(/\w{3,}/g) ?? [];
  return parts.reduce<string | undefined>((longest, part) => (part.length > (longest?.length ?? 0) ? part : longest), undefined);
}
