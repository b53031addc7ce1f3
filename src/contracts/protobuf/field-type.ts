import { featureOf } from './features.ts';
import { referencesOf, type Comparison } from './comparison.ts';
import type { ProtoField, ProtoMessage } from './model.ts';
import type { Reference } from './side.ts';

const scalars = new Set([
  'double',
  'float',
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'bool',
  'string',
  'bytes',
]);

export function isScalar(type: string): boolean {
  return scalars.has(type);
}

/** Scalars that are written alike on the wire (Protocol Buffers, "Updating a Message Type"). */
const wireGroups: readonly (readonly string[])[] = [
  ['int32', 'uint32', 'int64', 'uint64', 'bool', 'enum'],
  ['sint32', 'sint64'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
  ['string', 'bytes'],
];

/** Of these, those that are written alike in JSON too. */
const jsonGroups: readonly (readonly string[])[] = [
  ['int32', 'uint32'],
  ['int64', 'uint64'],
  ['sint32'],
  ['sint64'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
];

/** What a changed type does: to stored and sent bytes, else to JSON, else only to generated code. */
export type TypeBreak = 'field-wire-compatible-type' | 'field-wire-json-compatible-type' | 'field-same-type';

/** How the types of a field differ; undefined where they do not. */
export function typeBreak(comparison: Comparison, base: ProtoField, head: ProtoField): TypeBreak | undefined {
  if ((base.mapKey === undefined) !== (head.mapKey === undefined)) return 'field-wire-compatible-type';
  const key = base.mapKey !== undefined && head.mapKey !== undefined ? scalarBreak(base.mapKey, head.mapKey) : undefined;
  const value = valueBreak(comparison, base, head);
  return [key, value].sort((a, b) => severityOf(b) - severityOf(a))[0];
}

const order: readonly (TypeBreak | undefined)[] = [
  undefined,
  'field-same-type',
  'field-wire-json-compatible-type',
  'field-wire-compatible-type',
];

function severityOf(found: TypeBreak | undefined): number {
  return order.indexOf(found);
}

function valueBreak(comparison: Comparison, base: ProtoField, head: ProtoField): TypeBreak | undefined {
  if (isScalar(base.type) && isScalar(head.type)) return scalarBreak(base.type, head.type);
  const { before, after, same } = referencesOf(comparison, base, base.type, head, head.type);
  if (same && !isScalar(base.type) && !isScalar(head.type))
    return isDelimited(base) === isDelimited(head) || before.type?.kind === 'enum' ? undefined : 'field-wire-compatible-type';
  const kinds = [kindOf(base.type, before), kindOf(head.type, after)] as const;
  if (kinds[0] === 'enum' && kinds[1] === 'enum') return enumBreak(before, after);
  if (kinds[0] === 'message' && kinds[1] === 'message')
    return hasAllFields(before, after) && isDelimited(base) === isDelimited(head) ? 'field-same-type' : 'field-wire-compatible-type';
  return scalarBreak(kinds[0], kinds[1]);
}

function scalarBreak(before: string, after: string): TypeBreak | undefined {
  if (before === after) return undefined;
  if (jsonGroups.some((group) => group.includes(before) && group.includes(after))) return 'field-same-type';
  return wireGroups.some((group) => group.includes(before) && group.includes(after))
    ? 'field-wire-json-compatible-type'
    : 'field-wire-compatible-type';
}

function kindOf(written: string, { type }: Reference): string {
  return isScalar(written) ? written : (type?.kind ?? 'message');
}

/** Groups and delimited messages have another frame on the wire. */
function isDelimited(field: ProtoField): boolean {
  return field.group || featureOf(field, 'message_encoding') === 'DELIMITED';
}

/** Bytes have the numbers of values, JSON their names. */
function enumBreak({ type: before }: Reference, { type: after }: Reference): TypeBreak {
  if (before?.kind !== 'enum' || after?.kind !== 'enum') return 'field-wire-compatible-type';
  const names = new Map(after.values.map(({ name, number }) => [number, name]));
  if (!before.values.every(({ number }) => names.has(number))) return 'field-wire-compatible-type';
  const isSame = before.values.every((value) => after.values.some(({ name, number }) => name === value.name && number === value.number));
  return isSame ? 'field-same-type' : 'field-wire-json-compatible-type';
}

function hasAllFields({ type: before }: Reference, { type: after }: Reference): boolean {
  if (before?.kind !== 'message' || after?.kind !== 'message') return false;
  return before.fields.every((field) => isAmong(field, after));
}

function isAmong(field: ProtoField, { fields }: ProtoMessage): boolean {
  return fields.some(
    ({ number, name, type, mapKey, label }) =>
      number === field.number && name === field.name && type === field.type && mapKey === field.mapKey && label === field.label,
  );
}
