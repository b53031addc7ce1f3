import type { Expression } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import {
  lowerAnnotation,
  lowerArray,
  lowerCall,
  lowerConstruction,
  lowerConstructorCall,
  lowerElementValue,
  lowerNewArray,
  objectOf,
} from './calls.ts';
import { lowerInner, lowerOther, lowerTypeName, required } from './expression-parts.ts';
import type { Lower } from './expression-parts.ts';
import { lowerLambda, lowerMethodReference, lowerSwitchExpression } from './functions.ts';
import { stringValue } from './literals.ts';
import {
  lowerAssignment,
  lowerBinary,
  lowerCast,
  lowerConditional,
  lowerIndex,
  lowerInstanceof,
  lowerUnary,
  lowerUpdate,
} from './operators.ts';
import { partsOf, rangeOf, textOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** Lowers one expression; nesting is bounded by `Reading.expression`, which everything inside goes through. */
export function lowerExpression(reading: Reading, node: SyntaxNode): Expression {
  return (lowerings[node.type] ?? lowerOther)(reading, node);
}

function lowerNumber(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'number', text: textOf(reading, node), range: rangeOf(node) };
}

function lowerString(reading: Reading, node: SyntaxNode): Expression {
  if (node.namedChildren.some((child) => child.type === 'string_interpolation')) return lowerTemplate(reading, node);
  return { kind: 'string', value: stringValue(textOf(reading, node)), range: rangeOf(node) };
}

function lowerTemplate(reading: Reading, node: SyntaxNode): Expression {
  const parts = partsOf(node).map((part): Expression => {
    if (part.type === 'string_interpolation') return lowerInner(reading, part);
    return { kind: 'string', value: textOf(reading, part), range: rangeOf(part) };
  });
  return { kind: 'concatenation', parts, range: rangeOf(node) };
}

function lowerTemplateExpression(reading: Reading, node: SyntaxNode): Expression {
  const template = required(reading, node, 'template_argument');
  const tag = required(reading, node, 'template_processor');
  return { kind: 'concatenation', parts: template.kind === 'concatenation' ? template.parts : [template], tag, range: rangeOf(node) };
}

function lowerName(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'name', name: textOf(reading, node), range: rangeOf(node) };
}

function lowerKeyword(kind: 'true' | 'false' | 'null' | 'this' | 'super'): Lower {
  return (_, node) => ({ kind, range: rangeOf(node) });
}

function lowerFieldAccess(reading: Reading, node: SyntaxNode): Expression {
  const field = node.childForFieldName('field');
  return {
    kind: 'member',
    object: reading.expression(objectOf(node) ?? node),
    name: field ? textOf(reading, field) : '',
    range: rangeOf(node),
  };
}

function lowerClassLiteral(reading: Reading, node: SyntaxNode): Expression {
  const type = node.namedChildren[0];
  return { kind: 'member', object: lowerTypeName(reading, type ?? node), name: 'class', range: rangeOf(node) };
}

const lowerings: Readonly<Record<string, Lower>> = {
  identifier: lowerName,
  type_identifier: lowerName,
  underscore_pattern: lowerName,
  scoped_identifier: lowerTypeName,
  scoped_type_identifier: lowerTypeName,
  generic_type: lowerTypeName,
  array_type: lowerTypeName,
  decimal_integer_literal: lowerNumber,
  hex_integer_literal: lowerNumber,
  octal_integer_literal: lowerNumber,
  binary_integer_literal: lowerNumber,
  decimal_floating_point_literal: lowerNumber,
  hex_floating_point_literal: lowerNumber,
  string_literal: lowerString,
  character_literal: lowerString,
  template_expression: lowerTemplateExpression,
  true: lowerKeyword('true'),
  false: lowerKeyword('false'),
  null_literal: lowerKeyword('null'),
  this: lowerKeyword('this'),
  super: lowerKeyword('super'),
  parenthesized_expression: lowerInner,
  field_access: lowerFieldAccess,
  method_invocation: lowerCall,
  explicit_constructor_invocation: lowerConstructorCall,
  object_creation_expression: lowerConstruction,
  annotation: lowerAnnotation,
  marker_annotation: lowerAnnotation,
  element_value_pair: lowerElementValue,
  array_creation_expression: lowerNewArray,
  array_initializer: lowerArray,
  element_value_array_initializer: lowerArray,
  binary_expression: lowerBinary,
  instanceof_expression: lowerInstanceof,
  unary_expression: lowerUnary,
  update_expression: lowerUpdate,
  assignment_expression: lowerAssignment,
  ternary_expression: lowerConditional,
  cast_expression: lowerCast,
  array_access: lowerIndex,
  class_literal: lowerClassLiteral,
  lambda_expression: lowerLambda,
  method_reference: lowerMethodReference,
  switch_expression: lowerSwitchExpression,
};
