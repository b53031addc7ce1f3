import { groupBy } from '../base/group-by.ts';
import { isUnpaired } from './match-by-name.ts';
import type { Match } from './match-by-name.ts';
import { categoryOf } from './symbol-node.ts';
import type { SymbolNode } from './symbol-node.ts';
import { similarity } from './tokens.ts';

/** Bodies with fewer tokens look alike by chance. */
const enoughToKnow = { equal: 12, alikeWithSameName: 12, alike: 40 };
const alikeEnough = { sameName: 0.6, otherName: 0.8 };
/** How many symbols one is compared with at most. */
const mostCandidates = 30;

/** Pairs symbols that were moved or renamed and have the very same body. Of several equal ones those with equal names go first. */
export function matchEqualContent(base: readonly SymbolNode[], head: readonly SymbolNode[], match: Match): void {
  const bases = new Map<string, SymbolNode[]>();
  for (const node of base.filter(isUnpaired)) {
    const key = contentKey(node);
    if (key) bases.set(key, [...(bases.get(key) ?? []), node]);
  }
  for (const sameName of [true, false]) {
    for (const node of head.filter(isUnpaired)) {
      const key = contentKey(node);
      const found = key && bases.get(key)?.find((each) => isUnpaired(each) && (!sameName || each.symbol.name === node.symbol.name));
      if (found) match(found, node);
    }
  }
}

function contentKey(node: SymbolNode): string | undefined {
  if (!hasContent(node) || node.content.length < enoughToKnow.equal) return undefined;
  return `${categoryOf(node.symbol)} ${node.contentText}`;
}

/** A module is its file, and is only ever paired with its file. */
function hasContent(node: SymbolNode): boolean {
  return node.symbol.kind !== 'module';
}

/** Pairs symbols that were moved or renamed and changed a little, the most alike first. */
export function matchAlike(base: readonly SymbolNode[], head: readonly SymbolNode[], match: Match): void {
  const heads = head.filter((node) => isUnpaired(node) && hasContent(node));
  const byName = groupBy(heads, (node) => node.symbol.name);
  const byParent = groupBy(heads, (node) => node.parent?.partner);
  const scored = base
    .filter((node) => isUnpaired(node) && hasContent(node))
    .flatMap((node) => {
      const candidates = new Set([...(byName.get(node.symbol.name) ?? []), ...(byParent.get(node.parent) ?? [])].slice(0, mostCandidates));
      return [...candidates].flatMap((each) => {
        const score = alikeness(node, each);
        return score === undefined ? [] : [{ base: node, head: each, score }];
      });
    });
  scored.sort((a, b) => b.score - a.score);
  for (const pair of scored) if (isUnpaired(pair.base) && isUnpaired(pair.head)) match(pair.base, pair.head);
}

/** How alike two bodies are; undefined where that is too little to take one for the other. */
function alikeness(base: SymbolNode, head: SymbolNode): number | undefined {
  if (categoryOf(base.symbol) !== categoryOf(head.symbol)) return undefined;
  const sameName = base.symbol.name === head.symbol.name;
  const [shorter, longer] = [base.content.length, head.content.length].sort((a, b) => a - b) as [number, number];
  const least = sameName ? alikeEnough.sameName : alikeEnough.otherName;
  if (shorter < (sameName ? enoughToKnow.alikeWithSameName : enoughToKnow.alike) || (2 * shorter) / (shorter + longer) < least)
    return undefined;
  const score = similarity(base.content, head.content);
  return score >= least ? score : undefined;
}
