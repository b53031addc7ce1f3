import { createHash } from 'node:crypto';
import { groupBy } from '../../base/group-by.ts';
import type { Compared } from './states.ts';

/**
 * The identity of each finding: its rule, its subject, its file as it was called at base, and its number among equals.
 * Kept ones are numbered first, so that a new equal one changes no other's.
 */
export function fingerprints(compared: readonly Compared[], pathOf: (each: Compared) => string): Map<Compared, string> {
  const found = new Map<Compared, string>();
  const identity = (each: Compared): string => [each.rule.id, each.draft.subject, pathOf(each)].join('\n');
  for (const [key, equals] of groupBy(compared, identity)) {
    const inOrder = [...equals].sort((a, b) => rank(a) - rank(b) || startOf(a) - startOf(b));
    inOrder.forEach((each, index) => found.set(each, createHash('sha256').update(`${key}\n${index}`).digest('hex').slice(0, 32)));
  }
  return found;
}

function rank({ state }: Compared): number {
  return state === 'unchanged' ? 0 : 1;
}

function startOf({ draft }: Compared): number {
  return draft.place?.range.start ?? -1;
}
