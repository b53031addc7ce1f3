import type { TextRange } from '../../../base/text-range.ts';
import type { Concatenation, Expression } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { isComment } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** The operands of `a + b + …`, from left to right; undefined for any other operator, and where no string literal is among them. */
export function operandsOf(reading: Pick<Reading, 'text'>, sum: SyntaxNode): SyntaxNode[] | undefined {
  const operands: SyntaxNode[] = [];
  let node = sum;
  while (isSum(reading, node)) {
    const [left, right] = node.namedChildren.filter((child) => !isComment(child));
    if (!left || !right) return undefined;
    operands.push(right);
    node = left;
  }
  if (operands.length === 0) return undefined;
  operands.push(node);
  // Adding numbers nests as it is written; only strings flatten.
  return operands.some(startsAsString) ? operands.reverse() : undefined;
}

function isSum(reading: Pick<Reading, 'text'>, node: SyntaxNode): boolean {
  if (node.type !== 'binary_expression') return false;
  const operator = node.childForFieldName('operator');
  return operator !== null && operator.endIndex - operator.startIndex === 1 && reading.text[operator.startIndex] === '+';
}

function startsAsString(node: SyntaxNode): boolean {
  return node.type === 'string_literal' || node.type === 'parenthesized_expression';
}

export function isStringLike(expression: Expression): boolean {
  return expression.kind === 'string' || expression.kind === 'concatenation';
}

export function concatenation(operands: readonly Expression[], range: TextRange): Concatenation {
  const parts = operands.flatMap((operand) => (operand.kind === 'concatenation' && !operand.tag ? operand.parts : [operand]));
  return { kind: 'concatenation', parts, range };
}
