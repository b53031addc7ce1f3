import { groupBy } from '../../base/group-by.ts';
import type { ContractChange } from '../../code/contract-change.ts';

/** Several documents are often made of the same code: what is the same in all of them is told at the first, with the others beside it. */
export function toldOnce(changes: readonly ContractChange[]): readonly ContractChange[] {
  return [...groupBy(changes, ({ change, element, impact, message }) => [change, element, impact, message].join('\n')).values()].flatMap(
    (same) => {
      const [first, ...others] = same;
      const isOfMany = new Set(same.map(({ file }) => file.path)).size === same.length && others.length > 0;
      return first && isOfMany ? [{ ...first, also: others.map(({ file, range }) => ({ file, range })) }] : same;
    },
  );
}
