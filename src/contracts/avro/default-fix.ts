import type { ContractChange } from '../../code/contract-change.ts';
import type { AvroField, AvroSchema } from './model.ts';

/** The edit that gives a new field a default, so that data without it can be read; undefined where there is no plain one. */
export function addedDefault({ name, schema, end }: AvroField): ContractChange['fix'] {
  const value = plainDefault(schema);
  if (value === undefined) return undefined;
  return { title: `Give \`${name}\` the default ${value}`, edits: [{ range: { start: end, end }, newText: `, "default": ${value}` }] };
}

/** A union's default is of its first branch. */
function plainDefault(schema: AvroSchema): string | undefined {
  if (schema.kind === 'union') return schema.branches[0] && plainDefault(schema.branches[0]);
  if (schema.kind === 'array') return '[]';
  if (schema.kind === 'map') return '{}';
  if (schema.kind === 'enum') return schema.default === undefined ? undefined : JSON.stringify(schema.default);
  if (schema.kind !== 'primitive' || schema.logical) return undefined;
  if (schema.type === 'null') return 'null';
  if (schema.type === 'boolean') return 'false';
  return schema.type === 'string' || schema.type === 'bytes' ? '""' : '0';
}
