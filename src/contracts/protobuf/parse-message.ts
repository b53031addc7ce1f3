import type { Cursor } from './cursor.ts';
import type { NumberSpan, ProtoElement, ProtoField, ProtoMessage } from './model.ts';
import { readBracketOptions, readStatementOption } from './options.ts';
import { readEnum } from './parse-enum.ts';
import { readNumbered } from './parse-numbered.ts';
import { readReserved, readSpans } from './parse-reserved.ts';
import type { Place } from './place.ts';
import type { Token } from './tokens.ts';

/** Messages nested deeper than this are refused: the compiler refuses them too (its limit is 32). */
const deepest = 64;
const highestFieldNumber = 536_870_911;

type Draft = { -readonly [Key in keyof ProtoMessage]: ProtoMessage[Key] } & {
  readonly fields: ProtoField[];
  readonly oneofs: ProtoElement[];
  readonly reserved: NumberSpan[];
  readonly reservedNames: string[];
  readonly extensionRanges: NumberSpan[];
  readonly options: Map<string, string>;
};

/** Reads `message Name { … }`, and adds it and all that is nested in it. */
export function readMessage(cursor: Cursor, place: Place): void {
  const start = cursor.start;
  cursor.take('message');
  readBody(cursor, place, start, cursor.takeWord());
}

/** Reads `extend Name { … }`. */
export function readExtend(cursor: Cursor, place: Place): void {
  cursor.take('extend');
  const extendee = cursor.takeName();
  cursor.take('{');
  while (!cursor.accepts('}')) if (!cursor.accepts(';')) place.extensions.push({ ...readField(cursor, place), extendee });
}

/** Reads from the opening brace on: a message's body, or a group's. */
function readBody(cursor: Cursor, place: Place, start: number, name: Token): void {
  if (place.depth > deepest) throw cursor.error('messages are nested too deeply');
  const message: Draft = {
    kind: 'message',
    name: name.text,
    fullName: place.prefix + name.text,
    file: place.file,
    parent: place.parent,
    range: name,
    nameRange: { start: name.start, end: name.end },
    options: new Map(),
    bodyStart: 0,
    fields: [],
    oneofs: [],
    reserved: [],
    reservedNames: [],
    extensionRanges: [],
  };
  place.types.push(message);
  cursor.take('{');
  message.bodyStart = cursor.end;
  const inside: Place = { ...place, parent: message, prefix: `${message.fullName}.`, depth: place.depth + 1 };
  while (!cursor.accepts('}')) readMember(cursor, inside, message);
  message.range = cursor.since(start);
}

/** The words that begin a member are no types, as for the compiler. */
function readMember(cursor: Cursor, place: Place, message: Draft): void {
  if (cursor.accepts(';')) return;
  if (!cursor.accepts('export')) cursor.accepts('local');
  if (cursor.sees('message')) readMessage(cursor, place);
  else if (cursor.sees('enum')) readEnum(cursor, place);
  else if (cursor.sees('extend')) readExtend(cursor, place);
  else if (cursor.sees('oneof')) readOneof(cursor, place, message);
  else if (cursor.sees('reserved')) readReserved(cursor, message, highestFieldNumber);
  else if (cursor.sees('option')) readStatementOption(cursor, message.options);
  else if (cursor.accepts('extensions')) {
    message.extensionRanges.push(...readSpans(cursor, highestFieldNumber));
    readBracketOptions(cursor);
    cursor.take(';');
  } else message.fields.push(readField(cursor, place));
}

function readOneof(cursor: Cursor, place: Place, message: Draft): void {
  const start = cursor.start;
  cursor.take('oneof');
  const name = cursor.takeWord();
  const options = new Map<string, string>();
  const fields: ProtoField[] = [];
  cursor.take('{');
  while (!cursor.accepts('}')) {
    if (cursor.accepts(';')) continue;
    if (cursor.sees('option')) readStatementOption(cursor, options);
    else fields.push({ ...readField(cursor, place), oneof: name.text });
  }
  message.fields.push(...fields);
  message.oneofs.push({
    name: name.text,
    fullName: place.prefix + name.text,
    file: place.file,
    parent: place.parent,
    options,
    range: cursor.since(start),
    nameRange: { start: name.start, end: name.end },
  });
}

function readField(cursor: Cursor, place: Place): ProtoField {
  const start = cursor.start;
  const label = readLabel(cursor);
  if (cursor.sees('group') && cursor.sees('=', 2)) return readGroup(cursor, place, start, label);
  const map = cursor.sees('map') && cursor.sees('<', 1) ? readMapKey(cursor) : undefined;
  const type = cursor.takeName();
  if (map !== undefined) cursor.take('>');
  return {
    ...readNumbered(cursor, place, start, highestFieldNumber),
    type,
    group: false,
    ...(label && { label }),
    ...(map !== undefined && { mapKey: map }),
  };
}

function readMapKey(cursor: Cursor): string {
  cursor.take('map');
  cursor.take('<');
  const key = cursor.takeName();
  cursor.take(',');
  return key;
}

function readLabel(cursor: Cursor): ProtoField['label'] {
  return (['optional', 'required', 'repeated'] as const).find((label) => cursor.accepts(label));
}

/** `optional group Result = 1 { … }` is a field `result` and a message `Result`. */
function readGroup(cursor: Cursor, place: Place, start: number, label: ProtoField['label']): ProtoField {
  cursor.take('group');
  const name = cursor.takeWord();
  cursor.take('=');
  const number = cursor.takeNumber(highestFieldNumber);
  const options = readBracketOptions(cursor);
  readBody(cursor, place, start, name);
  const field = name.text.toLowerCase();
  return {
    name: field,
    fullName: place.prefix + field,
    file: place.file,
    parent: place.parent,
    options,
    number,
    type: name.text,
    group: true,
    range: cursor.since(start),
    nameRange: { start: name.start, end: name.end },
    ...(label && { label }),
  };
}
