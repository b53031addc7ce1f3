import type { Expression } from '../../../code/expression.ts';
import type { ColumnDefinition, Name, SchemaAction } from '../schema-action.ts';
import { columnOfSteps } from './code-columns.ts';
import { constraint } from './code-methods.ts';
import { chainsIn, type CodeChain, type CodeStep } from './code-steps.ts';
import { sizeOf, textOf, textsOf } from './code-value.ts';

type Actions = readonly SchemaAction[];

/** What a column of knex is called and what the database calls it. */
const types: Readonly<Partial<Record<string, string>>> = {
  string: 'varchar',
  text: 'text',
  integer: 'integer',
  tinyint: 'tinyint',
  smallint: 'smallint',
  bigInteger: 'bigint',
  bigint: 'bigint',
  boolean: 'boolean',
  decimal: 'numeric',
  float: 'real',
  double: 'double precision',
  date: 'date',
  dateTime: 'timestamptz',
  datetime: 'timestamptz',
  timestamp: 'timestamptz',
  time: 'time',
  json: 'json',
  jsonb: 'jsonb',
  uuid: 'uuid',
  binary: 'bytea',
  increments: 'serial',
  bigIncrements: 'bigserial',
  enum: '',
  enu: '',
  specificType: '',
};

/** knex: `alterTable('a', (table) => { table.dropColumn('b'); })`, and `createTable` likewise. */
export function tableActions(table: Name, chains: readonly CodeChain[]): Actions {
  return chains.flatMap(([first, ...rest]) => {
    return first ? builderActions(table, first, rest) : [];
  });
}

/** The columns that a table is made with. */
export function builtColumns(chains: readonly CodeChain[]): readonly ColumnDefinition[] {
  return tableActions('', chains).flatMap((action) => (action.does === 'add-column' ? [action.column] : []));
}

function builderActions(table: Name, step: CodeStep, rest: readonly CodeStep[]): Actions {
  const { name, values, range } = step;
  const texts = values.flatMap(textsOf);
  const [column] = texts;
  if (name === 'dropColumn' || name === 'dropColumns') return texts.map((each) => ({ does: 'drop-column', table, column: each, range }));
  if (name === 'dropTimestamps') return ['created_at', 'updated_at'].map((each) => ({ does: 'drop-column', table, column: each, range }));
  if (column === undefined) return [];
  if (name === 'renameColumn') return texts[1] === undefined ? [] : [{ does: 'rename-column', table, column, to: texts[1], range }];
  if (name === 'dropNullable' || name === 'setNullable')
    return [{ does: 'set-nullability', table, column, notNull: name === 'dropNullable', range }];
  if (name === 'unique') return [constraint(table, 'unique', texts, range)];
  if (name === 'index') return [{ does: 'create-index', table, name: undefined, unique: false, concurrently: false, range }];
  const known = types[name];
  if (known === undefined) return [];
  const type = known === '' ? textOf(values[1]) : sized(known, name, values.slice(1));
  const made = columnOfSteps(column, type, rest);
  return rest.some((each) => each.name === 'alter')
    ? altered(table, made, rest, range)
    : [{ does: 'add-column', table, column: made, range }];
}

function altered(
  table: Name,
  { name: column, type, notNull }: ColumnDefinition,
  steps: readonly CodeStep[],
  range: CodeStep['range'],
): Actions {
  const saysNull = steps.some(({ name }) => /^(?:not)?nullable$/i.test(name));
  return [
    ...(type === undefined ? [] : [{ does: 'change-type' as const, table, column, type, converted: false, range }]),
    ...(saysNull ? [{ does: 'set-nullability' as const, table, column, notNull, restated: true, range }] : []),
  ];
}

function sized(type: string, name: string, values: readonly Expression[]): string {
  const size = sizeOf(values);
  return name === 'string' && size === '' ? 'varchar(255)' : type + size;
}

/** kysely: `schema.alterTable('a').dropColumn('b').addColumn('c', 'text', (col) => col.notNull()).execute()`. */
export function chainedActions(table: Name, steps: readonly CodeStep[]): Actions {
  return steps.flatMap(({ name, values, range }): Actions => {
    const [column, to] = [textOf(values[0]), textOf(values[1])];
    if (column === undefined) return [];
    const calls = values.flatMap((value) => (value.kind === 'function' ? chainsIn(value.body).flat() : []));
    if (name === 'dropColumn') return [{ does: 'drop-column', table, column, range }];
    if (name === 'renameColumn') return to === undefined ? [] : [{ does: 'rename-column', table, column, to, range }];
    if (name === 'addColumn') return [{ does: 'add-column', table, column: columnOfSteps(column, to, calls), range }];
    if (name === 'renameTo') return [{ does: 'rename', object: 'table', name: table, to: column, range }];
    if (name === 'addUniqueConstraint') return [constraint(table, 'unique', textsOf(values[1]), range)];
    if (name !== 'alterColumn') return [];
    return calls.flatMap((call): Actions => {
      const type = textOf(call.values[0]);
      if (call.name === 'setDataType')
        return type === undefined ? [] : [{ does: 'change-type', table, column, type, converted: false, range }];
      if (call.name === 'setNotNull' || call.name === 'dropNotNull')
        return [{ does: 'set-nullability', table, column, notNull: call.name === 'setNotNull', range }];
      return call.name === 'dropDefault' ? [{ does: 'set-default', table, column, dropped: true, range }] : [];
    });
  });
}
