import type { AvroField, AvroSchema, EnumSchema, FixedSchema, Logical, Primitive, RecordSchema } from './model.ts';

/** Why what one schema wrote cannot be read by another (names of the Java library's `SchemaIncompatibilityType`, and `logical-type-mismatch`). */
export type IncompatibilityId =
  | 'name-mismatch'
  | 'fixed-size-mismatch'
  | 'missing-enum-symbols'
  | 'reader-field-missing-default-value'
  | 'type-mismatch'
  | 'missing-union-branch'
  | 'logical-type-mismatch';

export interface Incompatibility {
  readonly id: IncompatibilityId;
  /** The enclosing record's full name and the field, then what is in it: `shop.Order.lines[]`, `shop.Order.total/1` for a branch of a union; `#` for a schema without a name. */
  readonly path: string;
  readonly reader: AvroSchema;
  readonly writer: AvroSchema;
  /** The reader's field that has no default. */
  readonly field?: AvroField;
  /** Symbols, or the branch, that the reader lacks. */
  readonly missing?: readonly string[];
  /** Which branch of the writer's union is missing, counted from 0. */
  readonly branch?: number;
}

interface Resolution {
  readonly found: Incompatibility[];
  /** Pairs of named types that were compared or are being compared. */
  readonly seen: Map<AvroSchema, Set<AvroSchema>>;
}

/** All reasons why data of the writer's schema cannot be read with the reader's, by the specification's "Schema Resolution". None: it can. */
export function incompatibilities(reader: AvroSchema, writer: AvroSchema): readonly Incompatibility[] {
  const resolution: Resolution = { found: [], seen: new Map() };
  resolve(resolution, reader, writer, rootName(reader, writer));
  return resolution.found;
}

function rootName(...schemas: readonly AvroSchema[]): string {
  return schemas.map((schema) => ('fullName' in schema ? schema.fullName : '')).find((name) => name !== '') ?? '#';
}

/** For people: `int`, `union of null, string`, `record shop.Order`. */
export function describe(schema: AvroSchema | undefined): string {
  if (!schema) return '';
  if (schema.kind === 'primitive') return schema.logical ? `${schema.type} (${logicalText(schema.logical)})` : schema.type;
  if ('items' in schema) return `${schema.kind} of ${describe(schema.items)}`;
  if (schema.kind === 'union') return `union of ${schema.branches.map(describe).join(', ') || 'nothing'}`;
  return schema.kind === 'unknown' ? schema.fullName : `${schema.kind} ${schema.fullName}`;
}

export function logicalText(logical: Logical | undefined): string {
  if (!logical) return 'none';
  return logical.name === 'decimal' ? `decimal(${logical.precision ?? '?'}, ${logical.scale ?? 0})` : logical.name;
}

function resolve(resolution: Resolution, reader: AvroSchema, writer: AvroSchema, path: string): void {
  if (isSeen(resolution, reader, writer)) return;
  if (reader.kind === 'unknown' || writer.kind === 'unknown') resolveUnknown(resolution, reader, writer, path);
  else if (writer.kind === 'union') resolveWriterUnion(resolution, reader, writer, path);
  else if (reader.kind === 'union') resolveBranch(resolution, reader, writer, path);
  else if (reader.kind === 'record' && writer.kind === 'record') resolveRecord(resolution, reader, writer, path);
  else if (reader.kind === 'enum' && writer.kind === 'enum') resolveEnum(resolution, reader, writer, path);
  else if (reader.kind === 'fixed' && writer.kind === 'fixed') resolveFixed(resolution, reader, writer, path);
  else if (reader.kind === 'array' && writer.kind === 'array') resolve(resolution, reader.items, writer.items, `${path}[]`);
  else if (reader.kind === 'map' && writer.kind === 'map') resolve(resolution, reader.items, writer.items, `${path}{}`);
  else if (reader.kind === 'primitive' && writer.kind === 'primitive' && isPromoted(reader.type, writer.type))
    resolveLogical(resolution, reader, writer, path);
  else resolution.found.push({ id: 'type-mismatch', path, reader, writer });
}

/** Recursion ends where the same two types meet again. */
function isSeen({ seen }: Resolution, reader: AvroSchema, writer: AvroSchema): boolean {
  const writers = seen.get(reader) ?? new Set();
  seen.set(reader, writers);
  if (writers.has(writer)) return true;
  writers.add(writer);
  return false;
}

const promotions: Readonly<Partial<Record<Primitive, readonly Primitive[]>>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  string: ['bytes'],
  bytes: ['string'],
};

function isPromoted(reader: Primitive, writer: Primitive): boolean {
  return reader === writer || promotions[writer]?.includes(reader) === true;
}

/** A name that was not found is taken to be what it was, where the name is the same. */
function resolveUnknown({ found }: Resolution, reader: AvroSchema, writer: AvroSchema, path: string): void {
  const [read, written] = [reader, writer].map((schema) => ('fullName' in schema ? schema.fullName : undefined));
  if (read !== undefined && written !== undefined) {
    if (!isSameName(read, written)) found.push({ id: 'name-mismatch', path, reader, writer });
  } else if (reader.kind !== 'union' && writer.kind !== 'union') found.push({ id: 'type-mismatch', path, reader, writer });
  else {
    const branches = [reader, writer].flatMap((schema) => (schema.kind === 'union' ? schema.branches : []));
    const name = read ?? written ?? '';
    if (!branches.some((branch) => 'fullName' in branch && isSameName(branch.fullName, name)))
      found.push({ id: 'missing-union-branch', path, reader, writer, missing: [name] });
  }
}

function resolveWriterUnion(
  resolution: Resolution,
  reader: AvroSchema,
  writer: Extract<AvroSchema, { kind: 'union' }>,
  path: string,
): void {
  if (reader.kind !== 'union') {
    for (const branch of writer.branches) resolve(resolution, reader, branch, path);
    return;
  }
  for (const [index, branch] of writer.branches.entries()) {
    const match = matchOf(reader.branches, branch);
    if (match) resolve(resolution, match, branch, path);
    else
      resolution.found.push({
        id: 'missing-union-branch',
        path: `${path}/${index}`,
        reader,
        writer,
        missing: [describe(branch)],
        branch: index,
      });
  }
}

function resolveBranch(resolution: Resolution, reader: Extract<AvroSchema, { kind: 'union' }>, writer: AvroSchema, path: string): void {
  const match = matchOf(reader.branches, writer);
  if (match) resolve(resolution, match, writer, path);
  else resolution.found.push({ id: 'missing-union-branch', path, reader, writer, missing: [describe(writer)] });
}

/** The branch that reads the writer's schema: the one that resolves, else the one that is meant and does not. */
function matchOf(branches: readonly AvroSchema[], writer: AvroSchema): AvroSchema | undefined {
  const same = branches.find((branch) => isMeant(branch, writer));
  if (same) return same;
  return branches.find((branch) =>
    branch.kind === 'primitive' && writer.kind === 'primitive' ? isPromoted(branch.type, writer.type) : isStructural(branch, writer),
  );
}

function isMeant(reader: AvroSchema, writer: AvroSchema): boolean {
  if (reader.kind === 'primitive' && writer.kind === 'primitive') return reader.type === writer.type;
  if ('fullName' in reader && 'fullName' in writer)
    return (reader.kind === writer.kind || reader.kind === 'unknown' || writer.kind === 'unknown') && isNamed(reader, writer.fullName);
  return reader.kind === writer.kind;
}

/** Readers accept a record of another name in a union when its fields fit; no library promises it, so it does not count. */
function isStructural(reader: AvroSchema, writer: AvroSchema): boolean {
  return reader.kind === writer.kind && (reader.kind === 'array' || reader.kind === 'map');
}

/** The specification compares names without namespace, or by the reader's aliases. */
function isNamed(reader: AvroSchema & { readonly fullName: string }, name: string): boolean {
  return (
    isSameName(reader.fullName, name) || ('aliases' in reader && reader.aliases.some((alias) => alias === name || isSameName(alias, name)))
  );
}

function isSameName(a: string, b: string): boolean {
  return a.slice(a.lastIndexOf('.') + 1) === b.slice(b.lastIndexOf('.') + 1);
}

function resolveRecord(resolution: Resolution, reader: RecordSchema, writer: RecordSchema, path: string): void {
  if (!isNamed(reader, writer.fullName)) {
    resolution.found.push({ id: 'name-mismatch', path, reader, writer });
    return;
  }
  const byName = new Map(writer.fields.map((field) => [field.name, field]));
  for (const field of reader.fields) {
    const written = [field.name, ...field.aliases].map((name) => byName.get(name)).find((each) => each !== undefined);
    const at = `${reader.fullName}.${field.name}`;
    if (written) resolve(resolution, field.schema, written.schema, at);
    else if (field.default === undefined)
      resolution.found.push({ id: 'reader-field-missing-default-value', path: at, reader, writer, field });
  }
}

function resolveEnum({ found }: Resolution, reader: EnumSchema, writer: EnumSchema, path: string): void {
  const missing = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
  if (!isNamed(reader, writer.fullName)) found.push({ id: 'name-mismatch', path, reader, writer });
  else if (missing.length > 0 && reader.default === undefined) found.push({ id: 'missing-enum-symbols', path, reader, writer, missing });
}

function resolveFixed(resolution: Resolution, reader: FixedSchema, writer: FixedSchema, path: string): void {
  if (!isNamed(reader, writer.fullName)) resolution.found.push({ id: 'name-mismatch', path, reader, writer });
  else if (reader.size !== writer.size) resolution.found.push({ id: 'fixed-size-mismatch', path, reader, writer });
  else resolveLogical(resolution, reader, writer, path);
}

/** The bytes are read whatever they mean; where both say what they mean and it differs, the value is another. More digits take in all that fewer did. */
function resolveLogical({ found }: Resolution, reader: AvroSchema, writer: AvroSchema, path: string): void {
  const [read, written] = [reader, writer].map((schema) => ('logical' in schema ? schema.logical : undefined));
  if (!read || !written) return;
  const isSame =
    read.name === written.name &&
    (read.name !== 'decimal' || (read.scale === written.scale && (read.precision ?? 0) >= (written.precision ?? 0)));
  if (!isSame) found.push({ id: 'logical-type-mismatch', path, reader, writer });
}
