import type { Expression } from '../expression.ts';
import { folded, numberOf } from './fold.ts';

/** The value of a number that stands there as such, `10_000L` too; a product or sum of them is worked out. */
export function literalNumber(expression: Expression | undefined): number | undefined {
  if (expression?.kind === 'number') return numberOf(expression.text);
  if (expression?.kind !== 'binary' || !/^[*+]$/.test(expression.operator)) return undefined;
  const value = folded(expression.operator, literalNumber(expression.left), () => literalNumber(expression.right));
  return typeof value === 'number' ? value : undefined;
}
