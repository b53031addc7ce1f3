import { isTrue, itemsOf, member, membersOf, scalarOf, textsOf, type DocumentNode } from '../../code/document-node.ts';
import { referenceOf, type Documents } from '../document/documents.ts';

/** How schemas of one side are read. */
export interface SchemaReader {
  readonly documents: Documents;
  /** Whether what stands beside a `$ref` counts: from OpenAPI 3.1 and draft 2019-09 on. */
  readonly siblings: boolean;
}

/** Alternatives of a schema; `null` among them is told by the view's `nullable`. */
export interface Union {
  readonly kind: 'oneOf' | 'anyOf';
  readonly at: DocumentNode;
  readonly branches: readonly DocumentNode[];
}

/** A schema with its references followed and its `allOf` opened: all its `parts` must hold. */
export interface SchemaView {
  /** Where it stands, before any reference is followed. */
  readonly at: DocumentNode;
  readonly parts: readonly DocumentNode[];
  readonly unions: readonly Union[];
  /** Without `null`; undefined: any. */
  readonly types: ReadonlySet<string> | undefined;
  readonly nullable: boolean;
  /** The schema `false`, which nothing fits. */
  readonly never: boolean;
  /** Whether a part could not be found, so that nothing can be said to be missing from it. */
  readonly partial: boolean;
}

interface Collected {
  readonly parts: DocumentNode[];
  readonly unions: Union[];
  readonly seen: Set<DocumentNode>;
  nullable: boolean;
  partial: boolean;
}

/** Opens schemas that must all hold (mostly one). */
export function viewOf(schemas: readonly DocumentNode[], reader: SchemaReader): SchemaView | undefined {
  const [at] = schemas;
  if (!at) return undefined;
  const into: Collected = { parts: [], unions: [], seen: new Set(), nullable: false, partial: false };
  for (const schema of schemas) collect(schema, reader, into);
  const types = typesOf(into.parts);
  return {
    at,
    parts: into.parts,
    unions: into.unions,
    types: types === undefined ? undefined : new Set([...types].filter((type) => type !== 'null')),
    nullable:
      into.nullable ||
      (types?.has('null') ?? false) ||
      into.parts.some((part) => isTrue(member(part, 'nullable')) || isTrue(member(part, 'x-nullable'))),
    never: into.parts.some((part) => scalarOf(part) === false),
    partial: into.partial,
  };
}

/** The first of a keyword's values. */
export function keyword(view: SchemaView, name: string): DocumentNode | undefined {
  for (const part of view.parts) {
    const value = member(part, name);
    if (value) return value;
  }
  return undefined;
}

/** A keyword's values in all parts. */
export function keywords(view: SchemaView, name: string): readonly DocumentNode[] {
  return view.parts.flatMap((part) => member(part, name) ?? []);
}

/** Property name → the schemas that it must fit. */
export function propertiesOf(view: SchemaView): ReadonlyMap<string, readonly DocumentNode[]> {
  const found = new Map<string, DocumentNode[]>();
  for (const [name, schema] of keywords(view, 'properties').flatMap(membersOf)) found.set(name, [...(found.get(name) ?? []), schema]);
  return found;
}

/** Required property name → where it is said. */
export function requiredOf(view: SchemaView): ReadonlyMap<string, DocumentNode> {
  const items = keywords(view, 'required').flatMap(itemsOf);
  return new Map(items.flatMap((item): [string, DocumentNode][] => textsOf(item).map((name) => [name, item])));
}

function collect(node: DocumentNode, reader: SchemaReader, into: Collected): void {
  if (into.seen.has(node)) return;
  into.seen.add(node);
  if (referenceOf(node) !== undefined) {
    const target = reader.documents.resolve(node);
    if (target) collect(target, reader, into);
    else into.partial = true;
    if (!reader.siblings) return;
  }
  into.parts.push(node);
  for (const part of itemsOf(member(node, 'allOf'))) collect(part, reader, into);
  for (const kind of ['oneOf', 'anyOf'] as const) collectUnion(node, kind, reader, into);
}

/** A union of one schema and `null` is that schema, nullable. */
function collectUnion(node: DocumentNode, kind: Union['kind'], reader: SchemaReader, into: Collected): void {
  const at = member(node, kind);
  if (at?.kind !== 'array' || at.items.length === 0) return;
  const branches = at.items.filter((item) => !isNull(item));
  const hasNull = branches.length < at.items.length;
  if (hasNull) into.nullable = true;
  const [only] = branches;
  if (hasNull && only && branches.length === 1) collect(only, reader, into);
  else into.unions.push({ kind, at, branches });
}

function isNull(node: DocumentNode): boolean {
  return scalarOf(member(node, 'type')) === 'null';
}

/** The types that all parts allow; undefined where none says any and the keywords do not tell. */
function typesOf(parts: readonly DocumentNode[]): ReadonlySet<string> | undefined {
  const said = parts.flatMap((part) => {
    const types = textsOf(member(part, 'type'));
    return types.length === 0 ? [] : [new Set(types)];
  });
  if (said.length === 0) return impliedTypes(parts);
  return said.reduce(
    (all, each) =>
      new Set(
        [...all]
          .filter((type) => each.has(type) || (type === 'integer' && each.has('number')))
          .concat([...each].filter((type) => type === 'integer' && all.has('number'))),
      ),
  );
}

/** Most schemas without a type that name properties or items mean objects or lists. */
function impliedTypes(parts: readonly DocumentNode[]): ReadonlySet<string> | undefined {
  if (parts.some((part) => member(part, 'properties') ?? member(part, 'additionalProperties'))) return new Set(['object']);
  return parts.some((part) => member(part, 'items')) ? new Set(['array']) : undefined;
}

/** The types of the values that a schema lists, where it names no type: `string` for `const: a`. */
export function typesOfValues(view: SchemaView): ReadonlySet<string> | undefined {
  const constant = keyword(view, 'const');
  const values = constant ? [constant] : itemsOf(keyword(view, 'enum'));
  return values.length === 0 ? undefined : new Set(values.map(typeOfValue).filter((type) => type !== 'null'));
}

function typeOfValue(node: DocumentNode): string {
  if (node.kind !== 'scalar') return node.kind;
  if (typeof node.value === 'number') return Number.isInteger(node.value) ? 'integer' : 'number';
  return node.value === null ? 'null' : typeof node.value;
}
