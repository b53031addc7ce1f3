import { itemsOf, member, membersOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import type { DescribedOperation } from '../described-operations.ts';
import type { BodyPlace } from './route-bodies.ts';
import { wordOf } from './type-fields.ts';

/** A property of a body as a document has it. */
export interface SchemaField {
  readonly name: string;
  readonly node: DocumentNode;
  readonly isRequired: boolean;
}

/** The properties of a body by their words; undefined where it is no plain object, or not all of it can be seen. */
export type SchemaFields = ReadonlyMap<string, SchemaField>;

const deepest = 8;

/** @param within the words of the properties on the way to a body within the body */
export function schemaFields(
  { node }: DescribedOperation,
  place: BodyPlace,
  root: DocumentNode,
  within: readonly string[] = [],
): SchemaFields | undefined {
  const schema = place === 'request' ? requestSchema(node, root) : responseSchema(node, root);
  let fields = schema && fieldsOf(schema, root, 0);
  for (const word of within) {
    const inner = fields?.get(word);
    fields = inner && fieldsOf(inner.node, root, 0);
  }
  return fields && fields.size > 1 ? fields : undefined;
}

function requestSchema(operation: DocumentNode, root: DocumentNode): DocumentNode | undefined {
  const swagger = itemsOf(member(operation, 'parameters')).find((each) => textOf(member(each, 'in')) === 'body');
  return swagger ? member(swagger, 'schema') : jsonSchemaOf(resolved(member(operation, 'requestBody'), root));
}

function responseSchema(operation: DocumentNode, root: DocumentNode): DocumentNode | undefined {
  const [, answer] = membersOf(member(operation, 'responses')).find(([status]) => status.startsWith('2')) ?? [];
  const message = resolved(answer, root);
  return member(message, 'schema') ?? jsonSchemaOf(message);
}

function jsonSchemaOf(message: DocumentNode | undefined): DocumentNode | undefined {
  return membersOf(member(message, 'content')).find(([type]) => /\bjson\b|^\*\/\*/.test(type))?.[1];
}

function fieldsOf(given: DocumentNode, root: DocumentNode, depth: number): SchemaFields | undefined {
  const schema = resolved(member(given, 'schema') ?? given, root);
  if (
    !schema ||
    depth > deepest ||
    member(schema, 'oneOf') ||
    member(schema, 'anyOf') ||
    member(schema, 'additionalProperties')?.kind === 'object'
  )
    return undefined;
  const items = member(schema, 'items');
  if (items) return fieldsOf(items, root, depth + 1);
  const whole = [schema, ...itemsOf(member(schema, 'allOf')).flatMap((part) => resolved(part, root) ?? [])];
  const required = new Set(whole.flatMap((part) => itemsOf(member(part, 'required')).map(textOf)));
  const own = membersOf(member(schema, 'properties')).map(
    ([name, node]) => [wordOf(name), { name, node, isRequired: required.has(name) }] as const,
  );
  const parts = itemsOf(member(schema, 'allOf')).map((part) => fieldsOf(part, root, depth + 1));
  if (parts.includes(undefined)) return undefined;
  const inherited = parts.flatMap((part) =>
    [...(part ?? [])].map(([word, field]) => [word, { ...field, isRequired: field.isRequired || required.has(field.name) }] as const),
  );
  return new Map([...inherited, ...own]);
}

function resolved(node: DocumentNode | undefined, root: DocumentNode): DocumentNode | undefined {
  let at = node;
  for (let turn = 0; turn < deepest; turn += 1) {
    const reference = textOf(member(at, '$ref'));
    if (reference === undefined) return at;
    at = reference.startsWith('#/') ? member(root, ...reference.slice(2).split('/')) : undefined;
  }
  return undefined;
}
