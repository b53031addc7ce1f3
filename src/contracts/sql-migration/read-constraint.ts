import type { ConstraintDefinition } from './schema-action.ts';
import { isWord, type TokenCursor } from './token-cursor.ts';

const kinds = [
  ['CHECK', 'check'],
  ['FOREIGN', 'foreign-key'],
  ['UNIQUE', 'unique'],
  ['PRIMARY', 'primary-key'],
  ['EXCLUDE', 'exclude'],
] as const;

/** PostgreSQL 18's `CONSTRAINT name NOT NULL column`: the column; undefined where something else stands. */
export function readNamedNotNull(cursor: TokenCursor): string | undefined {
  if (!cursor.take('CONSTRAINT')) return undefined;
  return cursor.name() !== undefined && cursor.take('NOT', 'NULL') ? cursor.name() : undefined;
}

/** A constraint of a table, from `CONSTRAINT name` or its kind on; undefined where none begins here. */
export function readConstraint(cursor: TokenCursor): ConstraintDefinition | undefined {
  const name = cursor.take('CONSTRAINT') && !kinds.some(([word]) => isWord(cursor.peek(), word)) ? cursor.name() : undefined;
  const kind = kinds.find(([word]) => cursor.take(word))?.[1];
  if (kind === undefined) return undefined;
  const rest = cursor.remaining();
  const inCheck = kind === 'check' ? (cursor.list()[0] ?? []) : [];
  const names = kind === 'check' ? [] : columnsOf(cursor);
  const words = rest.map(({ text }) => text);
  const follows = (...wanted: readonly string[]): boolean =>
    words.some((_word, index) => wanted.every((each, offset) => isWord(rest[index + offset], each)));
  const isNotNull = inCheck.length === 4 && follows('IS', 'NOT', 'NULL');
  return {
    kind,
    ...(name !== undefined && { name }),
    columns: names,
    unchecked: follows('NOT', 'VALID') || follows('NOT', 'ENFORCED') || follows('NOVALIDATE'),
    usingIndex: (kind === 'unique' || kind === 'primary-key') && follows('USING', 'INDEX'),
    ...(isNotNull && { notNullOf: cursor.sub(inCheck).name() ?? '' }),
  };
}

function columnsOf(cursor: TokenCursor): readonly string[] {
  while (!cursor.done && cursor.peek()?.text !== '(') cursor.next();
  return cursor.list().flatMap((part) => cursor.sub(part).name() ?? []);
}
