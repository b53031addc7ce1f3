import type { Cursor } from './cursor.ts';
import type { NumberSpan, ProtoEnum, ProtoEnumValue } from './model.ts';
import { readStatementOption } from './options.ts';
import { readNumbered } from './parse-numbered.ts';
import { readReserved } from './parse-reserved.ts';
import type { Place } from './place.ts';

const highestEnumNumber = 2_147_483_647;

/** Reads `enum Name { … }`. */
export function readEnum(cursor: Cursor, place: Place): void {
  const start = cursor.start;
  cursor.take('enum');
  const name = cursor.takeWord();
  const options = new Map<string, string>();
  const values: ProtoEnumValue[] = [];
  const reserved: NumberSpan[] = [];
  const reservedNames: string[] = [];
  cursor.take('{');
  const common = {
    name: name.text,
    fullName: place.prefix + name.text,
    file: place.file,
    parent: place.parent,
    options,
    reserved,
    reservedNames,
    values,
  };
  const inside: Place = { ...place, parent: { options, parent: place.parent }, prefix: `${common.fullName}.` };
  const bodyStart = cursor.end;
  while (!cursor.accepts('}')) {
    if (cursor.accepts(';')) continue;
    if (cursor.sees('option') && !cursor.sees('=', 1)) readStatementOption(cursor, options);
    else if (cursor.sees('reserved') && !cursor.sees('=', 1)) readReserved(cursor, { reserved, reservedNames }, highestEnumNumber);
    else values.push(readNumbered(cursor, inside, cursor.start, highestEnumNumber));
  }
  const nameRange = { start: name.start, end: name.end };
  place.types.push({ kind: 'enum', ...common, bodyStart, range: cursor.since(start), nameRange } satisfies ProtoEnum);
}
