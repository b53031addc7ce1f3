import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { stringValue } from './literals.ts';

const names = new Set(['property_identifier', 'private_property_identifier', 'string', 'number', 'computed_property_name', 'identifier']);

/** The part that names a member. */
export function propertyPart(member: Part): Part | undefined {
  return member.parts.find(({ type }) => names.has(type));
}

/** The name of a member or property; `''` where it is computed. */
export function propertyName(member: Part, reader: Reader): string {
  const part = propertyPart(member);
  return part ? keyOf(part, reader) : '';
}

export function keyOf(part: Part, reader: Reader): string {
  if (part.type === 'computed_property_name') return part.first?.type === 'string' ? stringValue(part.first, reader) : '';
  return part.type === 'string' ? stringValue(part, reader) : reader.slice(part);
}
