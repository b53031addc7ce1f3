import type { Cursor } from './cursor.ts';
import type { ProtoMethod, ProtoService } from './model.ts';
import { readStatementOption } from './options.ts';
import type { Place } from './place.ts';

/** Reads `service Name { … }`. */
export function readService(cursor: Cursor, place: Place): void {
  const start = cursor.start;
  cursor.take('service');
  const name = cursor.takeWord();
  const options = new Map<string, string>();
  const methods: ProtoMethod[] = [];
  const fullName = place.prefix + name.text;
  cursor.take('{');
  while (!cursor.accepts('}')) {
    if (cursor.accepts(';')) continue;
    if (cursor.sees('option')) readStatementOption(cursor, options);
    else methods.push(readMethod(cursor, { ...place, prefix: `${fullName}.` }));
  }
  const service: ProtoService = {
    kind: 'service',
    name: name.text,
    fullName,
    file: place.file,
    parent: place.parent,
    options,
    methods,
    range: cursor.since(start),
    nameRange: { start: name.start, end: name.end },
  };
  place.types.push(service);
}

function readMethod(cursor: Cursor, place: Place): ProtoMethod {
  const start = cursor.start;
  cursor.take('rpc');
  const name = cursor.takeWord();
  const request = readMessageName(cursor);
  cursor.take('returns');
  const response = readMessageName(cursor);
  const options = readMethodOptions(cursor);
  return {
    name: name.text,
    fullName: place.prefix + name.text,
    file: place.file,
    parent: place.parent,
    options,
    request: request.type,
    requestStream: request.stream,
    response: response.type,
    responseStream: response.stream,
    range: cursor.since(start),
    nameRange: { start: name.start, end: name.end },
  };
}

function readMessageName(cursor: Cursor): { readonly type: string; readonly stream: boolean } {
  cursor.take('(');
  const stream =
    cursor.sees('stream') &&
    !cursor.sees(')', 1) &&
    !(cursor.sees('.', 1) && cursor.peek(1)?.start === cursor.peek()?.end) &&
    cursor.accepts('stream');
  const type = cursor.takeName();
  cursor.take(')');
  return { type, stream };
}

function readMethodOptions(cursor: Cursor): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  if (cursor.accepts(';')) return options;
  cursor.take('{');
  while (!cursor.accepts('}')) if (!cursor.accepts(';')) readStatementOption(cursor, options);
  return options;
}
