import { isTrue, textOf, type RailsMethod, type RailsMethods } from './rails-method.ts';
import { readSql } from './read-sql.ts';
import type { RubyCall } from './ruby-calls.ts';
import type { SchemaAction } from './schema-action.ts';

const renameOf =
  (object: 'table' | 'schema' | 'type'): RailsMethod =>
  ({ values, range }) => [{ does: 'rename', object, name: textOf(values[0]), to: textOf(values[1]), range }];

const dropOf =
  (object: 'table' | 'schema' | 'type' | 'extension'): RailsMethod =>
  ({ values, range }) =>
    values.map((value) => ({ does: 'drop', object, name: textOf(value), concurrently: false, range }));

/** What makes, drops and renames tables, schemas, types and extensions; SQL as it stands; and whole migrations undone. */
export const objectMethods: RailsMethods = {
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
  execute: ({ values: [sql], range }) =>
    sql?.kind === 'string' ? readSql(sql.text, 'postgresql').map((action) => ({ ...action, range })) : [],
  revert: ({ values: [migration], range }) => (migration?.kind === 'word' ? [{ does: 'revert', migration: migration.text, range }] : []),
};

function createTable(call: RubyCall): readonly SchemaAction[] {
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
