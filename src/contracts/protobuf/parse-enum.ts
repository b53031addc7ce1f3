import type { Cursor } from './cursor.ts';
import type { NumberSpan, ProtoEnum, ProtoEnumValue } from './model.ts';
import { readBracketOptions, readStatementOption } from './options.ts';
import { readReserved } from './parse-reserved.ts';
import type { Place } from './parse.ts';

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
  const scope = { options, parent: place.parent };
  const bodyStart = cursor.end;
  while (!cursor.accepts('}')) {
    if (cursor.accepts(';')) continue;
    if (cursor.sees('option') && !cursor.sees('=', 1)) readStatementOption(cursor, options);
    else if (cursor.sees('reserved') && !cursor.sees('=', 1)) readReserved(cursor, { reserved, reservedNames }, highestEnumNumber);
    else values.push(readValue(cursor, { ...place, parent: scope, prefix: `${common.fullName}.` }));
  }
  const nameRange = { start: name.start, end: name.end };
  place.types.push({ kind: 'enum', ...common, bodyStart, range: cursor.since(start), nameRange } satisfies ProtoEnum);
}

function readValue(cursor: Cursor, place: Place): ProtoEnumValue {
  const start = cursor.start;
  const name = cursor.takeWord();
  cursor.take('=');
  const number = cursor.takeNumber(highestEnumNumber);
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
