import type { Cursor } from './cursor.ts';

/** The value of `name = value`, flattened: a message value gives one option for each of its scalar fields. */
type Put = (name: string, value: string) => void;

/** Deeper aggregates than this are no option that anybody wrote. */
const deepest = 50;

/** Reads what follows `option` or stands between the brackets behind a field: `name = value`. */
export function readOption(cursor: Cursor, put: Put): string {
  const name = readOptionName(cursor);
  cursor.take('=');
  readValue(cursor, name, put, 0);
  return name;
}

/** Reads `[a = 1, (b).c = { … }]`, if there is one. */
export function readBracketOptions(cursor: Cursor): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  if (!cursor.accepts('[')) return options;
  do
    readOption(cursor, (name, value) => {
      addOption(options, name, value);
    });
  while (cursor.accepts(','));
  cursor.take(']');
  return options;
}

/** Reads `option name = value;` into the options of what encloses it. */
export function readStatementOption(cursor: Cursor, options: Map<string, string>): void {
  cursor.take('option');
  readOption(cursor, (key, value) => {
    addOption(options, key, value);
  });
  cursor.take(';');
}

/** Repeated options keep all values, in order. */
export function addOption(options: Map<string, string>, name: string, value: string): void {
  const before = options.get(name);
  options.set(name, before === undefined ? value : `${before}, ${value}`);
}

function readOptionName(cursor: Cursor): string {
  let name = readNamePart(cursor);
  while (cursor.accepts('.')) name += `.${readNamePart(cursor)}`;
  return name;
}

function readNamePart(cursor: Cursor): string {
  if (!cursor.accepts('(')) return cursor.takeWord().text;
  const name = cursor.takeName().replace(/^\./, '');
  cursor.take(')');
  return `(${name})`;
}

function readValue(cursor: Cursor, name: string, put: Put, depth: number): void {
  if (depth > deepest) throw cursor.error('an option is nested too deeply');
  if (cursor.sees('{') || cursor.sees('<')) readAggregate(cursor, name, put, depth);
  else if (cursor.accepts('[')) readList(cursor, name, put, depth);
  else put(name, readScalar(cursor));
}

function readAggregate(cursor: Cursor, name: string, put: Put, depth: number): void {
  const close = cursor.next().text === '{' ? '}' : '>';
  while (!cursor.accepts(close)) {
    const field = cursor.accepts('[') ? readExtensionName(cursor) : cursor.takeWord().text;
    cursor.accepts(':');
    readValue(cursor, `${name}.${field}`, put, depth + 1);
    if (!cursor.accepts(',')) cursor.accepts(';');
  }
}

function readExtensionName(cursor: Cursor): string {
  let name = cursor.takeName();
  if (cursor.accepts('/')) name += `/${cursor.takeName()}`;
  cursor.take(']');
  return `(${name})`;
}

function readList(cursor: Cursor, name: string, put: Put, depth: number): void {
  while (!cursor.accepts(']')) {
    readValue(cursor, name, put, depth + 1);
    cursor.accepts(',');
  }
}

function readScalar(cursor: Cursor): string {
  if (cursor.peek()?.kind === 'string') return cursor.takeString();
  const sign = cursor.accepts('-') ? '-' : cursor.accepts('+') ? '' : '';
  const token = cursor.next();
  if (token.kind === 'sign') throw cursor.error('a value is missing');
  return sign + token.text;
}
