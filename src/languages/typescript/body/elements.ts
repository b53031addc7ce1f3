import type { Element, Expression } from '../../../code/expression.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { ExpressionReader, Reader } from '../reader.ts';

type Attribute = Element['attributes'][number];

const tags = new Set(['jsx_opening_element', 'jsx_closing_element']);

/** A fragment has the name `''`. */
const element: ExpressionReader = (part, reader) => {
  const tag = part.find('jsx_opening_element') ?? part;
  const isPaired = tag !== part;
  return {
    kind: 'element',
    name: nameOf(tag, reader),
    attributes: tag.parts
      .filter(({ type }) => type === 'jsx_attribute' || type === 'jsx_expression')
      .map((attribute) => readAttribute(attribute, reader)),
    children: isPaired ? part.parts.filter(({ type }) => !tags.has(type)).flatMap((child) => readChild(child, reader)) : [],
    range: rangeOf(part),
  };
};

function nameOf(tag: Part, reader: Reader): string {
  const name = tag.find('identifier', 'member_expression', 'nested_identifier', 'jsx_namespace_name');
  return name ? reader.slice(name) : '';
}

/** `{...props}` is an attribute with the name `...`. */
function readAttribute(part: Part, reader: Reader): Attribute {
  const range = rangeOf(part);
  if (part.type === 'jsx_expression') return { name: '...', ...valueOf(part.first?.first, reader), range };
  const [name, value] = part.parts;
  const held = value?.type === 'jsx_expression' ? value.first : value;
  return { name: name ? reader.slice(name) : '', ...valueOf(held, reader), range };
}

function valueOf(part: Part | undefined, reader: Reader): { readonly value?: Expression } {
  return part ? { value: reader.expression(part) } : {};
}

function readChild(part: Part, reader: Reader): readonly Expression[] {
  if (part.type === 'jsx_expression') return reader.expressions(part.parts);
  if (part.type !== 'jsx_text' && part.type !== 'html_character_reference') return [reader.expression(part)];
  const value = reader.slice(part).trim();
  return value === '' ? [] : [{ kind: 'string', value, range: rangeOf(part) }];
}

export const elements: readonly (readonly [string, ExpressionReader])[] = [
  ['jsx_element', element],
  ['jsx_self_closing_element', element],
  ['jsx_fragment', element],
];
