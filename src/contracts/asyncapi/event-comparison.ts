import type { ChangeList } from '../document/change-list.ts';
import type { SchemaComparison } from '../schema/compare-schemas.ts';

/** Two versions of one API being compared. */
export interface EventComparison {
  readonly schemas: SchemaComparison;
  readonly changes: ChangeList;
}
