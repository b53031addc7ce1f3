import { isTrue, member, type DocumentNode } from '../../code/document-node.ts';
import { dayOf, stabilityRank } from '../document/lifespan.ts';
import type { DocumentChange } from '../document/document-change.ts';
import type { Lifecycle } from './openapi-model.ts';

/** What a document says about how long something lives. */
export function lifecycleOf(node: DocumentNode): Lifecycle {
  const deprecatedAt = member(node, 'deprecated');
  return {
    deprecated: isTrue(deprecatedAt),
    deprecatedAt,
    sunset: member(node, 'x-sunset') ?? member(node, 'x-deprecation-sunset'),
    stability: member(node, 'x-stability-level'),
  };
}

/** Whether the day from which something is gone was said and has come (RFC 8594). */
export function isOver({ deprecated, sunset }: Lifecycle, today: string): boolean {
  const day = dayOf(sunset);
  return deprecated && day !== undefined && day <= today;
}

/** Whether nothing was promised yet. */
export function isUnstable(of: Pick<Lifecycle, 'stability'>): boolean {
  const rank = stabilityRank(of.stability);
  return rank !== undefined && rank < 2;
}

/** Where it is said that all of these go, by the one that stays longest; no day where one of them has none. */
export function deprecationOf(lives: readonly Lifecycle[]): DocumentChange['deprecation'] {
  const ends = lives.map(({ deprecatedAt, sunset }) => ({ at: deprecatedAt, day: dayOf(sunset) ?? '' }));
  const isDated = ends.every(({ day }) => day !== '');
  const last = ends.toSorted((a, b) => (a.day < b.day ? 1 : -1)).at(isDated ? 0 : -1);
  if (!last?.at || !lives.every(({ deprecated }) => deprecated)) return undefined;
  return { at: last.at, ...(isDated && { removal: last.day }) };
}
