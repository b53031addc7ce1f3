import type { TextRange } from '../../base/text-range.ts';
import { member, scalarOf, shownRange, type DocumentNode } from '../../code/document-node.ts';
import { oneOrMore, said } from './liquibase-node.ts';
import { readSql } from './read-sql.ts';
import type { ColumnDefinition, ConstraintDefinition, ObjectKind, SchemaAction } from './schema-action.ts';
import type { Dialect } from './sql-tokens.ts';

interface Change {
  readonly node: DocumentNode;
  readonly range: TextRange;
  readonly dialect: Dialect;
  /** What is said under a name; empty where nothing is. */
  readonly of: (name: string) => string;
}

type Reader = (change: Change) => readonly SchemaAction[];

/** What one element of a changeset does; nothing for those that do nothing to the schema. */
export function changesIn(name: string, node: DocumentNode, dialect: Dialect): readonly SchemaAction[] {
  const reader = readers.get(name);
  return reader ? reader({ node, dialect, range: shownRange(node), of: (each) => said(node, each) ?? '' }) : [];
}

const dropped =
  (object: ObjectKind, name: string): Reader =>
  ({ of, range }) => [
    {
      does: 'drop',
      object,
      name: of(name),
      concurrently: false,
      range,
      ...(of('tableName') !== '' && object !== 'table' && { table: of('tableName') }),
    },
  ];

const renamed =
  (object: ObjectKind, name: string, to: string): Reader =>
  ({ of, range }) => [{ does: 'rename', object, name: of(name), to: of(to), range }];

const constrained =
  (kind: ConstraintDefinition['kind'], table = 'tableName', columns = 'columnNames'): Reader =>
  ({ of, range }) => [
    {
      does: 'add-constraint',
      table: of(table),
      constraint: {
        kind,
        ...(of('constraintName') !== '' && { name: of('constraintName') }),
        columns: of(columns).split(/\s{0,9},\s{0,9}/),
        unchecked: of('validate') === 'false',
        usingIndex: of('forIndexName') !== '',
      },
      range,
    },
  ];

const nullable =
  (notNull: boolean): Reader =>
  ({ of, range }) => [{ does: 'set-nullability', table: of('tableName'), column: of('columnName'), notNull, range }];

const withDefault =
  (isDropped: boolean): Reader =>
  ({ of, range }) => [{ does: 'set-default', table: of('tableName'), column: of('columnName'), dropped: isDropped, range }];

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'createTable',
    ({ node, of, range }) => [
      { does: 'create-table', table: of('tableName'), columns: columnsOf(node), temporary: false, replaces: false, range },
    ],
  ],
  ['addColumn', ({ node, of, range }) => columnsOf(node).map((column) => ({ does: 'add-column', table: of('tableName'), column, range }))],
  [
    'dropColumn',
    ({ node, of, range }) => droppedColumns(node, of).map((column) => ({ does: 'drop-column', table: of('tableName'), column, range })),
  ],
  [
    'renameColumn',
    ({ of, range }) => [{ does: 'rename-column', table: of('tableName'), column: of('oldColumnName'), to: of('newColumnName'), range }],
  ],
  [
    'modifyDataType',
    ({ of, range }) => [
      {
        does: 'change-type',
        table: of('tableName'),
        column: of('columnName'),
        type: plainType(of('newDataType')),
        converted: false,
        range,
      },
    ],
  ],
  ['dropTable', dropped('table', 'tableName')],
  ['dropView', dropped('view', 'viewName')],
  ['dropSequence', dropped('sequence', 'sequenceName')],
  ['dropProcedure', dropped('function', 'procedureName')],
  ['dropIndex', dropped('index', 'indexName')],
  ['dropUniqueConstraint', dropped('constraint', 'constraintName')],
  ['dropPrimaryKey', dropped('constraint', 'constraintName')],
  ['renameTable', renamed('table', 'oldTableName', 'newTableName')],
  ['renameView', renamed('view', 'oldViewName', 'newViewName')],
  ['addNotNullConstraint', nullable(true)],
  ['dropNotNullConstraint', nullable(false)],
  ['addDefaultValue', withDefault(false)],
  ['dropDefaultValue', withDefault(true)],
  ['addUniqueConstraint', constrained('unique')],
  ['addPrimaryKey', constrained('primary-key')],
  ['addForeignKeyConstraint', constrained('foreign-key', 'baseTableName', 'baseColumnNames')],
  [
    'createIndex',
    ({ of, range }) => [
      {
        does: 'create-index',
        table: of('tableName'),
        name: of('indexName') || undefined,
        unique: of('unique') === 'true',
        concurrently: false,
        range,
      },
    ],
  ],
  ['delete', ({ node, of, range }) => (member(node, 'where') ? [] : [{ does: 'delete-all', table: of('tableName'), range }])],
  ['sql', inSql],
]);

/** SQL as it stands: its own places are those of the text in a document, which escapes may have moved. */
function inSql({ node, dialect, range }: Change): readonly SchemaAction[] {
  const text = [node, member(node, '#text'), member(node, 'sql')].map(scalarOf).find((each) => typeof each === 'string');
  return typeof text === 'string' ? readSql(text, dialect).map((action) => ({ ...action, range })) : [];
}

function droppedColumns(node: DocumentNode, of: Change['of']): readonly string[] {
  if (of('columnName') !== '') return [of('columnName')];
  return columnNodes(node).flatMap((column) => said(column, 'name') ?? []);
}

function columnNodes(node: DocumentNode): readonly DocumentNode[] {
  const listed = oneOrMore(member(node, 'columns')).flatMap((item) => member(item, 'column') ?? []);
  return listed.length > 0 ? listed : oneOrMore(member(node, 'column'));
}

function columnsOf(node: DocumentNode): readonly ColumnDefinition[] {
  return columnNodes(node).map((column) => {
    const held = member(column, 'constraints');
    const isKey = said(held, 'primaryKey') === 'true';
    const isUnique = said(held, 'unique') === 'true';
    const isFilled = said(column, 'autoIncrement') === 'true';
    const value = defaultOf(column);
    return {
      name: said(column, 'name') ?? '',
      type: plainType(said(column, 'type') ?? '') || undefined,
      notNull: isKey || said(held, 'nullable') === 'false',
      ...(value && { default: value }),
      ...(isFilled && { filled: 'serial' as const }),
      constraints: [...(isKey ? ['primary-key' as const] : []), ...(isUnique ? ['unique' as const] : [])].map((kind) => ({
        kind,
        columns: [said(column, 'name') ?? ''],
        unchecked: false,
        usingIndex: false,
      })),
    };
  });
}

const constants = [
  'defaultValue',
  'defaultValueNumeric',
  'defaultValueBoolean',
  'defaultValueDate',
  'value',
  'valueNumeric',
  'valueBoolean',
  'valueDate',
];

function defaultOf(column: DocumentNode): ColumnDefinition['default'] {
  if (constants.some((name) => said(column, name) !== undefined)) return 'constant';
  return said(column, 'defaultValueComputed') === undefined && said(column, 'valueComputed') === undefined ? undefined : 'volatile';
}

/** Types may be names that the changelog fills in: then nothing is known of them. */
function plainType(type: string): string {
  return type.includes('${') ? '' : type;
}
