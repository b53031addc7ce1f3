import type { ChangeList } from '../document/change-list.ts';
import type { DocumentChange } from '../document/document-change.ts';
import type { DocumentNode } from '../../code/document-node.ts';
import type { SchemaComparison } from '../schema/compare-schemas.ts';
import type { Flow, SchemaPlace } from '../schema/schema-place.ts';
import { deprecationOf, isUnstable } from './lifecycle.ts';
import type { Api, Operation } from './openapi-model.ts';

/** Two versions of one API being compared. */
export interface ApiComparison {
  readonly old: Api;
  readonly now: Api;
  readonly schemas: SchemaComparison;
  readonly changes: ChangeList;
  /** ISO day, UTC. */
  readonly today: string;
}

/** Two versions of one operation. */
export interface OperationPair {
  readonly old: Operation;
  readonly now: Operation;
  readonly comparison: ApiComparison;
}

/** Takes a change of an operation; where nothing was promised yet, it breaks nothing. */
export function reportIn(
  { old, now, comparison }: OperationPair,
  change: Omit<DocumentChange, 'element'> & { readonly below?: string },
): void {
  const { below = '', ...found } = change;
  const deprecatedBefore = found.deprecatedBefore ?? old.deprecated;
  comparison.changes.add({
    ...found,
    impact: isUnstable(old) ? 'compatible' : found.impact,
    element: `${now.pointer}${below}`,
    deprecatedBefore,
    deprecation: deprecatedBefore ? (found.deprecation ?? deprecationOf([old])) : undefined,
  });
}

/** Who writes what goes to the operation (`request`), or what comes from it. */
export function flowOf({ caller }: Operation, part: 'request' | 'response'): Flow {
  return (caller === 'consumer') === (part === 'request') ? 'in' : 'out';
}

/** The impact of a change that asks more of the caller, or of one that gives it less. */
export function impactFor(flow: Flow, effect: 'narrowed' | 'widened'): 'breaking' | 'compatible' {
  return effect === (flow === 'in' ? 'narrowed' : 'widened') ? 'breaking' : 'compatible';
}

export interface SchemaUse {
  readonly flow: Flow;
  readonly prefix: string;
  readonly below: string;
  readonly subject: string;
  readonly within: string;
  readonly asText?: boolean;
  readonly repeats?: boolean;
  readonly deprecated?: boolean;
  readonly unstable?: boolean;
}

export function placeIn({ old, now }: OperationPair, use: SchemaUse): SchemaPlace {
  return {
    asText: false,
    repeats: false,
    ...use,
    pointer: `${now.pointer}${use.below}`,
    deprecated: (use.deprecated ?? false) || old.deprecated,
    unstable: (use.unstable ?? false) || isUnstable(old),
  };
}

/** Compares schemas of a place; one that is there on one side only restricts, or no longer does. */
export function compareSchemaUse(pair: OperationPair, use: SchemaUse, old: DocumentNode | undefined, now: DocumentNode | undefined): void {
  if (old && now) pair.comparison.schemas.compare([old], [now], placeIn(pair, use));
}
