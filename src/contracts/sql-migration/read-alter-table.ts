import type { TextRange } from '../../base/text-range.ts';
import { readColumn, readType } from './read-column.ts';
import { readConstraint, readNamedNotNull } from './read-constraint.ts';
import type { ColumnDefinition, Name, ObjectKind, SchemaAction } from './schema-action.ts';
import type { SqlToken } from './sql-tokens.ts';
import { isWord, rangeOf, splitAtCommas, type TokenCursor } from './token-cursor.ts';

interface Part {
  readonly table: Name;
  readonly range: TextRange;
  readonly cursor: TokenCursor;
}
type Actions = readonly SchemaAction[];

/** `ALTER TABLE`, after these two words: one action or more for each part between commas. */
export function readAlterTable(cursor: TokenCursor, statement: TextRange): Actions {
  cursor.take('IF', 'EXISTS');
  cursor.take('ONLY');
  const table = cursor.name();
  if (table === undefined) return [];
  cursor.take('*');
  cursor.take('WITH', 'CHECK');
  const unchecked = cursor.take('WITH', 'NOCHECK');
  const parts = withVerbs(splitAtCommas(cursor.remaining()));
  const only = parts.length === 1;
  return parts.flatMap((tokens) => {
    const range = only ? statement : rangeOf(tokens);
    return partOf({ table, range, cursor: cursor.sub(tokens) }).map((action) =>
      unchecked && action.does === 'add-constraint' ? { ...action, constraint: { ...action.constraint, unchecked } } : action,
    );
  });
}

const verbs = [
  'ADD',
  'DROP',
  'ALTER',
  'MODIFY',
  'CHANGE',
  'RENAME',
  'SET',
  'VALIDATE',
  'ENABLE',
  'FORCE',
  'CONVERT',
  'ENGINE',
  'DETACH',
] as const;

/** SQL Server says what is done once for several: `DROP COLUMN a, b`, `DROP CONSTRAINT x, COLUMN a`, `ADD a int, b int`. */
function withVerbs(parts: readonly (readonly SqlToken[])[]): readonly (readonly SqlToken[])[] {
  let said: readonly SqlToken[] = [];
  return parts.map((tokens) => {
    const [first, second] = tokens;
    if (verbs.some((verb) => isWord(first, verb))) {
      const isKind = isWord(first, 'DROP') && (isWord(second, 'COLUMN') || isWord(second, 'CONSTRAINT'));
      said = isKind || isWord(first, 'ADD') ? tokens.slice(0, isKind ? 2 : 1) : [];
      return tokens;
    }
    const isKind = isWord(first, 'COLUMN') || isWord(first, 'CONSTRAINT');
    return [...said.slice(0, isKind ? 1 : 2), ...tokens];
  });
}

function partOf(part: Part): Actions {
  switch (part.cursor.takeOne(...verbs)) {
    case 'ADD':
      return added(part);
    case 'DROP':
      return dropped(part);
    case 'ALTER':
      return alteredColumn(part);
    case 'MODIFY':
      return modified(part, false);
    case 'CHANGE':
      return modified(part, true);
    case 'RENAME':
      return renamed(part);
    case 'SET':
      return setOption(part);
    case 'VALIDATE':
      return part.cursor.take('CONSTRAINT')
        ? [{ does: 'validate-constraint', table: part.table, name: part.cursor.name() ?? '', range: part.range }]
        : [];
    case 'ENABLE':
    case 'FORCE':
      return isWord(part.cursor.peek(), 'ROW')
        ? [{ does: 'restrict', table: part.table, by: 'row level security', range: part.range }]
        : [];
    case 'CONVERT':
    case 'ENGINE':
      return [{ does: 'rewrite', table: part.table, by: part.cursor.textOf(part.cursor.tokens), range: part.range }];
    case 'DETACH':
      return part.cursor.remaining().some(({ text }) => text === 'CONCURRENTLY')
        ? []
        : [{ does: 'lock', table: part.table, by: 'DETACH PARTITION', range: part.range }];
    default:
      return [];
  }
}

function added({ table, range, cursor }: Part): Actions {
  const required = readNamedNotNull(cursor.sub(cursor.remaining()));
  if (required !== undefined) return [{ does: 'set-nullability', table, column: required, notNull: true, range }];
  const constraint = readConstraint(cursor);
  if (constraint) return [{ does: 'add-constraint', table, constraint, range }];
  if (cursor.takeOne('INDEX', 'KEY', 'FULLTEXT', 'SPATIAL')) {
    cursor.takeOne('INDEX', 'KEY');
    return [
      {
        does: 'create-index',
        table,
        name: cursor.peek()?.text === '(' ? undefined : cursor.name(),
        unique: false,
        concurrently: false,
        range,
      },
    ];
  }
  if (cursor.take('PARTITION')) return [];
  cursor.take('COLUMN');
  cursor.take('IF', 'NOT', 'EXISTS');
  const columns = cursor.peek()?.text === '(' ? cursor.list().map((tokens) => readColumn(cursor.sub(tokens))) : [readColumn(cursor)];
  return columns.flatMap((column) => (column ? [{ does: 'add-column' as const, table, column, range }] : []));
}

const droppedObjects: Readonly<Record<string, ObjectKind>> = {
  CONSTRAINT: 'constraint',
  CHECK: 'constraint',
  INDEX: 'index',
  KEY: 'index',
};

function dropped({ table, range, cursor }: Part): Actions {
  if (cursor.take('PARTITION')) return [];
  if (cursor.take('PRIMARY', 'KEY'))
    return [{ does: 'drop', object: 'constraint', name: 'PRIMARY KEY', table, concurrently: false, range }];
  const word = cursor.take('FOREIGN', 'KEY')
    ? 'CONSTRAINT'
    : isName(cursor.peek(1)) || isWord(cursor.peek(1), 'IF')
      ? cursor.takeOne('CONSTRAINT', 'CHECK', 'INDEX', 'KEY')
      : undefined;
  const object = word === undefined ? undefined : droppedObjects[word];
  if (object === undefined) cursor.take('COLUMN');
  cursor.take('IF', 'EXISTS');
  if (object !== undefined) return [{ does: 'drop', object, name: cursor.name() ?? '', table, concurrently: false, range }];
  const names = cursor.peek()?.text === '(' ? cursor.list().map((tokens) => cursor.sub(tokens).name()) : [cursor.name()];
  return names.flatMap((column) => (column === undefined ? [] : [{ does: 'drop-column' as const, table, column, range }]));
}

function isName(token: SqlToken | undefined): boolean {
  return token?.kind === 'name' || (token?.kind === 'word' && !/^(?:CASCADE|RESTRICT)$/.test(token.text));
}

function alteredColumn({ table, range, cursor }: Part): Actions {
  if (cursor.takeOne('CONSTRAINT', 'INDEX', 'CHECK')) return [];
  cursor.take('COLUMN');
  cursor.take('IF', 'EXISTS');
  const column = cursor.name();
  if (column === undefined) return [];
  const at = { table, column, range };
  if (cursor.take('SET', 'NOT', 'NULL')) return [{ does: 'set-nullability', ...at, notNull: true }];
  if (cursor.take('DROP', 'NOT', 'NULL')) return [{ does: 'set-nullability', ...at, notNull: false }];
  if (cursor.take('SET', 'DEFAULT')) return [{ does: 'set-default', ...at, dropped: isWord(cursor.peek(), 'NULL') }];
  if (cursor.take('DROP', 'DEFAULT') || cursor.take('DROP', 'IDENTITY')) return [{ does: 'set-default', ...at, dropped: true }];
  if (cursor.take('TYPE') || cursor.take('SET', 'DATA', 'TYPE')) return typeChange(at, cursor);
  return cursor.takeOne('SET', 'DROP', 'ADD', 'RESET', 'RESTART')
    ? []
    : redefined(at, { name: column, type: readType(cursor), constraints: [], notNull: false }, cursor);
}

function typeChange(at: { table: Name; column: Name; range: TextRange }, cursor: TokenCursor): Actions {
  const type = readType(cursor) ?? '';
  return [{ does: 'change-type', ...at, type, converted: cursor.skipTo('USING') }];
}

/** SQL Server's `ALTER COLUMN name type [NOT] NULL`. */
function redefined(at: { table: Name; column: Name; range: TextRange }, { type }: ColumnDefinition, cursor: TokenCursor): Actions {
  if (type === undefined) return [];
  const notNull = cursor.take('NOT', 'NULL');
  return [
    { does: 'change-type', ...at, type, converted: false },
    ...(notNull ? [{ does: 'set-nullability' as const, ...at, notNull }] : []),
  ];
}

/** MySQL's `MODIFY` and `CHANGE` define the whole column again. */
function modified({ table, range, cursor }: Part, isRenaming: boolean): Actions {
  cursor.take('COLUMN');
  const old = isRenaming ? cursor.name() : undefined;
  const column = readColumn(cursor);
  if (!column) return [];
  const at = { table, column: column.name, range };
  const rename =
    old !== undefined && old.toLowerCase() !== column.name.toLowerCase()
      ? [{ does: 'rename-column' as const, table, column: old, to: column.name, range }]
      : [];
  if (rename.length > 0 || column.type === undefined) return rename;
  return [
    { does: 'change-type', ...at, type: column.type, converted: false, restated: true },
    { does: 'set-nullability', ...at, notNull: column.notNull, restated: true },
  ];
}

function renamed({ table, range, cursor }: Part): Actions {
  const object = cursor.take('CONSTRAINT') ? 'constraint' : cursor.takeOne('INDEX', 'KEY') ? 'index' : undefined;
  const isColumn = object === undefined && cursor.take('COLUMN');
  const name = cursor.take('TO') || cursor.take('AS') ? undefined : cursor.name();
  if (name !== undefined && !cursor.take('TO')) return [{ does: 'rename', object: 'table', name: table, to: name, range }];
  const to = cursor.name() ?? '';
  if (name === undefined) return isColumn ? [] : [{ does: 'rename', object: 'table', name: table, to, range }];
  return object ? [{ does: 'rename', object, name, to, table, range }] : [{ does: 'rename-column', table, column: name, to, range }];
}

function setOption({ table, range, cursor }: Part): Actions {
  if (cursor.take('SCHEMA'))
    return [{ does: 'rename', object: 'table', name: table, to: `${cursor.name() ?? ''}.${table.split('.').at(-1) ?? table}`, range }];
  const by = cursor.takeOne('TABLESPACE', 'LOGGED', 'UNLOGGED', 'ACCESS');
  return by === undefined ? [] : [{ does: 'rewrite', table, by: `SET ${by}`, range }];
}
