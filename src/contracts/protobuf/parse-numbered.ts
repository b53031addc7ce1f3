import type { Cursor } from './cursor.ts';
import type { ProtoElement } from './model.ts';
import { readBracketOptions } from './options.ts';
import type { Place } from './place.ts';

/** Reads `name = 1 [options];`, with which fields and values of enums end. The element begins at `start`. */
export function readNumbered(cursor: Cursor, place: Place, start: number, max: number): ProtoElement & { readonly number: number } {
  const name = cursor.takeWord();
  cursor.take('=');
  const number = cursor.takeNumber(max);
  const options = readBracketOptions(cursor);
  cursor.take(';');
  return {
    name: name.text,
    fullName: place.prefix + name.text,
    file: place.file,
    parent: place.parent,
    options,
    number,
    range: cursor.since(start),
    nameRange: { start: name.start, end: name.end },
  };
}
