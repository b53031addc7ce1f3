import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { deepest, isComment, rangeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** `a + b + …` with at least one string is one concatenation; a sum of anything else nests as it is written. Undefined for other operators. */
export function lowerSum(reading: Reading, sum: SyntaxNode): Expression | undefined {
  const nodes = operandsOf(reading, sum);
  if (!nodes) return undefined;
  const range = rangeOf(sum);
  const operands = nodes.map(reading.expression);
  if (operands.some((operand) => operand.kind === 'string' || operand.kind === 'concatenation')) {
    return {
      kind: 'concatenation',
      parts: operands.flatMap((operand) => (operand.kind === 'concatenation' && !operand.tag ? operand.parts : [operand])),
      range,
    };
  }
  return operands.length > deepest ? { kind: 'other', children: operands, range } : nested(operands, nodes.map(rangeOf));
}

/** The operands from left to right. Sums lean to the left and may be very long: they are followed without recursion, and once. */
function operandsOf(reading: Pick<Reading, 'text'>, sum: SyntaxNode): SyntaxNode[] | undefined {
  const operands: SyntaxNode[] = [];
  let node = sum;
  while (isSum(reading, node)) {
    const [left, right] = node.namedChildren.filter((child) => !isComment(child));
    if (!left || !right) break;
    operands.push(right);
    node = left;
  }
  return operands.length === 0 ? undefined : [...operands, node].reverse();
}

function isSum(reading: Pick<Reading, 'text'>, node: SyntaxNode): boolean {
  if (node.type !== 'binary_expression') return false;
  const operator = node.childForFieldName('operator');
  return operator !== null && operator.endIndex - operator.startIndex === 1 && reading.text[operator.startIndex] === '+';
}

function nested([first, ...others]: readonly Expression[], ranges: readonly TextRange[]): Expression | undefined {
  const start = ranges[0]?.start ?? 0;
  return (
    first &&
    others.reduce(
      (left, right, index): Expression => ({
        kind: 'binary',
        operator: '+',
        left,
        right,
        range: { start, end: ranges[index + 1]?.end ?? right.range.end },
      }),
      first,
    )
  );
}
