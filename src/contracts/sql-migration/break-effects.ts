import { isUnlimitedText, typeStep } from './column-types.ts';
import { constraintElement, type Effect, type Situation } from './effect.ts';
import type { ActionOf, Name, ObjectKind, SchemaAction } from './schema-action.ts';

/** What an action does to programs that read and write the database as it was. */
export function breakEffects(action: SchemaAction, situation: Situation): readonly Effect[] {
  const effects = effectsOf(action, situation);
  return action.assured ? effects.map(softened) : effects;
}

/** Its author vouches for it in the code. */
function softened(effect: Effect): Effect {
  return { ...effect, impact: effect.impact === 'breaking' ? 'risky' : 'compatible' };
}

function effectsOf(action: SchemaAction, situation: Situation): readonly Effect[] {
  switch (action.does) {
    case 'create-table':
      return recreated(action, situation);
    case 'create':
      return replacedView(action, situation);
    case 'drop':
      return dropped(action, situation);
    case 'rename':
      return renamed(action, situation);
    case 'add-column':
      return addedColumn(action, situation);
    case 'drop-column':
    case 'rename-column':
      return lostColumn(action, situation);
    case 'change-type':
      return changedType(action, situation);
    case 'set-nullability':
      return changedNullability(action, situation);
    case 'set-default':
      return droppedDefault(action, situation);
    case 'add-constraint':
      return addedConstraint(action, situation);
    case 'create-index':
      return action.unique && !situation.made.has('table', action.table) ? [uniqueAdded(action.table, action.name)] : [];
    case 'add-enum-value':
      return situation.made.has('type', action.type)
        ? []
        : [
            {
              change: 'adding-enum-value',
              impact: 'risky',
              element: `${action.type}.${action.value}`,
              message: `\`${action.type}\` takes the new value \`'${action.value}'\`: callers that list its values do not know what to do with it.`,
            },
          ];
    case 'rename-enum-value':
      return [
        {
          change: 'renaming-enum-value',
          impact: 'breaking',
          element: `${action.type}.${action.value}`,
          message: `The value \`'${action.value}'\` of \`${action.type}\` is called \`'${action.to}'\` now: callers that write or compare the old one fail.`,
        },
      ];
    case 'truncate':
      return truncated(action, situation);
    case 'delete-all':
      return situation.made.has('table', action.table)
        ? []
        : [
            {
              change: 'deleting-all-rows',
              impact: 'risky',
              element: action.table,
              message: `Every row of \`${action.table}\` is deleted, as there is no \`WHERE\`: callers no longer find what they stored.`,
            },
          ];
    case 'restrict':
      return situation.made.has('table', action.table)
        ? []
        : [
            {
              change: 'restricting-access',
              impact: 'risky',
              element: action.table,
              message: `${action.by === 'REVOKE' ? `Rights on \`${action.table}\` are revoked` : `Row level security is switched on for \`${action.table}\``}: callers that read or write it with their rights of before may see nothing or fail.`,
            },
          ];
    case 'revert':
      return [reverted(action)];
    default:
      return [];
  }
}

function recreated({ table, columns }: ActionOf<'create-table'>, { schema, made }: Situation): readonly Effect[] {
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

function replacedView({ object, name, columns }: ActionOf<'create'>, { schema }: Situation): readonly Effect[] {
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

function dropped({ object, name, table }: ActionOf<'drop'>, { schema, made, knowsBase }: Situation): readonly Effect[] {
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

function renamed({ object, name, to, table }: ActionOf<'rename'>, { schema, made }: Situation): readonly Effect[] {
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

function addedColumn({ table, column }: ActionOf<'add-column'>, { made, unit }: Situation): readonly Effect[] {
  if (made.has('table', table)) return [];
  const element = `${table}.${column.name}`;
  const isRequired = column.notNull && column.default === undefined && column.filled === undefined;
  const unique =
    column.default !== undefined && column.constraints.some(({ kind }) => kind === 'unique') ? [uniqueAdded(table, column.name)] : [];
  if (unit.place.tool === 'rails' && column.type === 'json')
    return [
      {
        change: 'adding-json-column',
        impact: 'breaking',
        element,
        message: `\`${table}\` has the new column \`${column.name}\` of the type \`json\`, which cannot be compared: callers that ask for \`distinct\` rows, which selects every column, fail. \`jsonb\` can be.`,
      },
    ];
  if (!isRequired || (unit.dialect === 'mysql' && hasImplicitDefault(column.type)))
    return [
      { change: 'adding-column', impact: 'compatible', element, message: `\`${table}\` has the new column \`${column.name}\`.` },
      ...unique,
    ];
  return [
    {
      change: 'adding-required-field',
      impact: 'breaking',
      element,
      message: `\`${table}\` has the new column \`${column.name}\`, which is \`NOT NULL\` and has no default: callers that insert rows without it fail, and so does the migration where rows exist.`,
    },
  ];
}

/** MySQL fills rows that are there; whoever inserts without a value still fails in its strict mode. */
function hasImplicitDefault(type: string | undefined): boolean {
  return /^timestamp\b/i.test(type ?? '');
}

function columnDropped(table: Name, column: Name, type: string | undefined): Effect {
  return {
    change: 'ban-drop-column',
    impact: 'breaking',
    element: `${table}.${column}`,
    message: `The column \`${table}.${column}\`${type === undefined ? '' : ` (\`${type}\`)`} is dropped: callers that still read or write it fail, and its values are lost.`,
  };
}

function lostColumn(action: ActionOf<'drop-column'> | ActionOf<'rename-column'>, { schema, made }: Situation): readonly Effect[] {
  const { table, column } = action;
  if (made.hasColumn(table, column)) return [];
  if (action.does === 'drop-column') return [columnDropped(table, column, schema.column(table, column)?.type)];
  return [
    {
      change: 'renaming-column',
      impact: 'breaking',
      element: `${table}.${column}`,
      message: `The column \`${table}.${column}\` is called \`${action.to}\` now: callers that read or write the old name fail.`,
    },
  ];
}

function changedType(action: ActionOf<'change-type'>, { schema, made }: Situation): readonly Effect[] {
  const { table, column, type, converted } = action;
  const before = schema.column(table, column)?.type;
  const step = typeStep(before, type);
  if (made.hasColumn(table, column) || step === 'same') return [];
  const impact =
    step === 'wider'
      ? 'compatible'
      : step === 'wider-number' || (step === 'unknown' && ((isUnlimitedText(type) && !converted) || action.restated))
        ? 'risky'
        : 'breaking';
  const whom = {
    wider: 'whatever fitted before still fits',
    'wider-number': 'callers that read it into a smaller number overflow, and the whole table is rewritten under a lock',
    'narrower-or-other': 'callers that read or write values of the old type fail',
    unknown: 'callers that read or write values of the type it had may fail, and the table may be rewritten under a lock',
  }[step];
  return [
    {
      change: 'changing-column-type',
      impact,
      element: `${table}.${column}`,
      message: `The column \`${table}.${column}\` ${before === undefined ? 'gets the type' : `was \`${before}\` and is`} \`${type}\`${before === undefined ? '' : ' now'}: ${whom}.`,
    },
  ];
}

function changedNullability(action: ActionOf<'set-nullability'>, { schema, made }: Situation): readonly Effect[] {
  const { table, column, notNull } = action;
  const before = schema.column(table, column);
  if (made.hasColumn(table, column) || before?.notNull === notNull || (action.restated && before?.notNull === undefined && !notNull))
    return [];
  const element = `${table}.${column}`;
  if (!notNull)
    return [
      {
        change: 'ban-drop-not-null',
        impact: 'breaking',
        element,
        message: `The column \`${element}\` was \`NOT NULL\` and may hold NULL now: callers that read it get values they did not have to expect.`,
      },
    ];
  const impact = schema.isCheckedNotNull(table, column)
    ? 'compatible'
    : before?.hasDefault === true || (action.restated && before?.notNull === undefined)
      ? 'risky'
      : 'breaking';
  const whom =
    impact === 'compatible'
      ? 'a check already keeps NULL out'
      : `callers that write NULL${impact === 'breaking' ? ' or leave it out' : ''} fail, and the whole table is read under a lock`;
  return [{ change: 'adding-not-nullable-field', impact, element, message: `The column \`${element}\` is \`NOT NULL\` now: ${whom}.` }];
}

function droppedDefault({ table, column, dropped: isDropped }: ActionOf<'set-default'>, { schema, made }: Situation): readonly Effect[] {
  const before = schema.column(table, column);
  if (!isDropped || made.hasColumn(table, column) || before?.hasDefault === false) return [];
  const impact = before?.notNull === true ? 'breaking' : 'risky';
  return [
    {
      change: 'dropping-default',
      impact,
      element: `${table}.${column}`,
      message: `The column \`${table}.${column}\` no longer has a default${before?.notNull === true ? ' and is `NOT NULL`' : ''}: callers that insert rows without it ${impact === 'breaking' ? 'fail' : 'store NULL or fail'}.`,
    },
  ];
}

function uniqueAdded(table: Name, name: Name | undefined): Effect {
  return {
    change: 'adding-unique',
    impact: 'risky',
    element: name === undefined ? table : `${table}.${name}`,
    message: `Rows of \`${table}\` must be unique now${name === undefined ? '' : ` (\`${name}\`)`}: callers that store the same values twice fail, and so does the migration where they are there.`,
  };
}

function addedConstraint({ table, constraint }: ActionOf<'add-constraint'>, { made }: Situation): readonly Effect[] {
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

function truncated({ table, cascade }: ActionOf<'truncate'>, { made }: Situation): readonly Effect[] {
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

/** What a migration added goes with it; its name is all that tells what that was. */
function reverted({ migration }: ActionOf<'revert'>): Effect {
  const impact = /^(?:Create|Add)/.test(migration) ? 'breaking' : 'risky';
  return {
    change: 'reverting-migration',
    impact,
    element: migration,
    message: `What the migration \`${migration}\` did is undone: callers of what it added fail.`,
  };
}
