import { constraintElement, type Effect, type Situation } from './effect.ts';
import type { ActionOf, Name } from './schema-action.ts';

/** A constraint that rows have to keep from now on. */
export function addedConstraint({ table, constraint }: ActionOf<'add-constraint'>, { made }: Situation): readonly Effect[] {
  if (made.has('table', table)) return [];
  const { kind, name, usingIndex, columns } = constraint;
  const element = constraintElement(table, constraint);
  if (kind === 'unique' || kind === 'primary-key')
    return usingIndex ? [] : [{ ...uniqueAdded(table, name ?? columns.join(', ')), element }];
  if (columns.length > 0 && columns.every((column) => made.hasColumn(table, column))) return [];
  const rule = { check: 'pass a check', 'foreign-key': 'point to rows that exist', exclude: 'not overlap' }[kind];
  return [
    {
      change: `adding-${kind}`,
      impact: 'risky',
      element,
      message: `Rows of \`${table}\` must ${rule} now (${name === undefined ? `a ${kind.replace('-', ' ')}` : `\`${name}\``}): callers that write others fail.`,
    },
  ];
}

/** A unique index is made on a table that was there before. */
export function uniqueIndexAdded({ table, name, unique }: ActionOf<'create-index'>, { made }: Situation): readonly Effect[] {
  return unique && !made.has('table', table) ? [uniqueAdded(table, name)] : [];
}

/** Rows of a table have to be unique from now on. */
export function uniqueAdded(table: Name, name: Name | undefined): Effect {
  return {
    change: 'adding-unique',
    impact: 'risky',
    element: name === undefined ? table : `${table}.${name}`,
    message: `Rows of \`${table}\` must be unique now${name === undefined ? '' : ` (\`${name}\`)`}: callers that store the same values twice fail, and so does the migration where they are there.`,
  };
}
