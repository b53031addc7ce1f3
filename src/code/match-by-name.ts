import { groupBy } from '../base/group-by.ts';
import type { SymbolFact } from './facts.ts';
import { categoryOf } from './symbol-node.ts';
import type { SymbolNode } from './symbol-node.ts';

/** Above so many overloads of one name they are paired in order. */
const mostOverloads = 50;

export type Match = (base: SymbolNode, head: SymbolNode) => void;

/** Pairs the unpaired symbols of two lists that have the same name: equal signatures first, then the nearest. */
export function matchByName(
  base: readonly SymbolNode[],
  head: readonly SymbolNode[],
  nameOf: (node: SymbolNode) => string,
  match: Match,
): void {
  const keyOf = (node: SymbolNode): string => `${categoryOf(node.symbol)} ${nameOf(node)}`;
  const bases = groupBy(base.filter(isUnpaired), keyOf);
  for (const [name, heads] of groupBy(head.filter(isUnpaired), keyOf)) {
    const candidates = bases.get(name);
    if (!candidates) continue;
    matchExactly(candidates, heads, match);
    matchNearest(candidates, heads, match);
  }
}

function matchExactly(bases: readonly SymbolNode[], heads: readonly SymbolNode[], match: Match): void {
  for (const head of heads) {
    const base = bases.find((each) => !each.partner && hasSameSignature(each.symbol, head.symbol));
    if (base) match(base, head);
  }
}

function hasSameSignature(a: SymbolFact, b: SymbolFact): boolean {
  if (a.kind !== b.kind || a.parameters?.length !== b.parameters?.length) return false;
  if (
    a.modifiers.includes('setter') !== b.modifiers.includes('setter') ||
    a.modifiers.includes('getter') !== b.modifiers.includes('getter')
  )
    return false;
  return a.parameters?.every((parameter, index) => parameter.type === b.parameters?.[index]?.type) ?? true;
}

function matchNearest(bases: readonly SymbolNode[], heads: readonly SymbolNode[], match: Match): void {
  const [left, right] = [bases.filter(isUnpaired), heads.filter(isUnpaired)];
  if (left.length * right.length > mostOverloads ** 2) {
    for (const [index, head] of right.entries()) if (left[index]) match(left[index], head);
    return;
  }
  const scored = left.flatMap((base) => right.map((head) => ({ base, head, score: nearness(base.symbol, head.symbol) })));
  scored.sort((a, b) => b.score - a.score);
  for (const { base, head } of scored) if (isUnpaired(base) && isUnpaired(head)) match(base, head);
}

export function isUnpaired(node: SymbolNode): boolean {
  return node.partner === undefined;
}

/** Greater for signatures that have more in common. */
function nearness(a: SymbolFact, b: SymbolFact): number {
  const [left, right] = [a.parameters ?? [], b.parameters ?? []];
  const sameType = left.filter((parameter, index) => parameter.type === right[index]?.type).length;
  const sameName = left.filter((parameter, index) => parameter.name === right[index]?.name).length;
  return 2 * sameType + sameName - Math.abs(left.length - right.length) + (a.kind === b.kind ? 1 : 0);
}
