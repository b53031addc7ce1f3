import type { Expression, Member, OtherExpression } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { partsOf, rangeOf, typeOf, withoutTypeArguments } from '../reading.ts';
import type { Reading } from '../reading.ts';

export type Lower = (reading: Reading, node: SyntaxNode) => Expression;

export function lowerOther(reading: Reading, node: SyntaxNode): OtherExpression {
  return { kind: 'other', children: partsOf(node).map(reading.expression), range: rangeOf(node) };
}

/** Parentheses, guards and the like: what is inside. */
export function lowerInner(reading: Reading, node: SyntaxNode): Expression {
  const [inner, ...more] = partsOf(node);
  return inner !== undefined && more.length === 0 ? reading.expression(inner) : lowerOther(reading, node);
}

/** A type's name as an expression: `a.b.C<D>` → the member `C` of `a.b`. */
export function lowerTypeName(reading: Reading, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  const names = withoutTypeArguments(typeOf(reading, node)).split('.');
  return names
    .slice(1)
    .reduce<Expression>((object, name): Member => ({ kind: 'member', object, name, range }), { kind: 'name', name: names[0] ?? '', range });
}

export function required(reading: Reading, node: SyntaxNode, field: string): Expression {
  const child = node.childForFieldName(field);
  return child ? reading.expression(child) : { kind: 'other', children: [], range: rangeOf(node) };
}
