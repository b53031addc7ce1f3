import type { Expression } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { lowerSum } from './concatenation.ts';
import { lowerInner, lowerOther, lowerTypeName, required } from './expression-parts.ts';
import { partsOf, rangeOf, textOf, typeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

export function lowerBinary(reading: Reading, node: SyntaxNode): Expression {
  const sum = lowerSum(reading, node);
  if (sum) return sum;
  const [left, right] = partsOf(node);
  if (!left || !right) return lowerOther(reading, node);
  return {
    kind: 'binary',
    operator: operatorOf(reading, node),
    left: reading.expression(left),
    right: reading.expression(right),
    range: rangeOf(node),
  };
}

function operatorOf(reading: Reading, node: SyntaxNode): string {
  const operator = node.childForFieldName('operator');
  return operator ? textOf(reading, operator) : '';
}

export function lowerInstanceof(reading: Reading, node: SyntaxNode): Expression {
  const type = node.childForFieldName('right');
  const right = type ? lowerTypeName(reading, type) : required(reading, node, 'pattern');
  return { kind: 'binary', operator: 'instanceof', left: required(reading, node, 'left'), right, range: rangeOf(node) };
}

export function lowerUnary(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'unary', operator: operatorOf(reading, node), operand: required(reading, node, 'operand'), range: rangeOf(node) };
}

export function lowerUpdate(reading: Reading, node: SyntaxNode): Expression {
  return {
    kind: 'unary',
    operator: textOf(reading, node).includes('++') ? '++' : '--',
    operand: lowerInner(reading, node),
    range: rangeOf(node),
  };
}

export function lowerAssignment(reading: Reading, node: SyntaxNode): Expression {
  return {
    kind: 'assignment',
    operator: operatorOf(reading, node),
    target: required(reading, node, 'left'),
    value: required(reading, node, 'right'),
    range: rangeOf(node),
  };
}

export function lowerConditional(reading: Reading, node: SyntaxNode): Expression {
  return {
    kind: 'conditional',
    test: required(reading, node, 'condition'),
    then: required(reading, node, 'consequence'),
    otherwise: required(reading, node, 'alternative'),
    range: rangeOf(node),
  };
}

export function lowerCast(reading: Reading, node: SyntaxNode): Expression {
  const value = node.childForFieldName('value');
  const types = partsOf(node).filter((part) => part.endIndex <= (value?.startIndex ?? 0) && part.type !== 'ERROR');
  return {
    kind: 'cast',
    type: types.map((type) => typeOf(reading, type)).join(' & '),
    value: required(reading, node, 'value'),
    range: rangeOf(node),
  };
}

export function lowerIndex(reading: Reading, node: SyntaxNode): Expression {
  return { kind: 'index', object: required(reading, node, 'array'), index: required(reading, node, 'index'), range: rangeOf(node) };
}
