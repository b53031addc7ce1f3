import type { ColumnDefinition, ConstraintDefinition, DefaultKind } from './schema-action.ts';
import type { SqlToken } from './sql-tokens.ts';
import { isWord, type TokenCursor } from './token-cursor.ts';

const endsType = new Set([
  'NOT',
  'NULL',
  'DEFAULT',
  'PRIMARY',
  'UNIQUE',
  'REFERENCES',
  'CHECK',
  'CONSTRAINT',
  'GENERATED',
  'COLLATE',
  'AUTO_INCREMENT',
  'AUTOINCREMENT',
  'IDENTITY',
  'COMMENT',
  'AFTER',
  'FIRST',
  'ON',
  'USING',
  'KEY',
  'AS',
  'STORAGE',
  'COMPRESSION',
  'INVISIBLE',
  'VISIBLE',
  'CHARSET',
  'SPARSE',
]);
const serial = /^(?:small|big)?serial[248]?$/i;

/** A column as `CREATE TABLE` and `ADD COLUMN` define it; undefined where no name stands. */
export function readColumn(cursor: TokenCursor): ColumnDefinition | undefined {
  const name = cursor.name();
  if (name === undefined) return undefined;
  const type = readType(cursor);
  const rest = cursor.remaining();
  const at = (word: string): number => indexOfWord(rest, word);
  const defaultAt = at('DEFAULT');
  const filled =
    serial.test(type ?? '') || at('AUTO_INCREMENT') >= 0 || at('AUTOINCREMENT') >= 0 || at('IDENTITY') >= 0
      ? 'serial'
      : at('GENERATED') >= 0 || at('AS') >= 0 || /^rowversion$/i.test(type ?? '')
        ? 'generated'
        : undefined;
  const constant = defaultAt >= 0 && !isWord(rest[defaultAt + 1], 'NULL');
  return {
    name,
    type,
    notNull: isWord(rest[at('NULL') - 1], 'NOT') || at('PRIMARY') >= 0,
    ...(constant && { default: defaultKind(rest.slice(defaultAt + 1)) }),
    ...(filled && { filled }),
    constraints: columnConstraints(rest, name),
  };
}

/** The type's tokens up to the first word that begins something else. */
export function readType(cursor: TokenCursor): string | undefined {
  const taken: SqlToken[] = [];
  for (let token = cursor.peek(); token && !ends(token, cursor.peek(1)); token = cursor.peek()) {
    const list = token.text === '(' ? cursor.remaining().slice(0, closing(cursor.remaining()) + 1) : [token];
    for (const each of list) {
      taken.push(each);
      cursor.next();
    }
  }
  return taken.length > 0 ? cursor.textOf(taken) : undefined;
}

function ends(token: SqlToken, next: SqlToken | undefined): boolean {
  return token.kind === 'word' && (endsType.has(token.text) || (token.text === 'CHARACTER' && isWord(next, 'SET')));
}

function closing(tokens: readonly SqlToken[]): number {
  let depth = 0;
  const index = tokens.findIndex((token) => {
    if (token.kind === 'symbol') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    return depth === 0;
  });
  return index < 0 ? tokens.length : index;
}

/** The word at depth 0, -1 where it is not. */
function indexOfWord(tokens: readonly SqlToken[], word: string): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    if (token.kind === 'symbol') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    return depth === 0 && token.kind === 'word' && token.text === word;
  });
}

/** Functions that give one value for a whole statement. Of others nobody knows. */
const stable = new Set([
  'NOW',
  'CURRENT_TIMESTAMP',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'LOCALTIMESTAMP',
  'LOCALTIME',
  'TRANSACTION_TIMESTAMP',
  'STATEMENT_TIMESTAMP',
  'TIMEZONE',
  'DATE_TRUNC',
  'COALESCE',
  'LOWER',
  'UPPER',
  'TO_TIMESTAMP',
  'MAKE_DATE',
  'MAKE_INTERVAL',
  'JSONB_BUILD_OBJECT',
  'JSON_BUILD_OBJECT',
  'JSONB_BUILD_ARRAY',
  'CONCAT',
  'CAST',
  'CONVERT',
  'INTERVAL',
  'DATE',
  'TIMESTAMP',
  'ARRAY',
  'CURRENT_SETTING',
  'LENGTH',
  'ROUND',
  'ABS',
  'GETDATE',
  'GETUTCDATE',
  'SYSDATETIME',
  'TRIM',
  'TO_CHAR',
  'TO_DATE',
  'ROW',
]);

/** A default is volatile if it calls anything that may give each row another value. */
export function defaultKind(tokens: readonly SqlToken[]): DefaultKind {
  const end = tokens.findIndex(({ kind, text }) => kind === 'word' && endsType.has(text) && text !== 'AS');
  const expression = end < 0 ? tokens : tokens.slice(0, end);
  const volatile = expression.some(
    (token, index) =>
      token.kind === 'word' &&
      isWord(expression[index + 1], '(') &&
      !isWord(expression[index - 1], '::') &&
      !isWord(expression[index - 1], 'AS') &&
      !stable.has(token.text),
  );
  return volatile ? 'volatile' : 'constant';
}

function columnConstraints(rest: readonly SqlToken[], column: string): readonly ConstraintDefinition[] {
  const has = (word: string): boolean => indexOfWord(rest, word) >= 0;
  const common = { columns: [column], unchecked: false, usingIndex: false };
  const constraints: ConstraintDefinition[] = [];
  if (has('PRIMARY')) constraints.push({ kind: 'primary-key', ...common });
  if (has('UNIQUE')) constraints.push({ kind: 'unique', ...common });
  if (has('REFERENCES')) constraints.push({ kind: 'foreign-key', ...common });
  if (has('CHECK')) constraints.push({ kind: 'check', ...common });
  return constraints;
}
