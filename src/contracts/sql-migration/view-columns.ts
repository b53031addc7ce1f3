import { isWord, splitAtCommas, type TokenCursor } from './token-cursor.ts';

/** The names that a view gives its columns; undefined where they cannot be told (`*`, unnamed expressions). */
export function viewColumns(cursor: TokenCursor): readonly string[] | undefined {
  const named = cursor.list();
  if (named.length > 0) return named.flatMap((tokens) => cursor.sub(tokens).name() ?? []);
  if (!cursor.skipTo('AS') || !cursor.take('SELECT')) return undefined;
  cursor.takeOne('DISTINCT', 'ALL');
  const names = cursor.list().length > 0 ? [undefined] : selected(cursor);
  return names.every((name) => name !== undefined) ? names : undefined;
}

function selected(cursor: TokenCursor): readonly (string | undefined)[] {
  const tokens = cursor.remaining();
  const clause = cursor.sub(tokens);
  const found = clause.skipTo('FROM', 'UNION', 'WHERE');
  const length = tokens.length - clause.remaining().length - (found ? 1 : 0);
  return splitAtCommas(tokens.slice(0, length)).map((part) => outputName(cursor.sub(part)));
}

function outputName(part: TokenCursor): string | undefined {
  const last = part.tokens.at(-1);
  const before = part.tokens.at(-2);
  if (!last || (last.kind !== 'word' && last.kind !== 'name') || last.text === 'END') return undefined;
  return before === undefined || isWord(before, 'AS') || isWord(before, '.') || before.kind !== 'symbol'
    ? part.sub([last]).name()
    : undefined;
}
