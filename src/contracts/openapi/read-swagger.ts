import { isTrue, member, membersOf, textOf, textsOf, type DocumentNode, type ObjectNode } from '../../code/document-node.ts';
import type { Content, Parameter, RequestBody, Response } from './openapi-model.ts';
import { lifecycleOf } from './lifecycle.ts';
import { identityOf, mediaTypeName, parameterNodes, readHeader, type Message, type MessageSource } from './read-message.ts';

/** Reads what an operation of Swagger 2 takes and gives, in the shape of OpenAPI 3. */
export function readSwaggerMessage(source: MessageSource): Message {
  const nodes = parameterNodes(source);
  const where = (node: DocumentNode): string => textOf(member(node, 'in')) ?? '';
  const whole = nodes.find((node) => where(node) === 'body');
  const fields = nodes.filter((node) => where(node) === 'formData');
  const responses = membersOf(member(source.operation, 'responses')).filter(([status]) => !status.startsWith('x-'));
  return {
    parameters: nodes.filter((node) => !['body', 'formData'].includes(where(node))).map((node) => readParameter(node, source)),
    body: whole ? wholeBody(whole, source) : fields.length > 0 ? formBody(fields, source) : undefined,
    responses: new Map(responses.map(([status, node]) => [status, readResponse(source.documents.resolve(node) ?? node, source)])),
  };
}

const styles: Readonly<Record<string, readonly [style: string, explode: boolean]>> = {
  multi: ['form', true],
  ssv: ['spaceDelimited', false],
  pipes: ['pipeDelimited', false],
  tsv: ['tabDelimited', false],
};

function readParameter(node: DocumentNode, { path }: MessageSource): Parameter {
  const [location, name] = [textOf(member(node, 'in')) ?? '', textOf(member(node, 'name')) ?? ''];
  const styleAt = member(node, 'collectionFormat');
  const isForm = location === 'query' || location === 'cookie';
  const isList = textOf(member(node, 'type')) === 'array';
  const [style, explode] = styles[textOf(styleAt) ?? ''] ?? [isForm ? 'form' : 'simple', isForm && !isList];
  return {
    ...lifecycleOf(node),
    in: location,
    name,
    identity: identityOf(location, name, path),
    at: node,
    required: location === 'path' || isTrue(member(node, 'required')),
    requiredAt: member(node, 'required'),
    schema: withoutFlag(node),
    style,
    explode,
    styleAt,
    explodeAt: styleAt,
    allowEmptyValue: member(node, 'allowEmptyValue'),
    content: new Map(),
  };
}

const schemasOfParameters = new WeakMap<DocumentNode, DocumentNode>();

/** A parameter holds its schema itself; its `required` is a flag and no list of properties. Always the same node for the same parameter. */
function withoutFlag(node: DocumentNode): DocumentNode {
  if (node.kind !== 'object') return node;
  const known = schemasOfParameters.get(node);
  if (known) return known;
  const schema: ObjectNode = {
    ...node,
    members: new Map([...node.members].filter(([name]) => !['required', 'name', 'in', 'description', 'deprecated'].includes(name))),
  };
  schemasOfParameters.set(node, schema);
  return schema;
}

function mediaTypes(name: 'consumes' | 'produces', { operation, root }: MessageSource, usual: string): readonly string[] {
  const types = textsOf(member(operation, name) ?? member(root, name)).map(mediaTypeName);
  return types.length > 0 ? types : [usual];
}

function wholeBody(node: DocumentNode, source: MessageSource): RequestBody {
  return {
    at: node,
    required: isTrue(member(node, 'required')),
    requiredAt: member(node, 'required'),
    content: contentOf(node, mediaTypes('consumes', source, 'application/json')),
  };
}

function contentOf(node: DocumentNode, types: readonly string[]): Content {
  return new Map(types.map((type) => [type, { at: node, schema: member(node, 'schema') }]));
}

/** The fields of a form are the properties of its body. */
function formBody(fields: readonly DocumentNode[], source: MessageSource): RequestBody {
  const [first] = fields as readonly [DocumentNode, ...DocumentNode[]];
  const at = { file: first.file, range: first.range };
  const named = fields.map((field): [string, DocumentNode] => [textOf(member(field, 'name')) ?? '', field]);
  const required = named.filter(([, field]) => isTrue(member(field, 'required')));
  const schema: ObjectNode = {
    ...at,
    kind: 'object',
    members: new Map<string, DocumentNode>([
      ['type', { ...at, kind: 'scalar', value: 'object' }],
      ['properties', { ...at, kind: 'object', members: new Map(named.map(([name, field]) => [name, withoutFlag(field)])) }],
      [
        'required',
        {
          ...at,
          kind: 'array',
          items: required.map(([name, field]) => ({
            kind: 'scalar',
            value: name,
            file: field.file,
            range: field.range,
            ...(field.key && { key: field.key }),
          })),
        },
      ],
    ]),
  };
  const types = mediaTypes('consumes', source, 'application/x-www-form-urlencoded');
  return {
    at: first,
    required: required.length > 0,
    requiredAt: required[0]?.[1],
    content: new Map(types.map((type) => [type, { at: first, schema }])),
  };
}

function readResponse(node: DocumentNode, source: MessageSource): Response {
  const headers = membersOf(member(node, 'headers')).map(([name, each]) => readHeader(name, each));
  const content = member(node, 'schema') ? contentOf(node, mediaTypes('produces', source, 'application/json')) : new Map<string, never>();
  return { at: node, content, headers: new Map(headers.map((header) => [header.name.toLowerCase(), header])) };
}
