import { columnDropped } from './column-break-effects.ts';
import type { Effect, Situation } from './effect.ts';
import type { ActionOf, Name, ObjectKind } from './schema-action.ts';

const droppable: Readonly<Record<ObjectKind, { readonly what: string; readonly impact: Effect['impact']; readonly whom: string }>> = {
  table: { what: 'table', impact: 'breaking', whom: 'callers that still read or write it fail, and its rows are lost' },
  view: { what: 'view', impact: 'breaking', whom: 'callers that select from it fail' },
  schema: { what: 'schema', impact: 'breaking', whom: 'callers of everything in it fail' },
  database: { what: 'database', impact: 'breaking', whom: 'callers of everything in it fail' },
  type: { what: 'type', impact: 'breaking', whom: 'callers that cast to it or declare it fail' },
  function: { what: 'routine', impact: 'breaking', whom: 'callers of it fail' },
  sequence: { what: 'sequence', impact: 'breaking', whom: 'callers that take numbers from it fail' },
  trigger: { what: 'trigger', impact: 'risky', whom: 'callers that count on what it did no longer get it' },
  policy: { what: 'policy', impact: 'risky', whom: 'callers see or may change other rows than before' },
  extension: { what: 'extension', impact: 'risky', whom: 'callers of its functions and types fail' },
  constraint: { what: 'constraint', impact: 'risky', whom: 'callers that write `ON CONFLICT`, or count on rows being unique, fail' },
  index: { what: 'index', impact: 'compatible', whom: 'queries that used it get slower' },
};

/** A table, view or any other thing with a name is dropped. */
export function dropped({ object, name, table }: ActionOf<'drop'>, { schema, made, knowsBase }: Situation): readonly Effect[] {
  const isReplaced =
    object === 'table'
      ? made.renamesTo(name) || (knowsBase && !schema.hasTable(name) && made.makes('table', name))
      : made.makes(object, name);
  if (made.has(object, name) || isReplaced || (table !== undefined && made.has('table', table))) return [];
  const { what, impact, whom } = droppable[object];
  const element = object === 'constraint' ? `${table ?? ''}.${name}` : name;
  const after = object === 'table' && made.makes('view', name) ? ' A view takes its name.' : '';
  const softer =
    after !== ''
      ? 'compatible'
      : (object === 'constraint' && !isUniqueName(name)) || (object === 'function' && schema.isForTriggers(name))
        ? 'compatible'
        : impact;
  return [
    {
      change: `ban-drop-${object}`,
      impact: softer,
      element,
      message: `The ${what} \`${name}\`${table === undefined ? '' : ` of \`${table}\``} is dropped: ${whom}.${after}`,
    },
  ];
}

/** Only constraints that make rows unique are something that a statement can name or count on. */
function isUniqueName(name: Name): boolean {
  return /(?:^|_)(?:uq|uk|unique|uniq|key|pk|pkey|primary)(?:_|$)|^primary key$/i.test(name);
}

/** A table, view or any other thing with a name gets another one. */
export function renamed({ object, name, to, table }: ActionOf<'rename'>, { schema, made }: Situation): readonly Effect[] {
  if (made.has(object, name)) return object === 'table' ? redefined(name, to, schema) : [];
  if (object === 'index')
    return [{ change: 'renaming-index', impact: 'compatible', element: name, message: `The index \`${name}\` is called \`${to}\` now.` }];
  const hasStandIn = object === 'table' && (made.makes('view', name) || made.makes('table', name));
  const what = droppable[object].what;
  return [
    {
      change: `renaming-${object}`,
      impact: hasStandIn ? 'compatible' : object === 'constraint' ? 'risky' : 'breaking',
      element: table === undefined ? name : `${table}.${name}`,
      message: `The ${what} \`${name}\` is called \`${to}\` now: callers that use the old name ${hasStandIn ? 'get what the change puts in its place' : 'fail'}.`,
    },
  ];
}

/** SQLite's way to change a table: a new one is filled and takes the name of the old. */
function redefined(made: Name, name: Name, schema: Situation['schema']): readonly Effect[] {
  const now = schema.columns(made);
  if (now.length === 0) return [];
  return schema
    .replacedColumns(name)
    .flatMap((column) =>
      now.some((each) => each.name.toLowerCase() === column.name.toLowerCase()) ? [] : [columnDropped(name, column.name, column.type)],
    );
}

/** A view takes the place of one with the same name. */
export function replacedView({ object, name, columns }: ActionOf<'create'>, { schema }: Situation): readonly Effect[] {
  const before = object === 'view' ? schema.viewColumns(name) : undefined;
  if (!before || !columns) return [];
  const now = new Set(columns.map((column) => column.toLowerCase()));
  return before
    .filter((column) => !now.has(column.toLowerCase()))
    .map((column) => ({
      change: 'dropping-view-column',
      impact: 'breaking',
      element: `${name}.${column}`,
      message: `The view \`${name}\` had the column \`${column}\`, which it no longer has: callers that select it fail.`,
    }));
}
