import { remembered } from '../../../base/remembered.ts';
import type { CodeChange } from '../../../code/code-change.ts';
import type { Swap } from '../api/api-change.ts';
import { shown } from './java-pair.ts';
import type { JavaType } from './java-type.ts';

/** Two types in words that tell them apart, and what they tell apart where that is a package alone. */
export interface InTurn {
  readonly before: string;
  readonly after: string;
  readonly swap?: { readonly swap: Swap };
}

/** What was written of a type at either side, and what it means there. */
interface Written {
  readonly text: string;
  readonly type: JavaType | undefined;
}

export function inTurn(before: Written, after: Written): InTurn {
  const [old, now] = [shown(before.text), shown(after.text)];
  const swap = old === now && before.type && after.type ? swapOf(before.type, after.type, 0) : undefined;
  return swap ? { before: swap.from, after: swap.to, swap: { swap } } : { before: old, after: now };
}

const deepest = 20;

function swapOf(before: JavaType, after: JavaType, depth: number): Swap | undefined {
  if (before.name !== after.name || depth > deepest) return undefined;
  if (before.qualifier !== '' && after.qualifier !== '' && before.qualifier !== after.qualifier)
    return { from: qualified(before), to: qualified(after) };
  for (const [index, each] of before.args.entries()) {
    const other = after.args[index];
    const found = other && swapOf(each, other, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** What is imported is qualified by itself. */
function qualified({ name, qualifier }: JavaType): string {
  return qualifier.endsWith(`.${name}`) ? qualifier : `${qualifier}.${name}`;
}

/** Whether the change itself moves the one type to the other: that is told of the type. */
export function isMovedBy(change: CodeChange, { from, to }: Swap): boolean {
  return movedTypes(change).get(from) === to;
}

const movedTypes = remembered(
  (change: CodeChange): ReadonlyMap<string, string> =>
    new Map(
      change.symbols.flatMap((each) => {
        if (each.kind !== 'paired' || each.base.symbol.parent !== 0) return [];
        const [from, to] = [each.base.symbol.qualifiedName, each.head.symbol.qualifiedName];
        return from === to ? [] : [[from, to] as const];
      }),
    ),
);
