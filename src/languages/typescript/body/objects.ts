import type { ObjectLiteral } from '../../../code/expression.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { ExpressionReader, Reader } from '../reader.ts';
import { other } from './operators.ts';
import { keyOf, propertyName } from './names.ts';

type Property = ObjectLiteral['properties'][number];

const object: ExpressionReader = (part, reader) => ({
  kind: 'object',
  properties: part.parts.map((property) => readProperty(property, reader)),
  range: rangeOf(part),
});

function readProperty(part: Part, reader: Reader): Property {
  const { first, last } = part;
  const range = rangeOf(part);
  if (part.type === 'spread_element' && first) return { key: '...', value: reader.expression(first), range };
  if (part.type === 'pair' && first && last && first !== last) return { key: keyOf(first, reader), value: reader.expression(last), range };
  if (part.type === 'method_definition') return { key: propertyName(part, reader), value: reader.expression(part), range };
  const isShorthand = part.type === 'shorthand_property_identifier';
  return { key: isShorthand ? reader.slice(part) : '', value: reader.expression(part), range };
}

/** `({ a, b: c = 1, ...rest } = object)`: shaped like the object that it takes apart. */
const objectPattern: ExpressionReader = (part, reader) => ({
  kind: 'object',
  properties: part.parts.map((property) => readPattern(property, reader)),
  range: rangeOf(part),
});

function readPattern(part: Part, reader: Reader): Property {
  const { first, last } = part;
  const range = rangeOf(part);
  if (part.type === 'rest_pattern' && first) return { key: '...', value: reader.expression(first), range };
  if (part.type === 'pair_pattern' && first && last && first !== last)
    return { key: keyOf(first, reader), value: reader.expression(last), range };
  const name = part.type === 'object_assignment_pattern' && first ? first : part;
  return { key: reader.slice(name), value: reader.expression(part), range };
}

/** With a hole the places are not those of the elements. */
const arrayPattern: ExpressionReader = (part, reader) =>
  /^\[\s*,|,\s*,/.test(reader.text.slice(part.start, part.end)) ? other(part, reader) : array(part, reader);

const array: ExpressionReader = (part, reader) => ({ kind: 'array', elements: reader.expressions(part.parts), range: rangeOf(part) });

export const objects: readonly (readonly [string, ExpressionReader])[] = [
  ['object', object],
  ['array', array],
  ['object_pattern', objectPattern],
  ['array_pattern', arrayPattern],
];
