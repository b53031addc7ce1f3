import type { TypeReader } from './type-reader.ts';
import { readSignature } from './parse-signature.ts';
import { keyOf, parts, type ScriptType, type TypeMember } from './type.ts';

const modifiers: ReadonlySet<string> = new Set(['readonly', 'get', 'set', 'static', '+', '-']);

/** `{ … }`: the members of an object type, or a mapped type. */
export function readMembers(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  const start = tokens.at;
  const end = tokens.afterBracket(start);
  tokens.next();
  if (isMapped(reader)) return readMapped(reader, end);
  const members: TypeMember[] = [];
  while (tokens.at < end - 1 && !tokens.isAtEnd) {
    if (tokens.take(';', ',')) continue;
    const before = tokens.at;
    members.push(readMember(reader));
    if (tokens.at === before) tokens.next();
  }
  tokens.at = end;
  return { kind: 'object', members };
}

function isMapped({ tokens }: TypeReader): boolean {
  let at = 0;
  while (modifiers.has(tokens.peek(at)) && tokens.peek(at) !== '') at++;
  return tokens.peek(at) === '[' && tokens.peek(at + 2) === 'in';
}

/** The key's name is bound: equal mapped types may call it anything. */
function readMapped(reader: TypeReader, end: number): ScriptType {
  const { tokens } = reader;
  const from = tokens.at;
  while (!tokens.take('[')) tokens.next();
  const before = tokens.textBetween(from, tokens.at);
  const key = tokens.next();
  tokens.take('in');
  const variable = { kind: 'variable' as const, key: `$${String(reader.depth)}` };
  const inner: TypeReader = { ...reader, names: (name) => (name === key ? variable : reader.names(name)) };
  const over = reader.read(reader);
  const as = tokens.take('as') ? [inner.read(inner)] : [];
  const mark = tokens.at;
  while (!tokens.isAtEnd && tokens.peek() !== ':' && tokens.at < end - 1) tokens.next();
  const after = tokens.textBetween(mark, tokens.at);
  const value = tokens.take(':') ? [inner.read(inner)] : [];
  tokens.at = end;
  const [type] = value;
  const members = type && as.length === 0 ? membersOver(over, type, variable.key, before, after) : undefined;
  return members ?? { kind: 'computed', operator: `mapped ${before}${after}`, parts: [over, ...as, ...value] };
}

/** What is mapped over a list of words has a member for each, unless the words are in what they are mapped to. */
function membersOver(over: ScriptType, type: ScriptType, key: string, before: string, after: string): ScriptType | undefined {
  const names = parts(over).map((each) => (each.kind === 'literal' && each.text.startsWith('"') ? each.text.slice(1, -1) : undefined));
  if (keyOf(type).includes(key) || !names.every((name) => name !== undefined)) return undefined;
  const isReadonly = /(?:^|\+)readonly\b/.test(before);
  const isOptional = /\]\+?\?/.test(after);
  return { kind: 'object', members: names.map((name) => ({ name, type, isOptional, isReadonly, isMethod: false })) };
}

function readMember(reader: TypeReader): TypeMember {
  const { tokens } = reader;
  let isReadonly = false;
  while (modifiers.has(tokens.peek()) && !/^[:?(<;,}]$/.test(tokens.peek(1))) isReadonly = tokens.next() === 'readonly' || isReadonly;
  const name = memberName(reader);
  const isOptional = tokens.take('?');
  const isMethod = tokens.peek() === '(' || tokens.peek() === '<';
  if (isMethod) {
    const signature = readSignature(reader, ':');
    return { name, type: { kind: 'function', signature, isConstructor: name === 'new' }, isOptional, isReadonly, isMethod };
  }
  const type: ScriptType = tokens.take(':') ? reader.read(reader) : { kind: 'name', name: 'any', args: [] };
  return { name, type, isOptional, isReadonly, isMethod: false };
}

function memberName(reader: TypeReader): string {
  const { tokens } = reader;
  if (tokens.peek() === '(' || tokens.peek() === '<') return '()';
  if (!tokens.take('[')) return tokens.next().replace(/^["']|["']$/g, '');
  const isIndex = tokens.isWord() && tokens.peek(1) === ':';
  if (isIndex) tokens.at += 2;
  const from = tokens.at;
  reader.read(reader);
  const name = `[${tokens.textBetween(from, tokens.at)}]`;
  tokens.take(']');
  return name;
}
