import type { Cursor } from './cursor.ts';
import type { NumberSpan } from './model.ts';

/** Reads `reserved 1, 3 to 5;`, `reserved "a", "b";` or, in editions, `reserved a, b;`. */
export function readReserved(
  cursor: Cursor,
  into: { readonly reserved: NumberSpan[]; readonly reservedNames: string[] },
  max: number,
): void {
  cursor.take('reserved');
  do {
    if (cursor.peek()?.kind === 'string') into.reservedNames.push(cursor.takeString());
    else if (cursor.peek()?.kind === 'word' && !cursor.sees('max')) into.reservedNames.push(cursor.takeWord().text);
    else into.reserved.push(readSpan(cursor, max));
  } while (cursor.accepts(','));
  cursor.take(';');
}

/** Reads `1, 3 to 5, 10 to max`. */
export function readSpans(cursor: Cursor, max: number): readonly NumberSpan[] {
  const spans: NumberSpan[] = [];
  do spans.push(readSpan(cursor, max));
  while (cursor.accepts(','));
  return spans;
}

function readSpan(cursor: Cursor, max: number): NumberSpan {
  const from = cursor.takeNumber(max);
  return { from, to: cursor.accepts('to') ? cursor.takeNumber(max) : from };
}
