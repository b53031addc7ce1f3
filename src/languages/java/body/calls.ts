import type { Call, Construction, Expression } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { lowerInner, required } from './expression-parts.ts';
import { partsOf, rangeOf, textOf, typeOf, withoutTypeArguments } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** The receiver; in `Outer.super.call()` it is `super`. */
export function objectOf(node: SyntaxNode): SyntaxNode | null {
  return node.namedChildren.find((child) => child.type === 'super') ?? node.childForFieldName('object');
}

/** The parts are told apart by their types in one pass: there are more calls than anything else, and looking up fields is slow. */
export function lowerCall(reading: Reading, node: SyntaxNode): Expression {
  const others: SyntaxNode[] = [];
  let list: SyntaxNode | undefined;
  let typeArguments: SyntaxNode | undefined;
  let parent: SyntaxNode | undefined;
  for (const part of node.namedChildren) {
    const { type } = part;
    if (type === 'argument_list') list = part;
    else if (type === 'type_arguments') typeArguments = part;
    else if (type === 'super') parent = part;
    else if (type !== 'ERROR' && type !== 'line_comment' && type !== 'block_comment') others.push(part);
  }
  const name = others.pop();
  const object = parent ?? others[0];
  const nameRange = rangeOf(name ?? node);
  const call: Call = {
    kind: 'call',
    name: name ? reading.text.slice(nameRange.start, nameRange.end) : '',
    nameRange,
    arguments: list ? partsOf(list).map(reading.expression) : [],
    range: rangeOf(node),
    ...(object && { receiver: reading.expression(object) }),
    ...(typeArguments && { typeArguments: partsOf(typeArguments).map((type) => typeOf(reading, type)) }),
  };
  return call;
}

export function lowerConstructorCall(reading: Reading, node: SyntaxNode): Expression {
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

export function lowerConstruction(reading: Reading, node: SyntaxNode): Expression {
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
  const isInner =
    first && type && first.startIndex < type.startIndex && !first.type.endsWith('annotation') && first.type !== 'type_arguments';
  return isInner ? { kind: 'other', children: [reading.expression(first), construction], range: construction.range } : construction;
}

/** An annotation inside of another one: `@Name(key = value)` as the construction of `@Name`. */
export function lowerAnnotation(reading: Reading, node: SyntaxNode): Expression {
  const name = node.childForFieldName('name');
  return { kind: 'new', type: `@${name ? textOf(reading, name) : ''}`, arguments: argumentsOf(reading, node), range: rangeOf(node) };
}

export function lowerElementValue(reading: Reading, node: SyntaxNode): Expression {
  return {
    kind: 'assignment',
    operator: '=',
    target: required(reading, node, 'key'),
    value: required(reading, node, 'value'),
    range: rangeOf(node),
  };
}

export function lowerNewArray(reading: Reading, node: SyntaxNode): Expression {
  const value = node.childForFieldName('value');
  if (value) return { ...reading.expression(value), range: rangeOf(node) };
  const sizes = node.namedChildren.filter((child) => child.type === 'dimensions_expr');
  const type = node.childForFieldName('type');
  return {
    kind: 'new',
    type: `${type ? typeOf(reading, type) : ''}[]`,
    arguments: sizes.map((size) => lowerInner(reading, size)),
    range: rangeOf(node),
  };
}

export function lowerArray(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'array', elements: partsOf(node).map(reading.expression), range: rangeOf(node) };
}
