import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { readSql } from '../read-sql.ts';
import type { ConstraintDefinition, Name, ObjectKind, SchemaAction } from '../schema-action.ts';
import type { Dialect } from '../sql-tokens.ts';
import { columnOf, nullabilityOf, tableTexts, typeOf } from './code-columns.ts';
import type { CodeStep } from './code-steps.ts';
import { entriesOf, entryOf, textOf, textsOf, truthOf } from './code-value.ts';

type Actions = readonly SchemaAction[];

/** A step whose first value is the name of a table. */
interface TableStep {
  readonly table: Name;
  readonly values: readonly Expression[];
  readonly range: TextRange;
}

const dropped = (object: ObjectKind, name: Name, range: TextRange, table?: Name): SchemaAction => ({
  does: 'drop',
  object,
  name,
  concurrently: false,
  range,
  ...(table !== undefined && { table }),
});

const dropColumns = ({ table, values, range }: TableStep): Actions =>
  textsOf(values[0]).map((column) => ({ does: 'drop-column', table, column, range }));

const renameColumn = ({ table, values, range }: TableStep): Actions => {
  const [column, to] = [textsOf(values[0])[0], textsOf(values[1])[0]];
  return column === undefined || to === undefined || column === to ? [] : [{ does: 'rename-column', table, column, to, range }];
};

/** `addColumn('a', 'b', { … })`, `addColumn('a', new TableColumn({ … }))`, `addColumns('a', { b: { … } })`. */
const addColumns = ({ table, values: [first, second], range }: TableStep): Actions => {
  const named = textOf(first);
  if (named !== undefined) return [{ does: 'add-column', table, column: columnOf(named, second), range }];
  const made = (first?.kind === 'array' ? first.elements : [first]).flatMap((each): Actions => {
    const name = each?.kind === 'new' ? textOf(entryOf(each, 'name')) : undefined;
    return name === undefined ? [] : [{ does: 'add-column', table, column: columnOf(name, each), range }];
  });
  return first?.kind === 'object'
    ? entriesOf(first).map(([name, value]) => ({ does: 'add-column', table, column: columnOf(name, value), range }))
    : made;
};

/** Says the whole column again, so that what is left out stays as it was. */
const changeColumn = ({ table, values: [first, second], range }: TableStep): Actions => {
  const column = textsOf(first)[0];
  if (column === undefined || second === undefined) return [];
  const renamed = second.kind === 'new' ? textOf(entryOf(second, 'name')) : undefined;
  const type = typeOf(entryOf(second, 'type') ?? (second.kind === 'call' || second.kind === 'member' ? second : undefined));
  const notNull = nullabilityOf(second);
  return [
    ...(renamed !== undefined && renamed !== column ? [{ does: 'rename-column' as const, table, column, to: renamed, range }] : []),
    ...(type === undefined
      ? []
      : [{ does: 'change-type' as const, table, column, type, converted: entryOf(second, 'using') !== undefined, range }]),
    ...(notNull === undefined ? [] : [{ does: 'set-nullability' as const, table, column, notNull, restated: true, range }]),
  ];
};

const createIndex = ({ table, values: [first, second, third], range }: TableStep): Actions => {
  const options = first?.kind === 'new' ? first : second?.kind === 'object' ? second : third;
  const isUnique = truthOf(entryOf(options, 'unique', 'isUnique')) === true || textOf(entryOf(options, 'type')) === 'UNIQUE';
  const concurrently = truthOf(entryOf(options, 'concurrently', 'isConcurrent')) === true;
  return [{ does: 'create-index', table, name: textOf(entryOf(options, 'name')), unique: isUnique, concurrently, range }];
};

const kinds: Readonly<Record<string, ConstraintDefinition['kind']>> = {
  unique: 'unique',
  check: 'check',
  'foreign key': 'foreign-key',
  'primary key': 'primary-key',
};

/** Sequelize: `addConstraint('a', { type: 'unique', fields: ['b'] })`. */
const addConstraint = ({ table, values: [first], range }: TableStep): Actions => {
  const kind = kinds[textOf(entryOf(first, 'type')) ?? ''];
  return kind === undefined ? [] : [constraint(table, kind, textsOf(entryOf(first, 'fields')), range)];
};

const addConstraintOf =
  (kind: ConstraintDefinition['kind']) =>
  ({ table, values: [first], range }: TableStep): Actions => [
    constraint(table, kind, textsOf(entryOf(first, 'columnNames') ?? first), range),
  ];

export function constraint(table: Name, kind: ConstraintDefinition['kind'], columns: readonly Name[], range: TextRange): SchemaAction {
  return { does: 'add-constraint', table, constraint: { kind, columns, unchecked: false, usingIndex: false }, range };
}

const dropConstraint = ({ table, values, range }: TableStep): Actions =>
  textsOf(values[0]).map((name) => dropped('constraint', name, range, table));

const dropTable = ({ table, range }: TableStep): Actions => [dropped('table', table, range)];

/** Methods of TypeORM's, Sequelize's, node-pg-migrate's and knex's that name a table first. */
const tableMethods: ReadonlyMap<string, (step: TableStep) => Actions> = new Map([
  ['dropTable', dropTable],
  ['dropTableIfExists', dropTable],
  ['dropColumn', dropColumns],
  ['dropColumns', dropColumns],
  ['removeColumn', dropColumns],
  ['renameColumn', renameColumn],
  ['addColumn', addColumns],
  ['addColumns', addColumns],
  ['changeColumn', changeColumn],
  ['alterColumn', changeColumn],
  ['createIndex', createIndex],
  ['addIndex', createIndex],
  ['addConstraint', addConstraint],
  ['createUniqueConstraint', addConstraintOf('unique')],
  ['createCheckConstraint', addConstraintOf('check')],
  ['createForeignKey', addConstraintOf('foreign-key')],
  ['removeConstraint', dropConstraint],
  ['dropConstraint', dropConstraint],
  ['dropUniqueConstraint', dropConstraint],
  ['clearTable', ({ table, range }: TableStep): Actions => [{ does: 'truncate', table, cascade: false, range }]],
]);

/** What takes SQL as it stands. */
const sqlMethods = new Set(
  'query execute executeUpdate executeQuery addBatch update prepareStatement raw sql addSql $executeRaw $executeRawUnsafe'.split(' '),
);

/** What one call does to the schema; nothing where it is none of these, or what it is given is computed. */
export function stepActions(step: CodeStep, dialect: Dialect): Actions {
  const { name, values, range } = step;
  const sql = sqlMethods.has(name) ? textOf(values[0]) : undefined;
  if (sql !== undefined) return readSql(sql, dialect).map((action) => ({ ...action, range }));
  const table = tableTexts(values[0]);
  if (table === undefined) return [];
  if (name === 'renameTable') {
    const to = tableTexts(values[1]);
    return to === undefined ? [] : [{ does: 'rename', object: 'table', name: table, to, range }];
  }
  if (name === 'createTable')
    return [{ does: 'create-table', table, columns: columnsOf(values), temporary: false, replaces: false, range }];
  if (name === 'dropView') return [dropped('view', table, range)];
  if (name === 'dropType') return [dropped('type', table, range)];
  return tableMethods.get(name)?.({ table, values: values.slice(1), range }) ?? [];
}

function columnsOf([first, second]: readonly Expression[]): ReturnType<typeof columnOf>[] {
  const listed = entryOf(first, 'columns');
  if (listed?.kind === 'array')
    return listed.elements.flatMap((each) => {
      const name = textOf(entryOf(each, 'name'));
      return name === undefined ? [] : [columnOf(name, each)];
    });
  return entriesOf(second).map(([name, value]) => columnOf(name, value));
}
