import { constraintAdded } from './rails-constraint-methods.ts';
import { isTrue, textOf, type RailsMethod, type RailsMethods } from './rails-method.ts';
import type { RubyCall, RubyValue } from './ruby-calls.ts';
import type { ColumnDefinition, Name, SchemaAction } from './schema-action.ts';

const removeReference: RailsMethod = (call) =>
  call.values.slice(1).flatMap((value) =>
    referenceColumns(call, value).map((column) => ({
      does: 'drop-column' as const,
      table: textOf(call.values[0]),
      column,
      range: call.range,
    })),
  );

const addReference: RailsMethod = (call) => {
  const { values, options, range } = call;
  const table = textOf(values[0]);
  const foreign = options.get('foreign_key');
  const index = options.get('index');
  const column = referenceColumns(call, values[1])[0] ?? '';
  return [
    { does: 'add-column', table, column: columnOf(call, column, 'bigint'), range },
    ...(isTrue(foreign) && !/validate:?false/.test(foreign?.text ?? '') ? [constraintAdded(call, 'foreign-key', [column])] : []),
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

/** What adds, changes and removes columns. */
export const columnMethods: RailsMethods = {
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
};

function changeColumn(call: RubyCall): readonly SchemaAction[] {
  const { values, options, range } = call;
  const at = { table: textOf(values[0]), column: textOf(values[1]), range };
  const nullable = options.get('null');
  const type = typeOf(textOf(values[2]), options);
  return [
    { does: 'change-type', ...at, type, converted: options.has('using') },
    ...(nullable ? [{ does: 'set-nullability' as const, ...at, notNull: nullable.text === 'false', restated: true }] : []),
  ];
}

/** Columns of one type, whose names follow that of the table. */
export function addColumns(call: RubyCall, type: string): readonly SchemaAction[] {
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

function referenceColumns({ options }: RubyCall, value: RubyValue | undefined): readonly string[] {
  const name = textOf(value);
  return options.has('polymorphic') ? [`${name}_id`, `${name}_type`] : [`${name}_id`];
}
