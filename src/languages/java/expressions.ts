import type { Call, Construction, Expression, FunctionExpression, Member, OtherExpression } from '../../code/expression.ts';
import type { Statement } from '../../code/statement.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';
import { concatenation, isStringLike, operandsOf } from './concatenation.ts';
import { stringValue } from './literals.ts';
import { partsOf, rangeOf, textOf, typeOf, withoutTypeArguments } from './reading.ts';
import type { Reading } from './reading.ts';

type Lower = (reading: Reading, node: SyntaxNode) => Expression;

/** Lowers one expression; nesting is bounded by `Reading.expression`, which everything inside goes through. */
export function lowerExpression(reading: Reading, node: SyntaxNode): Expression {
  return (lowerings[node.type] ?? lowerOther)(reading, node);
}

function lowerOther(reading: Reading, node: SyntaxNode): OtherExpression {
  return { kind: 'other', children: partsOf(node).map(reading.expression), range: rangeOf(node) };
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

/** Parentheses, guards and the like: what is inside. */
function lowerInner(reading: Reading, node: SyntaxNode): Expression {
  const [inner, ...more] = partsOf(node);
  return inner !== undefined && more.length === 0 ? reading.expression(inner) : lowerOther(reading, node);
}

/** A type's name as an expression: `a.b.C<D>` → the member `C` of `a.b`. */
export function lowerTypeName(reading: Reading, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  const names = withoutTypeArguments(typeOf(reading, node)).split('.');
  return names.slice(1).reduce<Expression>((object, name): Member => ({ kind: 'member', object, name, range }), { kind: 'name', name: names[0] ?? '', range });
}

function lowerFieldAccess(reading: Reading, node: SyntaxNode): Expression {
  const field = node.childForFieldName('field');
  return { kind: 'member', object: reading.expression(objectOf(node) ?? node), name: field ? textOf(reading, field) : '', range: rangeOf(node) };
}

/** The receiver; in `Outer.super.call()` it is `super`. */
function objectOf(node: SyntaxNode): SyntaxNode | null {
  return node.namedChildren.find((child) => child.type === 'super') ?? node.childForFieldName('object');
}

function lowerCall(reading: Reading, node: SyntaxNode): Expression {
  const name = node.childForFieldName('name');
  const object = objectOf(node);
  const typeArguments = node.childForFieldName('type_arguments');
  const call: Call = {
    kind: 'call',
    name: name ? textOf(reading, name) : '',
    nameRange: rangeOf(name ?? node),
    arguments: argumentsOf(reading, node),
    range: rangeOf(node),
    ...(object && { receiver: reading.expression(object) }),
    ...(typeArguments && { typeArguments: partsOf(typeArguments).map((type) => typeOf(reading, type)) }),
  };
  return call;
}

function lowerConstructorCall(reading: Reading, node: SyntaxNode): Expression {
  const target = node.childForFieldName('constructor');
  const object = node.childForFieldName('object');
  return {
    kind: 'call',
    name: target ? textOf(reading, target) : 'super',
    nameRange: rangeOf(target ?? node),
    arguments: argumentsOf(reading, node),
    range: rangeOf(node),
    ...(object && { receiver: reading.expression(object) }),
  };
}

/** The arguments of a call, construction, annotation or enum constant. */
export function argumentsOf(reading: Reading, node: SyntaxNode): Expression[] {
  const list = node.childForFieldName('arguments');
  return list ? partsOf(list).map(reading.expression) : [];
}

function lowerConstruction(reading: Reading, node: SyntaxNode): Expression {
  const type = node.childForFieldName('type');
  const [first] = partsOf(node);
  const body = node.namedChildren.find((child) => child.type === 'class_body');
  const construction: Construction = {
    kind: 'new',
    type: type ? withoutTypeArguments(typeOf(reading, type)) : '',
    arguments: argumentsOf(reading, node),
    range: rangeOf(node),
    ...(body && { members: reading.nestedFunctions(body) }),
  };
  const isInner = first && type && first.startIndex < type.startIndex && !first.type.endsWith('annotation') && first.type !== 'type_arguments';
  return isInner ? { kind: 'other', children: [reading.expression(first), construction], range: construction.range } : construction;
}

function lowerNewArray(reading: Reading, node: SyntaxNode): Expression {
  const value = node.childForFieldName('value');
  if (value) return { ...reading.expression(value), range: rangeOf(node) };
  const sizes = node.namedChildren.filter((child) => child.type === 'dimensions_expr');
  const type = node.childForFieldName('type');
  return { kind: 'new', type: `${type ? typeOf(reading, type) : ''}[]`, arguments: sizes.map((size) => lowerInner(reading, size)), range: rangeOf(node) };
}

function lowerArray(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'array', elements: partsOf(node).map(reading.expression), range: rangeOf(node) };
}

/** Long chains lean to the left, so their operands are collected without recursion. */
function lowerBinary(reading: Reading, node: SyntaxNode): Expression {
  const operands = operandsOf(reading, node);
  if (operands) {
    const lowered = operands.map(reading.expression);
    if (lowered.some(isStringLike)) return concatenation(lowered, rangeOf(node));
  }
  return { kind: 'binary', operator: operatorOf(reading, node), left: required(reading, node, 'left'), right: required(reading, node, 'right'), range: rangeOf(node) };
}

function operatorOf(reading: Reading, node: SyntaxNode): string {
  const operator = node.childForFieldName('operator');
  return operator ? textOf(reading, operator) : '';
}

function lowerInstanceof(reading: Reading, node: SyntaxNode): Expression {
  const type = node.childForFieldName('right');
  const right = type ? lowerTypeName(reading, type) : required(reading, node, 'pattern');
  return { kind: 'binary', operator: 'instanceof', left: required(reading, node, 'left'), right, range: rangeOf(node) };
}

function lowerUnary(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'unary', operator: operatorOf(reading, node), operand: required(reading, node, 'operand'), range: rangeOf(node) };
}

function lowerUpdate(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'unary', operator: textOf(reading, node).includes('++') ? '++' : '--', operand: lowerInner(reading, node), range: rangeOf(node) };
}

function lowerAssignment(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'assignment', operator: operatorOf(reading, node), target: required(reading, node, 'left'), value: required(reading, node, 'right'), range: rangeOf(node) };
}

function lowerConditional(reading: Reading, node: SyntaxNode): Expression {
  return {
    kind: 'conditional',
    test: required(reading, node, 'condition'),
    then: required(reading, node, 'consequence'),
    otherwise: required(reading, node, 'alternative'),
    range: rangeOf(node),
  };
}

function lowerCast(reading: Reading, node: SyntaxNode): Expression {
  const types = node.childrenForFieldName('type').filter((child) => child.isNamed);
  return { kind: 'cast', type: types.map((type) => typeOf(reading, type)).join(' & '), value: required(reading, node, 'value'), range: rangeOf(node) };
}

function lowerIndex(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'index', object: required(reading, node, 'array'), index: required(reading, node, 'index'), range: rangeOf(node) };
}

function lowerClassLiteral(reading: Reading, node: SyntaxNode): Expression {
  const type = node.namedChildren[0];
  return { kind: 'member', object: lowerTypeName(reading, type ?? node), name: 'class', range: rangeOf(node) };
}

function lowerLambda(reading: Reading, node: SyntaxNode): Expression {
  const parameters = node.childForFieldName('parameters');
  const body = node.childForFieldName('body');
  const statements = body?.type === 'block' ? reading.statements(body.namedChildren) : body ? [returned(reading.expression(body))] : [];
  return functionExpression(node, parameters ? parameterNames(reading, parameters) : [], statements);
}

function returned(value: Expression): Statement {
  return { kind: 'return', value, range: value.range };
}

function functionExpression(node: SyntaxNode, parameters: string[], body: Statement[]): FunctionExpression {
  return { kind: 'function', parameters, async: false, body, range: rangeOf(node) };
}

/** The names in a parameter list of any form. */
export function parameterNames(reading: Pick<Reading, 'text'>, list: SyntaxNode): string[] {
  if (list.type === 'identifier') return [textOf(reading, list)];
  return partsOf(list).flatMap((parameter) => {
    if (parameter.type === 'receiver_parameter') return [];
    const declarator = parameter.namedChildren.find((child) => child.type === 'variable_declarator');
    return [textOf(reading, (declarator ?? parameter).childForFieldName('name') ?? declarator ?? parameter)];
  });
}

/** `Type::method` as the function that it stands for: one that returns the call. */
function lowerMethodReference(reading: Reading, node: SyntaxNode): Expression {
  const parts = partsOf(node).filter((part) => part.type !== 'type_arguments');
  const [object] = parts;
  const name = textOf(reading, node).slice(textOf(reading, node).lastIndexOf('::') + 2).trim();
  const range = rangeOf(node);
  if (!object) return lowerOther(reading, node);
  const nameRange = { start: range.end - name.length, end: range.end };
  const value: Expression =
    name === 'new'
      ? { kind: 'new', type: withoutTypeArguments(typeOf(reading, object)), arguments: [], range }
      : { kind: 'call', name, nameRange, receiver: reading.expression(object), arguments: [], range };
  return functionExpression(node, [], [returned(value)]);
}

/** A switch that yields a value: a function that returns from its cases. */
function lowerSwitchExpression(reading: Reading, node: SyntaxNode): Expression {
  const body = reading.statements([node]).map((statement): Statement => {
    if (statement.kind !== 'switch') return statement;
    return { ...statement, cases: statement.cases.map((each) => ({ ...each, body: each.body.map(valueReturned) })) };
  });
  return functionExpression(node, [], body);
}

function valueReturned(statement: Statement): Statement {
  return statement.kind === 'expression' ? { kind: 'return', value: statement.value, range: statement.range } : statement;
}

function required(reading: Reading, node: SyntaxNode, field: string): Expression {
  const child = node.childForFieldName(field);
  return child ? reading.expression(child) : { kind: 'other', children: [], range: rangeOf(node) };
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
