import { isTrue, member, textOf, type DocumentNode } from '../../code/document-node.ts';
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

/** Whether the day from which something may be gone was said and has passed. */
export function isOver({ deprecated, sunset }: Lifecycle, today: string): boolean {
  const day = dayOf(sunset);
  return deprecated && day !== undefined && day < today;
}

/** The day of a date, `2026-08-10`; undefined where it is none. */
export function dayOf(node: DocumentNode | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(node) ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** How far something may be relied on, from 0; undefined where it is not said, or not in the known words. */
export function stabilityOf({ stability }: Pick<Lifecycle, 'stability'>): number | undefined {
  const rank = ['draft', 'alpha', 'beta', 'stable'].indexOf(textOf(stability) ?? '');
  return rank === -1 ? undefined : rank;
}

/** Whether nothing was promised yet. */
export function isUnstable(of: Pick<Lifecycle, 'stability'>): boolean {
  const rank = stabilityOf(of);
  return rank !== undefined && rank < 2;
}
