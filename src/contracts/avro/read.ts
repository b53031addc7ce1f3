import type { Node } from 'jsonc-parser';
import type { SourceFile } from '../../code/code-change.ts';
import { AvroSyntaxError, numberOf, propertyOf, rangeOf, stringOf, stringsOf, treeOf } from './json.ts';
import {
  primitives,
  type AvroField,
  type AvroSchema,
  type EnumSchema,
  type FixedSchema,
  type Logical,
  type Primitive,
  type RecordSchema,
  type Spot,
} from './model.ts';

type Definition = RecordSchema | EnumSchema | FixedSchema;

/** Named types by full name, of all files of one side. */
export type Definitions = Map<string, Definition>;

interface Reading {
  readonly file: SourceFile;
  /** This file's own: they go before those of others. */
  readonly own: Definitions;
  readonly others: Definitions;
  readonly depth: number;
}

/** Schemas nested deeper than this are refused. */
const deepest = 200;

/** Reads a schema. @param others where names that the file does not define are looked up. Throws AvroSyntaxError. */
export function readAvro(file: SourceFile, others: Definitions): { readonly schema: AvroSchema; readonly own: Definitions } {
  const own: Definitions = new Map();
  return { schema: schemaOf(treeOf(file), '', { file, own, others, depth: 0 }), own };
}

function schemaOf(node: Node, namespace: string, reading: Reading): AvroSchema {
  if (reading.depth > deepest) throw new AvroSyntaxError('it is nested too deeply', node.offset);
  const deeper = { ...reading, depth: reading.depth + 1 };
  const spot = spotOf(node, reading);
  if (node.type === 'string') return named(node.value as string, namespace, spot, reading);
  if (node.type === 'array')
    return { kind: 'union', branches: (node.children ?? []).map((each) => schemaOf(each, namespace, deeper)), spot };
  if (node.type === 'object') return objectSchema(node, namespace, deeper);
  throw new AvroSyntaxError('a schema is a string, an array or an object', node.offset);
}

function objectSchema(node: Node, namespace: string, reading: Reading): AvroSchema {
  const type = propertyOf(node, 'type');
  const name = stringOf(type);
  if (!type) throw new AvroSyntaxError('`type` is missing', node.offset);
  if (name === undefined) return schemaOf(type, namespace, reading);
  const spot = spotOf(node, reading);
  if (name === 'record' || name === 'error') return recordSchema(node, namespace, reading);
  if (name === 'enum') return enumSchema(node, namespace, reading);
  if (name === 'fixed') return fixedSchema(node, namespace, reading);
  if (name === 'array' || name === 'map') {
    const items = propertyOf(node, name === 'array' ? 'items' : 'values');
    if (!items) throw new AvroSyntaxError(`\`${name === 'array' ? 'items' : 'values'}\` is missing`, node.offset);
    return { kind: name, items: schemaOf(items, namespace, reading), spot };
  }
  const logical = logicalOf(node);
  const schema = named(name, namespace, spot, reading);
  return schema.kind === 'primitive' && logical ? { ...schema, logical } : schema;
}

function named(name: string, namespace: string, spot: Spot, { own, others }: Reading): AvroSchema {
  if (/[:/]/.test(name)) throw new AvroSyntaxError(`\`${name}\` is no name of a type, and addresses are not followed`, spot.range.start);
  if ((primitives as readonly string[]).includes(name)) return { kind: 'primitive', type: name as Primitive, spot };
  const fullName = qualified(name, namespace);
  const found = own.get(fullName) ?? own.get(name) ?? others.get(fullName) ?? others.get(name);
  return found ?? { kind: 'unknown', fullName, spot };
}

function recordSchema(node: Node, outer: string, reading: Reading): RecordSchema {
  const { fullName, aliases, namespace, spot } = namesOf(node, outer, reading);
  const fields: AvroField[] = [];
  const record: RecordSchema = { kind: 'record', fullName, aliases, fields, spot };
  reading.own.set(fullName, record);
  const list = propertyOf(node, 'fields');
  if (list?.type !== 'array') throw new AvroSyntaxError('`fields` is missing', node.offset);
  for (const each of list.children ?? []) fields.push(fieldOf(each, namespace, reading));
  return record;
}

function fieldOf(node: Node, namespace: string, reading: Reading): AvroField {
  const name = propertyOf(node, 'name');
  const type = propertyOf(node, 'type');
  const text = stringOf(name);
  if (!name || text === undefined || !type) throw new AvroSyntaxError('a field has a `name` and a `type`', node.offset);
  const value = propertyOf(node, 'default');
  const last = node.children?.at(-1);
  return {
    name: text,
    aliases: stringsOf(propertyOf(node, 'aliases')),
    schema: schemaOf(type, namespace, reading),
    deprecated:
      propertyOf(node, 'deprecated') !== undefined || /@?\bdeprecated\b/i.test(stringOf(propertyOf(node, 'doc'))?.slice(0, 2000) ?? ''),
    spot: spotOf(name, reading),
    end: last ? last.offset + last.length : node.offset + node.length,
    ...(value && { default: reading.file.text.slice(value.offset, value.offset + value.length).replace(/\s+/g, ' ') }),
  };
}

function enumSchema(node: Node, outer: string, reading: Reading): EnumSchema {
  const { fullName, aliases, spot } = namesOf(node, outer, reading);
  const value = stringOf(propertyOf(node, 'default'));
  const schema: EnumSchema = {
    kind: 'enum',
    fullName,
    aliases,
    symbols: stringsOf(propertyOf(node, 'symbols')),
    spot,
    ...(value !== undefined && { default: value }),
  };
  reading.own.set(fullName, schema);
  return schema;
}

function fixedSchema(node: Node, outer: string, reading: Reading): FixedSchema {
  const { fullName, aliases, spot } = namesOf(node, outer, reading);
  const logical = logicalOf(node);
  const schema: FixedSchema = {
    kind: 'fixed',
    fullName,
    aliases,
    size: numberOf(propertyOf(node, 'size')) ?? 0,
    spot,
    ...(logical && { logical }),
  };
  reading.own.set(fullName, schema);
  return schema;
}

function namesOf(node: Node, outer: string, reading: Reading) {
  const nameNode = propertyOf(node, 'name');
  const name = stringOf(nameNode);
  if (!nameNode || name === undefined) throw new AvroSyntaxError('`name` is missing', node.offset);
  const fullName = qualified(name, stringOf(propertyOf(node, 'namespace')) ?? outer);
  const namespace = fullName.slice(0, Math.max(0, fullName.lastIndexOf('.')));
  const aliases = stringsOf(propertyOf(node, 'aliases')).map((alias) => qualified(alias, namespace));
  return { fullName, aliases, namespace, spot: spotOf(nameNode, reading) };
}

function logicalOf(node: Node): Logical | undefined {
  const name = stringOf(propertyOf(node, 'logicalType'));
  if (name === undefined) return undefined;
  const [precision, scale] = [numberOf(propertyOf(node, 'precision')), numberOf(propertyOf(node, 'scale'))];
  return { name, ...(precision !== undefined && { precision }), ...(name === 'decimal' && { scale: scale ?? 0 }) };
}

function qualified(name: string, namespace: string): string {
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

function spotOf(node: Node, { file }: Reading): Spot {
  return { file, range: rangeOf(node) };
}
