import type { TextRange } from '../../base/text-range.ts';
import { readAlterTable } from './read-alter-table.ts';
import { readColumn } from './read-column.ts';
import { readConstraint } from './read-constraint.ts';
import type { ColumnDefinition, ObjectKind, SchemaAction } from './schema-action.ts';
import { sqlStatements, type SqlStatement } from './sql-statements.ts';
import type { Dialect } from './sql-tokens.ts';
import { isWord, TokenCursor } from './token-cursor.ts';
import { viewColumns } from './view-columns.ts';

type Actions = readonly SchemaAction[];
type Reader = (cursor: TokenCursor, range: TextRange) => Actions;

/** What the statements of a script do, in order. A statement that does nothing of interest, or is not understood, adds nothing. */
export function readSql(text: string, dialect: Dialect, within?: TextRange): Actions {
  return sqlStatements(text, dialect, within).flatMap((statement) => readStatement(statement, text));
}

export function readStatement({ tokens, range }: SqlStatement, text: string): Actions {
  const cursor = new TokenCursor(tokens, text);
  const first = cursor.next();
  const reader = first?.kind === 'word' ? readers[first.text] : undefined;
  return reader ? reader(cursor, range) : [];
}

const readers: Readonly<Partial<Record<string, Reader>>> = {
  ALTER: altered,
  CREATE: created,
  DROP: dropped,
  RENAME: (cursor, range) => (cursor.take('TABLE') ? renamedTables(cursor, range) : []),
  TRUNCATE: truncated,
  DELETE: (cursor, range) => {
    cursor.take('FROM');
    cursor.take('ONLY');
    const table = cursor.name();
    return table === undefined || cursor.skipTo('WHERE', 'LIMIT', 'USING') ? [] : [{ does: 'delete-all', table, range }];
  },
  REINDEX: reindexed,
  VACUUM: (cursor, range) => {
    const full = cursor.take('FULL') || cursor.list().some((option) => isWord(option[0], 'FULL') && !isWord(option[1], 'FALSE'));
    cursor.take('VERBOSE');
    return full ? [{ does: 'rewrite', table: cursor.name() ?? 'every table', by: 'VACUUM FULL', range }] : [];
  },
  CLUSTER: (cursor, range) => [{ does: 'rewrite', table: (cursor.list(), cursor.name()) ?? 'every table', by: 'CLUSTER', range }],
  LOCK: (cursor, range) => {
    cursor.takeOne('TABLE', 'TABLES');
    return [{ does: 'lock', table: cursor.name() ?? '', by: 'LOCK TABLE', range }];
  },
  BEGIN: (cursor, range) => (isWord(cursor.peek(), 'TRY') ? [] : [{ does: 'transaction', verb: 'begin', range }]),
  START: (cursor, range) => (cursor.take('TRANSACTION') ? [{ does: 'transaction', verb: 'begin', range }] : []),
  COMMIT: (_cursor, range) => [{ does: 'transaction', verb: 'end', range }],
  END: (_cursor, range) => [{ does: 'transaction', verb: 'end', range }],
  ROLLBACK: (cursor, range) => (isWord(cursor.peek(), 'TO') ? [] : [{ does: 'transaction', verb: 'end', range }]),
  SET: (cursor, range) => {
    cursor.takeOne('LOCAL', 'SESSION');
    return /^(?:LOCK_TIMEOUT|STATEMENT_TIMEOUT|LOCK_WAIT_TIMEOUT|INNODB_LOCK_WAIT_TIMEOUT)$/.test(cursor.peek()?.text ?? '')
      ? [{ does: 'set-timeout', range }]
      : [];
  },
  REVOKE: (cursor, range) => [
    { does: 'restrict', table: cursor.skipTo('ON') ? (cursor.take('TABLE'), cursor.name() ?? '') : '', by: 'REVOKE', range },
  ],
  COMMENT: (cursor, range) => {
    cursor.take('ON');
    cursor.next();
    const name = cursor.name() ?? '';
    return [{ does: 'comment', name, text: cursor.skipTo('IS') ? (cursor.peek()?.text ?? '') : '', range }];
  },
  EXEC: storedRename,
  EXECUTE: storedRename,
};

const objects: Readonly<Partial<Record<string, ObjectKind>>> = {
  TABLE: 'table',
  VIEW: 'view',
  SCHEMA: 'schema',
  DATABASE: 'database',
  TYPE: 'type',
  DOMAIN: 'type',
  FUNCTION: 'function',
  PROCEDURE: 'function',
  ROUTINE: 'function',
  AGGREGATE: 'function',
  SEQUENCE: 'sequence',
  INDEX: 'index',
  TRIGGER: 'trigger',
  POLICY: 'policy',
  EXTENSION: 'extension',
};

function takeObject(cursor: TokenCursor): { readonly object: ObjectKind; readonly word: string; readonly keyword: TextRange } | undefined {
  cursor.takeOne('MATERIALIZED', 'FOREIGN', 'EVENT');
  const token = cursor.peek();
  const object = token?.kind === 'word' ? objects[token.text] : undefined;
  if (token === undefined || object === undefined) return undefined;
  cursor.next();
  return { object, word: token.text, keyword: token };
}

function altered(cursor: TokenCursor, range: TextRange): Actions {
  const found = takeObject(cursor);
  if (!found || found.object === 'policy' || found.object === 'trigger' || found.object === 'extension') return [];
  if (found.object === 'table') return readAlterTable(cursor, range);
  cursor.take('IF', 'EXISTS');
  const name = cursor.name() ?? '';
  cursor.list();
  if (cursor.take('RENAME', 'VALUE'))
    return [
      {
        does: 'rename-enum-value',
        type: name,
        value: cursor.next()?.text ?? '',
        to: (cursor.take('TO'), cursor.next()?.text ?? ''),
        range,
      },
    ];
  if (cursor.take('RENAME', 'TO')) return [{ does: 'rename', object: found.object, name, to: cursor.name() ?? '', range }];
  if (cursor.take('SET', 'SCHEMA'))
    return [{ does: 'rename', object: found.object, name, to: `${cursor.name() ?? ''}.${name.split('.').at(-1) ?? name}`, range }];
  if (cursor.take('RENAME', 'COLUMN'))
    return [{ does: 'rename-column', table: name, column: cursor.name() ?? '', to: (cursor.take('TO'), cursor.name() ?? ''), range }];
  if (found.word === 'TYPE' && cursor.take('ADD', 'VALUE')) {
    cursor.take('IF', 'NOT', 'EXISTS');
    return [{ does: 'add-enum-value', type: name, value: cursor.next()?.text ?? '', range }];
  }
  if (found.word === 'TYPE') return alteredComposite(cursor, name, range);
  const constrains = found.word === 'DOMAIN' && (isWord(cursor.peek(), 'ADD') || cursor.take('SET', 'NOT', 'NULL'));
  return constrains ? [{ does: 'constrain-domain', type: name, unchecked: /\bNOT VALID\b/i.test(cursor.rest), range }] : [];
}

function alteredComposite(cursor: TokenCursor, table: string, range: TextRange): Actions {
  if (cursor.take('DROP', 'ATTRIBUTE'))
    return [{ does: 'drop-column', table, column: (cursor.take('IF', 'EXISTS'), cursor.name() ?? ''), range }];
  if (cursor.take('RENAME', 'ATTRIBUTE'))
    return [{ does: 'rename-column', table, column: cursor.name() ?? '', to: (cursor.take('TO'), cursor.name() ?? ''), range }];
  return [];
}

function created(cursor: TokenCursor, range: TextRange): Actions {
  const replaces = cursor.take('OR', 'REPLACE');
  cursor.takeOne('GLOBAL', 'LOCAL');
  const temporary = cursor.takeOne('TEMP', 'TEMPORARY') !== undefined;
  if (cursor.peek()?.text === 'DEFINER' || cursor.peek()?.text === 'ALGORITHM' || cursor.peek()?.text === 'SQL')
    return createdWithOptions(cursor, range);
  cursor.takeOne('UNLOGGED', 'RECURSIVE', 'CONSTRAINT', 'CLUSTERED', 'NONCLUSTERED', 'FULLTEXT', 'SPATIAL');
  const unique = cursor.take('UNIQUE');
  cursor.takeOne('CLUSTERED', 'NONCLUSTERED');
  const found = takeObject(cursor);
  if (!found) return [];
  if (found.object === 'index') return createdIndex(cursor, unique, found.keyword, range);
  cursor.take('IF', 'NOT', 'EXISTS');
  const name = cursor.name() ?? '';
  if (found.object === 'table') return [{ does: 'create-table', table: name, columns: tableColumns(cursor), temporary, replaces, range }];
  return [
    {
      does: 'create',
      object: found.object,
      name,
      columns: found.object === 'view' ? viewColumns(cursor) : undefined,
      definition: cursor.rest,
      range,
    },
  ];
}

/** MySQL's `CREATE DEFINER = … VIEW name`. */
function createdWithOptions(cursor: TokenCursor, range: TextRange): Actions {
  const words = ['VIEW', 'FUNCTION', 'PROCEDURE', 'TRIGGER', 'EVENT'] as const;
  const word = words.find((each) => cursor.remaining().some((token) => isWord(token, each)));
  if (word === undefined || !cursor.skipTo(word)) return [];
  const name = cursor.name() ?? '';
  return [
    {
      does: 'create',
      object: objects[word] ?? 'function',
      name,
      columns: word === 'VIEW' ? viewColumns(cursor) : undefined,
      definition: cursor.rest,
      range,
    },
  ];
}

function createdIndex(cursor: TokenCursor, unique: boolean, keyword: TextRange, range: TextRange): Actions {
  const concurrently = cursor.take('CONCURRENTLY');
  cursor.take('IF', 'NOT', 'EXISTS');
  const name = isWord(cursor.peek(), 'ON') ? undefined : cursor.name();
  if (!cursor.skipTo('ON')) return [];
  cursor.take('ONLY');
  const table = cursor.name() ?? '';
  const online = /\bONLINE\s*=\s*ON\b|\bALGORITHM\s{0,10}=?\s{0,10}INPLACE\b/i.test(cursor.rest);
  return [{ does: 'create-index', table, name, unique, concurrently: concurrently || online, keyword, range }];
}

function tableColumns(cursor: TokenCursor): readonly ColumnDefinition[] {
  const columns: ColumnDefinition[] = [];
  for (const tokens of cursor.list()) {
    const part = cursor.sub(tokens);
    if (
      readConstraint(cursor.sub(tokens)) ||
      /^(?:CONSTRAINT|LIKE|INDEX|KEY|FULLTEXT|SPATIAL|PERIOD)$/.test(part.peek()?.kind === 'word' ? (part.peek()?.text ?? '') : '')
    )
      continue;
    const column = readColumn(part);
    if (column) columns.push(column);
  }
  return columns;
}

function dropped(cursor: TokenCursor, range: TextRange): Actions {
  const found = takeObject(cursor);
  if (!found) return [];
  const concurrently = cursor.take('CONCURRENTLY');
  cursor.take('IF', 'EXISTS');
  const names: string[] = [];
  do {
    const name = cursor.name();
    if (name !== undefined) names.push(name);
    cursor.list();
  } while (cursor.take(','));
  const table = cursor.take('ON') ? cursor.name() : undefined;
  return names.map((name) => ({
    does: 'drop',
    object: found.object,
    name,
    ...(table !== undefined && { table }),
    concurrently,
    keyword: found.keyword,
    range,
  }));
}

function renamedTables(cursor: TokenCursor, range: TextRange): Actions {
  const actions: SchemaAction[] = [];
  do {
    const name = cursor.name();
    if (name === undefined || !cursor.take('TO')) break;
    actions.push({ does: 'rename', object: 'table', name, to: cursor.name() ?? '', range });
  } while (cursor.take(','));
  return actions;
}

function truncated(cursor: TokenCursor, range: TextRange): Actions {
  cursor.take('TABLE');
  const tables: string[] = [];
  do {
    cursor.take('ONLY');
    const name = cursor.name();
    if (name !== undefined) tables.push(name);
    cursor.take('*');
  } while (cursor.take(','));
  const cascade = cursor.skipTo('CASCADE');
  return tables.map((table) => ({ does: 'truncate', table, cascade, range }));
}

function reindexed(cursor: TokenCursor, range: TextRange): Actions {
  const options = cursor.list();
  const keyword = cursor.next();
  const concurrently =
    options.some((option) => isWord(option[0], 'CONCURRENTLY') && !/^(?:FALSE|OFF|0)$/.test(option[1]?.text ?? '')) ||
    cursor.take('CONCURRENTLY');
  return keyword ? [{ does: 'reindex', name: cursor.name() ?? '', concurrently, keyword, range }] : [];
}

/** SQL Server renames by `sp_rename 'table.column', 'new', 'COLUMN'`. */
function storedRename(cursor: TokenCursor, range: TextRange): Actions {
  if (!/^(?:SYS\.)?SP_RENAME$/i.test(cursor.name() ?? '')) return [];
  const [name = '', to = '', kind] = cursor
    .remaining()
    .filter(({ kind: each }) => each === 'string')
    .map(({ text }) => text);
  const parts = name.replace(/[[\]]/g, '').split('.');
  if (kind?.toUpperCase() !== 'COLUMN')
    return kind === undefined || kind.toUpperCase() === 'OBJECT'
      ? [{ does: 'rename', object: 'table', name: parts.join('.'), to, range }]
      : [];
  return [{ does: 'rename-column', table: parts.slice(0, -1).join('.'), column: parts.at(-1) ?? '', to, range }];
}
