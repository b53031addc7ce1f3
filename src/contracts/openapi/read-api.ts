import { itemsOf, member, membersOf, textOf, textsOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import { operationMethods } from '../document/operation-methods.ts';
import { escaped } from '../schema/schema-place.ts';
import { lifecycleOf } from './lifecycle.ts';
import type { Api, Operation, PathItem, SecurityAlternative } from './openapi-model.ts';
import { readMessage, type MessageReader } from './read-message.ts';
import { readSwaggerMessage } from './read-swagger.ts';

/** Reads an API from its root document. */
export function readApi(root: DocumentNode, documents: Documents): Api {
  const version = textOf(member(root, 'openapi')) ?? '';
  const isSwagger = member(root, 'swagger') !== undefined;
  const reading: Reading = { root, documents, isSwagger, message: isSwagger ? readSwaggerMessage : readMessage };
  const resolved = (node: DocumentNode): DocumentNode => documents.resolve(node) ?? node;
  const schemes = member(root, 'components', 'securitySchemes') ?? member(root, 'securityDefinitions');
  const schemas = member(root, 'components', 'schemas') ?? (isSwagger ? member(root, 'definitions') : undefined);
  return {
    root,
    reader: { documents, siblings: /^3\.[1-9]/.test(version) },
    paths: readPaths(member(root, 'paths'), 'paths', 'consumer', reading),
    webhooks: readPaths(member(root, 'webhooks') ?? member(root, 'x-webhooks'), 'webhooks', 'provider', reading),
    schemes: new Map(membersOf(schemes).map(([name, node]) => [name, resolved(node)])),
    schemas: new Map(membersOf(schemas)),
    servers: isSwagger ? swaggerServers(root) : serversOf(root),
  };
}

interface Reading {
  readonly root: DocumentNode;
  readonly documents: Documents;
  readonly isSwagger: boolean;
  readonly message: MessageReader;
}

/** The path template with the parameters' names left out: renaming them changes nothing. */
export function templateOf(path: string): string {
  return path.replaceAll(/\{[^{}]{0,300}\}/g, '{}');
}

function readPaths(
  paths: DocumentNode | undefined,
  from: string,
  caller: Operation['caller'],
  reading: Reading,
): ReadonlyMap<string, PathItem> {
  const found = new Map<string, PathItem>();
  for (const [path, node] of membersOf(paths)) {
    if (path.startsWith('x-')) continue;
    const item = readPathItem({ path, node, pointer: `/${from}/${escaped(path)}`, caller }, reading);
    const template = templateOf(path);
    // Two templates that differ in names only: the second is told apart by its own text.
    found.set(found.has(template) ? path : template, item);
  }
  return found;
}

interface Place {
  readonly path: string;
  readonly node: DocumentNode;
  readonly pointer: string;
  readonly caller: Operation['caller'];
}

function readPathItem({ path, node, pointer, caller }: Place, reading: Reading): PathItem {
  const item = reading.documents.resolve(node) ?? node;
  const operations = [...operationMethods].flatMap((method): [string, Operation][] => {
    const operation = member(item, method);
    return operation
      ? [[method, readOperation({ path, node: operation, pointer: `${pointer}/${method}`, caller }, { item, method }, reading)]]
      : [];
  });
  return { path, at: node, pointer, operations: new Map(operations) };
}

function readOperation(
  { path, node, pointer, caller }: Place,
  { item, method }: { readonly item: DocumentNode; readonly method: string },
  reading: Reading,
): Operation {
  const securityAt = member(node, 'security') ?? member(reading.root, 'security');
  const name = caller === 'consumer' ? `\`${method.toUpperCase()} ${path}\`` : `the webhook \`${path}\``;
  return {
    ...lifecycleOf(node),
    ...reading.message({ root: reading.root, item, operation: node, path, documents: reading.documents }),
    method,
    path,
    pointer,
    name,
    at: node,
    caller,
    security: alternativesOf(securityAt),
    securityAt,
    callbacks: readCallbacks(node, pointer, caller, reading),
  };
}

function readCallbacks(
  operation: DocumentNode,
  pointer: string,
  caller: Operation['caller'],
  reading: Reading,
): ReadonlyMap<string, Operation> {
  if (caller === 'provider') return new Map();
  const operations = membersOf(member(operation, 'callbacks')).flatMap(([name, node]) => {
    const items = membersOf(reading.documents.resolve(node));
    return items.flatMap(([path, each]) =>
      [
        ...readPathItem(
          { path: name, node: each, pointer: `${pointer}/callbacks/${escaped(name)}/${escaped(path)}`, caller: 'provider' },
          reading,
        ).operations,
      ].map(([method, found]): [string, Operation] => [`${name} ${path} ${method}`, found]),
    );
  });
  return new Map(operations);
}

function alternativesOf(node: DocumentNode | undefined): readonly SecurityAlternative[] {
  return itemsOf(node).map((at) => ({ at, schemes: new Map(membersOf(at).map(([name, scopes]) => [name, textsOf(scopes)])) }));
}

function serversOf(root: DocumentNode): ReadonlyMap<string, DocumentNode> {
  return new Map(
    itemsOf(member(root, 'servers')).flatMap((server): [string, DocumentNode][] => {
      const url = textOf(member(server, 'url'));
      return url === undefined ? [] : [[url.replace(/\/$/, ''), server]];
    }),
  );
}

function swaggerServers(root: DocumentNode): ReadonlyMap<string, DocumentNode> {
  const [host, base] = [member(root, 'host'), member(root, 'basePath')];
  const schemes = textsOf(member(root, 'schemes'));
  const address = `${textOf(host) ?? ''}${textOf(base)?.replace(/\/$/, '') ?? ''}`;
  const at = base ?? host;
  if (!at) return new Map();
  return new Map((schemes.length > 0 ? schemes : ['']).map((scheme) => [scheme === '' ? address : `${scheme}://${address}`, at]));
}
