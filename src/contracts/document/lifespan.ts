import { textOf, type DocumentNode } from '../../code/document-node.ts';

/** The day of a date, `2026-08-10`; undefined where it is none. */
export function dayOf(node: DocumentNode | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(node) ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** How far something may be relied on by its `x-stability-level`, from 0; undefined where it is not said, or not in the known words. */
export function stabilityRank(stability: DocumentNode | undefined): number | undefined {
  const rank = ['draft', 'alpha', 'beta', 'stable'].indexOf(textOf(stability) ?? '');
  return rank === -1 ? undefined : rank;
}
