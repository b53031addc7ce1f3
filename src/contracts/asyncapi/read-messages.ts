import { isTrue, itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import { referenceOf, type Documents } from '../document/documents.ts';
import type { Message } from './asyncapi-model.ts';

/** A message before its references are followed. */
export interface MessageSource {
  readonly node: DocumentNode;
  readonly name?: string;
  readonly pointer: string;
}

export interface MessageDefaults {
  readonly documents: Documents;
  /** `defaultContentType` of the document. */
  readonly contentType: DocumentNode | undefined;
}

/** Reads one message; `oneOf` (version 2) makes several. */
export function readMessages(source: MessageSource, defaults: MessageDefaults): readonly Message[] {
  const node = defaults.documents.resolve(source.node) ?? source.node;
  const several = itemsOf(member(node, 'oneOf'));
  if (several.length === 0) return [readMessage({ ...source, node }, source.name ?? nameOf(source.node, node), defaults)];
  return several.flatMap((each, at) => readMessages({ node: each, pointer: `${source.pointer}/oneOf/${at}` }, defaults));
}

/** The last name of a reference, where the message has none of its own. */
function nameOf(written: DocumentNode, node: DocumentNode): string {
  const own = textOf(member(node, 'messageId')) ?? textOf(member(node, 'name'));
  return own ?? /([^/#]{1,300})$/.exec(referenceOf(written) ?? '')?.[1] ?? textOf(member(node, 'title')) ?? '';
}

function readMessage({ node, pointer }: MessageSource, name: string, { documents, contentType }: MessageDefaults): Message {
  const traits = itemsOf(member(node, 'traits')).map((trait) => documents.resolve(trait) ?? trait);
  const said = (key: string): DocumentNode | undefined => [node, ...traits].map((each) => member(each, key)).find((each) => each);
  const written = said('payload');
  const payload = written && (documents.resolve(written) ?? written);
  // Version 3 may write the format beside the schema.
  const inner = member(payload, 'schemaFormat') ? member(payload, 'schema') : undefined;
  const formatAt = inner ? member(payload, 'schemaFormat') : said('schemaFormat');
  return {
    name,
    at: node,
    pointer,
    deprecated: isTrue(said('deprecated')) || isTrue(said('x-deprecated')),
    contentType: said('contentType') ?? contentType,
    payload: inner ?? written,
    format: isJsonSchemaFormat(textOf(formatAt)) ? 'json-schema' : 'other',
    formatAt,
    headers: said('headers'),
    correlation: said('correlationId'),
    bindings: said('bindings'),
  };
}

/** AsyncAPI's own schemas, JSON Schema and OpenAPI's are compared; Avro, Protocol Buffers, RAML and others are not. */
function isJsonSchemaFormat(format: string | undefined): boolean {
  return format === undefined || /^application\/(?:vnd\.aai\.asyncapi|schema|vnd\.oai\.openapi)\b/.test(format);
}
