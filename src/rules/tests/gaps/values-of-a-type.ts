import { groupBy } from '../../../base/group-by.ts';
import { enclosing } from '../../code-in-file.ts';
import type { FunctionUnderTest } from './obligation.ts';

/** From this many on, values that one type holds are told together. */
const fewest = 3;

const holders = /^(?:field|enum-constant)$/;

/**
 * What is told as one: a function alone, and the values that one type holds where the change makes several of them others,
 * as it does with a table of constants that take one more argument. The riskiest is first.
 */
export function toldTogether(functions: readonly FunctionUnderTest[]): ReadonlyMap<FunctionUnderTest, readonly FunctionUnderTest[]> {
  const byType = [...groupBy(functions, typeOf).values()].flatMap((each) => {
    const isTable = each.length >= fewest && each.every(isHeldValue);
    return isTable ? [each.toSorted((a, b) => b.risk - a.risk)] : each.map((one) => [one]);
  });
  return new Map(byType.flatMap((each) => (each[0] ? [[each[0], each] as const] : [])));
}

function typeOf(found: FunctionUnderTest): unknown {
  const { file, symbol } = found.at;
  const owner = isHeldValue(found) && file.facts ? enclosing(symbol, file.facts)[0] : undefined;
  return owner ?? found;
}

function isHeldValue({ at, isNew, confidence }: FunctionUnderTest): boolean {
  return !isNew && confidence !== 'low' && holders.test(at.symbol.kind);
}
