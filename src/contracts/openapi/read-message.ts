import { isTrue, itemsOf, member, membersOf, scalarOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Documents } from '../document/documents.ts';
import type { Content, Header, Operation, Parameter, RequestBody, Response } from './openapi-model.ts';
import { lifecycleOf } from './lifecycle.ts';

/** What an operation takes and gives. */
export type Message = Pick<Operation, 'parameters' | 'body' | 'responses'>;

export interface MessageSource {
  readonly root: DocumentNode;
  readonly item: DocumentNode;
  readonly operation: DocumentNode;
  readonly path: string;
  readonly documents: Documents;
}

export type MessageReader = (source: MessageSource) => Message;

/** Reads what an operation of OpenAPI 3 takes and gives. */
export function readMessage(source: MessageSource): Message {
  const { operation, documents } = source;
  const bodyNode = member(operation, 'requestBody');
  const body = bodyNode && documents.resolve(bodyNode);
  const responses = membersOf(member(operation, 'responses')).filter(([status]) => !status.startsWith('x-'));
  return {
    parameters: parameterNodes(source).map((node) => readParameter(node, source)),
    body: body && readBody(body, documents),
    responses: new Map(
      responses.map(([status, node]) => [
        status.toUpperCase().replace('DEFAULT', 'default'),
        readResponse(documents.resolve(node) ?? node, documents),
      ]),
    ),
  };
}

/** The parameters of an operation; its own stand before those of the path. */
export function parameterNodes({ item, operation, documents }: MessageSource): readonly DocumentNode[] {
  const all = [operation, item].flatMap((node) => itemsOf(member(node, 'parameters'))).flatMap((node) => documents.resolve(node) ?? []);
  const byKey = new Map<string, DocumentNode>();
  for (const node of all) {
    const key = `${textOf(member(node, 'in')) ?? ''} ${textOf(member(node, 'name')) ?? ''}`;
    if (!byKey.has(key)) byKey.set(key, node);
  }
  return [...byKey.values()];
}

/** Equal for the same parameter of both sides. */
export function identityOf(location: string, name: string, path: string): string {
  if (location === 'header') return `header ${name.toLowerCase()}`;
  if (location !== 'path') return `${location} ${name}`;
  const names = [...path.matchAll(/\{([^{}]{0,300})\}/g)].map(([, each]) => each);
  return names.includes(name) ? `path ${names.indexOf(name)}` : `path ${name}`;
}

const usualStyles: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

function readParameter(node: DocumentNode, { path, documents }: MessageSource): Parameter {
  const [location, name] = [textOf(member(node, 'in')) ?? '', textOf(member(node, 'name')) ?? ''];
  const styleAt = member(node, 'style');
  const style = textOf(styleAt) ?? usualStyles[location] ?? 'form';
  const explodeAt = member(node, 'explode');
  const explode = scalarOf(explodeAt);
  return {
    ...lifecycleOf(node),
    in: location,
    name,
    identity: identityOf(location, name, path),
    at: node,
    required: location === 'path' || isTrue(member(node, 'required')),
    requiredAt: member(node, 'required'),
    schema: member(node, 'schema'),
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    styleAt,
    explodeAt,
    allowEmptyValue: member(node, 'allowEmptyValue'),
    allowReserved: member(node, 'allowReserved'),
    content: readContent(member(node, 'content'), documents),
  };
}

function readBody(node: DocumentNode, documents: Documents): RequestBody {
  return {
    at: node,
    required: isTrue(member(node, 'required')),
    requiredAt: member(node, 'required'),
    content: readContent(member(node, 'content'), documents),
  };
}

function readContent(node: DocumentNode | undefined, documents: Documents): Content {
  return new Map(
    membersOf(node).map(([type, each]) => {
      const media = documents.resolve(each) ?? each;
      return [mediaTypeName(type), { at: media, schema: member(media, 'schema') }];
    }),
  );
}

/** In lower case, without parameters that say how it is encoded. */
export function mediaTypeName(type: string): string {
  const [name = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  return [name, ...parameters.filter((parameter) => !parameter.startsWith('charset='))].join(';');
}

function readResponse(node: DocumentNode, documents: Documents): Response {
  const headers = membersOf(member(node, 'headers')).map(([name, each]) => readHeader(name, documents.resolve(each) ?? each));
  return {
    at: node,
    content: readContent(member(node, 'content'), documents),
    headers: new Map(
      headers.filter(({ name }) => name.toLowerCase() !== 'content-type').map((header) => [header.name.toLowerCase(), header]),
    ),
  };
}

/** A header of either version: Swagger 2 writes the schema into the header itself. */
export function readHeader(name: string, node: DocumentNode): Header {
  const schema = member(node, 'schema') ?? (member(node, 'type') ? node : undefined);
  return {
    name,
    at: node,
    required: isTrue(member(node, 'required')),
    requiredAt: member(node, 'required'),
    schema,
    explodeAt: member(node, 'explode'),
  };
}
