import { keyOf, type ColumnDefinition, type Name, type SchemaAction } from './schema-action.ts';
import { readSql } from './read-sql.ts';
import { rubyCalls, type RubyCall, type RubyValue } from './ruby-calls.ts';

type Actions = readonly SchemaAction[];

/** What the way up of an Active Record migration does. What is computed (loops, variables, models) is not seen. */
export function railsActions(text: string): Actions {
  return rubyCalls(text)
    .filter(isUp)
    .flatMap((call) => {
      const actions = isReverted(call) ? actionsOf(call).flatMap(undone) : actionsOf(call);
      return actions.map((action) => ({ ...action, ...(isAssured(call) && { assured: true }) }));
    });
}

/** Rails runs a migration in one transaction unless it says otherwise. */
export function railsRunsInTransaction(text: string): boolean {
  return !/^[ \t]*disable_ddl_transaction!/m.test(text);
}

function isUp({ within }: RubyCall): boolean {
  return (
    within.some(({ name }) => name === 'def change' || name === 'def up') &&
    !within.some(({ name }) => name === 'down' || name === 'def down')
  );
}

function isAssured({ within }: RubyCall): boolean {
  return within.some(({ name }) => name === 'safety_assured');
}

function isReverted({ within }: RubyCall): boolean {
  return within.some(({ name }) => name === 'revert');
}

/** What `revert do … end` makes of an action, where that takes something away. */
function undone(action: SchemaAction): Actions {
  if (action.does === 'create-table')
    return [{ does: 'drop', object: 'table', name: action.table, concurrently: false, range: action.range }];
  return action.does === 'add-column'
    ? [{ does: 'drop-column', table: action.table, column: action.column.name, range: action.range }]
    : [];
}

function actionsOf(call: RubyCall): Actions {
  const table =
    call.receiver === undefined
      ? undefined
      : call.within.findLast(({ call: around }) => around?.name === 'change_table' || around?.name === 'create_table')?.call;
  if (call.receiver === undefined) return methods[call.name]?.(call) ?? [];
  if (table?.name !== 'change_table') return [];
  const inner = tableMethods[call.name];
  const [name] = table.values;
  if (name === undefined) return [];
  const named = { ...call, receiver: undefined, values: [name, ...call.values] };
  return inner ? (methods[inner]?.(named) ?? []) : call.name === 'index' || !call.values[0] ? [] : addColumns(named, call.name);
}

const tableMethods: Readonly<Partial<Record<string, string>>> = {
  remove: 'remove_columns',
  rename: 'rename_column',
  change: 'change_column',
  change_null: 'change_column_null',
  change_default: 'change_column_default',
  index: 'add_index',
  remove_index: 'remove_index',
  references: 'add_reference',
  belongs_to: 'add_reference',
  remove_references: 'remove_reference',
  remove_belongs_to: 'remove_reference',
  timestamps: 'add_timestamps',
  remove_timestamps: 'remove_timestamps',
  foreign_key: 'add_foreign_key',
  check_constraint: 'add_check_constraint',
  column: 'add_column',
};

type Method = (call: RubyCall) => Actions;

const renameOf =
  (object: 'table' | 'schema' | 'type' | 'index'): Method =>
  ({ values, range }) => {
    const names = object === 'index' ? values.slice(1) : values;
    return [{ does: 'rename', object, name: textOf(names[0]), to: textOf(names[1]), range }];
  };
const dropOf =
  (object: 'table' | 'schema' | 'type' | 'extension'): Method =>
  ({ values, range }) =>
    values.map((value) => ({ does: 'drop', object, name: textOf(value), concurrently: false, range }));
const removeReference: Method = (call) =>
  call.values.slice(1).flatMap((value) =>
    referenceColumns(call, value).map((column) => ({
      does: 'drop-column' as const,
      table: textOf(call.values[0]),
      column,
      range: call.range,
    })),
  );
const constraintRemoved: Method = ({ values, options, range }) => [
  {
    does: 'drop',
    object: 'constraint',
    name: options.get('name')?.text ?? textOf(values[1]),
    table: textOf(values[0]),
    concurrently: false,
    range,
  },
];
const addReference: Method = (call) => {
  const { values, options, range } = call;
  const table = textOf(values[0]);
  const foreign = options.get('foreign_key');
  const index = options.get('index');
  const column = referenceColumns(call, values[1])[0] ?? '';
  return [
    { does: 'add-column', table, column: columnOf(call, column, 'bigint'), range },
    ...(isTrue(foreign) && !/validate:?false/.test(foreign?.text ?? '') ? [constraint(call, 'foreign-key', [column])] : []),
    ...(index?.text === 'false'
      ? []
      : [
          {
            does: 'create-index' as const,
            table,
            name: undefined,
            unique: (index?.text ?? '').includes('uniquetrue'),
            concurrently: (index?.text ?? '').includes('concurrently'),
            range,
          },
        ]),
  ];
};

const methods: Readonly<Partial<Record<string, Method>>> = {
  create_table: createTable,
  create_join_table: createTable,
  drop_table: dropOf('table'),
  drop_join_table: ({ values, options, range }) => [
    {
      does: 'drop',
      object: 'table',
      name: options.get('table_name')?.text ?? values.map(textOf).sort().join('_'),
      concurrently: false,
      range,
    },
  ],
  drop_schema: dropOf('schema'),
  drop_enum: ({ values: [name], range }) => [{ does: 'drop', object: 'type', name: textOf(name), concurrently: false, range }],
  disable_extension: dropOf('extension'),
  rename_table: renameOf('table'),
  rename_schema: renameOf('schema'),
  rename_enum: renameOf('type'),
  rename_index: renameOf('index'),
  add_enum_value: ({ values, range }) => [{ does: 'add-enum-value', type: textOf(values[0]), value: textOf(values[1]), range }],
  rename_enum_value: ({ values, options, range }) => [
    {
      does: 'rename-enum-value',
      type: textOf(values[0]),
      value: options.get('from')?.text ?? '',
      to: options.get('to')?.text ?? '',
      range,
    },
  ],
  add_column: (call) => addColumns({ ...call, values: call.values.slice(0, 2) }, call.values[2]?.text ?? ''),
  add_columns: (call) => addColumns(call, call.options.get('type')?.text ?? ''),
  add_timestamps: (call) =>
    ['created_at', 'updated_at'].map((name) => ({
      does: 'add-column',
      table: textOf(call.values[0]),
      column: { ...columnOf(call, name, 'datetime'), notNull: call.options.get('null')?.text !== 'true' },
      range: call.range,
    })),
  add_reference: addReference,
  add_belongs_to: addReference,
  remove_column: ({ values, range }) => [{ does: 'drop-column', table: textOf(values[0]), column: textOf(values[1]), range }],
  remove_columns: ({ values, range }) =>
    values
      .slice(1)
      .flatMap((each) => (each.kind === 'list' ? each.items : [each.text]))
      .map((column) => ({ does: 'drop-column', table: textOf(values[0]), column, range })),
  remove_timestamps: ({ values, range }) =>
    ['created_at', 'updated_at'].map((column) => ({ does: 'drop-column', table: textOf(values[0]), column, range })),
  remove_reference: removeReference,
  remove_belongs_to: removeReference,
  rename_column: ({ values, range }) => [
    { does: 'rename-column', table: textOf(values[0]), column: textOf(values[1]), to: textOf(values[2]), range },
  ],
  change_column: changeColumn,
  // The value that may come last fills rows that are there; it is no default.
  change_column_null: ({ values, range }) => [
    { does: 'set-nullability', table: textOf(values[0]), column: textOf(values[1]), notNull: values[2]?.text === 'false', range },
  ],
  change_column_default: ({ values, options, range }) => [
    {
      does: 'set-default',
      table: textOf(values[0]),
      column: textOf(values[1]),
      dropped: (options.get('to') ?? values[2])?.text === 'nil',
      range,
    },
  ],
  add_index: ({ values, options, range }) => [
    {
      does: 'create-index',
      table: textOf(values[0]),
      name: options.get('name')?.text,
      unique: isTrue(options.get('unique')),
      concurrently: options.get('algorithm')?.text === 'concurrently',
      range,
    },
  ],
  remove_index: ({ values, options, range }) => [
    {
      does: 'drop',
      object: 'index',
      name: options.get('name')?.text ?? nameOfIndex(values, options.get('column')),
      table: textOf(values[0]),
      concurrently: options.get('algorithm')?.text === 'concurrently',
      range,
    },
  ],
  add_foreign_key: (call) => [constraint(call, 'foreign-key', [])],
  add_check_constraint: (call) => {
    const notNullOf = /^["\s]*([\w.]+)["\s]+IS\s+NOT\s+NULL\s*$/i.exec(call.values[1]?.text ?? '')?.[1];
    return [constraint(call, 'check', [], notNullOf)];
  },
  add_unique_constraint: (call) => [constraint(call, 'unique', [])],
  add_exclusion_constraint: (call) => [constraint(call, 'exclude', [])],
  remove_foreign_key: constraintRemoved,
  remove_check_constraint: constraintRemoved,
  remove_unique_constraint: constraintRemoved,
  remove_exclusion_constraint: constraintRemoved,
  validate_check_constraint: ({ values, options, range }) => [
    { does: 'validate-constraint', table: textOf(values[0]), name: options.get('name')?.text ?? textOf(values[1]), range },
  ],
  validate_foreign_key: ({ values, range }) => [{ does: 'validate-constraint', table: textOf(values[0]), name: textOf(values[1]), range }],
  execute: ({ values: [sql], range }) =>
    sql?.kind === 'string' ? readSql(sql.text, 'postgresql').map((action) => ({ ...action, range })) : [],
  revert: ({ values: [migration], range }) => (migration?.kind === 'word' ? [{ does: 'revert', migration: migration.text, range }] : []),
};

function createTable(call: RubyCall): Actions {
  const { values, options, range, name: method } = call;
  const table =
    method === 'create_join_table' ? (options.get('table_name')?.text ?? values.map(textOf).sort().join('_')) : textOf(values[0]);
  const forced = options.get('force');
  const drop =
    forced !== undefined && forced.text !== 'false' && forced.text !== 'nil'
      ? [{ does: 'drop' as const, object: 'table' as const, name: table, concurrently: false, range }]
      : [];
  return [...drop, { does: 'create-table', table, columns: [], temporary: isTrue(options.get('temporary')), replaces: false, range }];
}

function changeColumn(call: RubyCall): Actions {
  const { values, options, range } = call;
  const at = { table: textOf(values[0]), column: textOf(values[1]), range };
  const nullable = options.get('null');
  const type = typeOf(textOf(values[2]), options);
  return [
    { does: 'change-type', ...at, type, converted: options.has('using') },
    ...(nullable ? [{ does: 'set-nullability' as const, ...at, notNull: nullable.text === 'false', restated: true }] : []),
  ];
}

function addColumns(call: RubyCall, type: string): Actions {
  const [table, ...names] = call.values;
  return names.map((name) => ({ does: 'add-column', table: textOf(table), column: columnOf(call, textOf(name), type), range: call.range }));
}

function columnOf({ options }: RubyCall, name: Name, type: string): ColumnDefinition {
  const value = options.get('default');
  const volatile =
    value?.text.startsWith('->') === true && /\b(?:gen_random_uuid|uuid_generate|random|clock_timestamp|nextval)/i.test(value.text);
  const isSerial = type === 'primary_key' || /^(?:big|small)?serial$/.test(type);
  return {
    name,
    type: typeOf(type, options),
    notNull: options.get('null')?.text === 'false' || isSerial,
    ...(value && value.text !== 'nil' && { default: volatile ? ('volatile' as const) : ('constant' as const) }),
    ...(type === 'virtual' ? { filled: 'generated' as const } : isSerial ? { filled: 'serial' as const } : {}),
    constraints: [],
  };
}

function typeOf(type: string, options: RubyCall['options']): string {
  const sizes = [options.get('limit') ?? options.get('precision'), options.get('scale')].flatMap((each) => (each ? [each.text] : []));
  return sizes.length > 0 ? `${type}(${sizes.join(',')})` : type;
}

function constraint(
  { values, options, range }: RubyCall,
  kind: 'check' | 'foreign-key' | 'unique' | 'exclude',
  columns: readonly string[],
  notNullOf?: string,
): SchemaAction {
  const name = options.get('name')?.text;
  return {
    does: 'add-constraint',
    table: textOf(values[0]),
    constraint: {
      kind,
      ...(name !== undefined && { name }),
      columns:
        columns.length > 0
          ? columns
          : kind === 'unique'
            ? values.slice(1).flatMap((each) => (each.kind === 'list' ? each.items : [each.text]))
            : [],
      unchecked: options.get('validate')?.text === 'false',
      usingIndex: options.has('using_index'),
      ...(notNullOf !== undefined && { notNullOf }),
    },
    range,
  };
}

function referenceColumns({ options }: RubyCall, value: RubyValue | undefined): readonly string[] {
  const name = textOf(value);
  return options.has('polymorphic') ? [`${name}_id`, `${name}_type`] : [`${name}_id`];
}

function nameOfIndex(values: readonly RubyValue[], column: RubyValue | undefined): string {
  const columns = column ?? values[1];
  return `index_${textOf(values[0])}_on_${columns?.kind === 'list' ? columns.items.join('_and_') : keyOf(textOf(columns))}`;
}

function isTrue(value: RubyValue | undefined): boolean {
  return value !== undefined && value.text !== 'false' && value.text !== 'nil';
}

function textOf(value: RubyValue | undefined): string {
  return value?.text ?? '';
}
