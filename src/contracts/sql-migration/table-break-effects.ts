import type { Effect, Situation } from './effect.ts';
import type { ActionOf } from './schema-action.ts';

/** A table that was not there before. */
export function createdTable({ table, columns }: ActionOf<'create-table'>, { schema, made }: Situation): readonly Effect[] {
  if (schema.hasTable(table) || made.has('table', table)) return [];
  const narrow = columns.find(
    ({ type, constraints }) =>
      /^(?:int|integer|int4|serial|serial4)\b/i.test(type ?? '') && constraints.some(({ kind }) => kind === 'primary-key'),
  );
  return [
    { change: 'adding-table', impact: 'compatible', element: table, message: `The table \`${table}\` is new.` },
    ...(narrow
      ? [
          {
            change: 'prefer-bigint-over-int',
            impact: 'compatible' as const,
            element: `${table}.${narrow.name}`,
            message: `The primary key \`${table}.${narrow.name}\` has 32 bits (\`${narrow.type ?? ''}\`); to widen it later rewrites the table.`,
          },
        ]
      : []),
  ];
}

/** A table is emptied at once. */
export function truncated({ table, cascade }: ActionOf<'truncate'>, { made }: Situation): readonly Effect[] {
  if (made.has('table', table)) return [];
  return [
    {
      change: cascade ? 'ban-truncate-cascade' : 'truncating-table',
      impact: cascade ? 'breaking' : 'risky',
      element: table,
      message: `Every row of \`${table}\`${cascade ? ', and of every table that refers to it,' : ''} is deleted: callers no longer find what they stored.`,
    },
  ];
}

/** All rows of a table are deleted by a statement without a condition. */
export function deletedAll({ table }: ActionOf<'delete-all'>, { made }: Situation): readonly Effect[] {
  if (made.has('table', table)) return [];
  return [
    {
      change: 'deleting-all-rows',
      impact: 'risky',
      element: table,
      message: `Every row of \`${table}\` is deleted, as there is no \`WHERE\`: callers no longer find what they stored.`,
    },
  ];
}

/** Fewer may read or write a table. */
export function restricted({ table, by }: ActionOf<'restrict'>, { made }: Situation): readonly Effect[] {
  if (made.has('table', table)) return [];
  return [
    {
      change: 'restricting-access',
      impact: 'risky',
      element: table,
      message: `${by === 'REVOKE' ? `Rights on \`${table}\` are revoked` : `Row level security is switched on for \`${table}\``}: callers that read or write it with their rights of before may see nothing or fail.`,
    },
  ];
}
