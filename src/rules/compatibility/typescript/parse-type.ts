import type { Names, TypeReader } from './type-reader.ts';
import { readMembers } from './parse-members.ts';
import { isFunctionAhead, readFunction } from './parse-signature.ts';
import { TokenReader } from './type-tokens.ts';
import { anyType, named, type ScriptType, type TupleElement } from './type.ts';

const deepest = 60;

export const noNames: Names = () => undefined;

/** Reads one type. Never throws: what is odd becomes a computed type of its own text. */
export function parseType(text: string, names: Names = noNames): ScriptType {
  const tokens = new TokenReader(text);
  const type = readType({ tokens, names, depth: 0, read: readType });
  return tokens.isAtEnd ? type : { kind: 'computed', operator: text, parts: [] };
}

function readType(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  if (reader.depth > deepest) return opaque(reader);
  const inner = { ...reader, depth: reader.depth + 1 };
  const checked = readUnion(inner);
  if (!tokens.take('extends')) return checked;
  return readConditional(checked, inner);
}

/** The names that `infer` makes are those of the first branch alone. */
function readConditional(checked: ScriptType, reader: TypeReader): ScriptType {
  const inferred = new Map<string, ScriptType>();
  const key = (name: string): ScriptType => ({
    kind: 'variable',
    key: `%${String(reader.depth)}.${String(inferred.size)}.${name === '' ? '' : 'i'}`,
  });
  const names: Names = (name) => inferred.get(name) ?? reader.names(name);
  const inferring = (name: string): ScriptType => {
    const known = inferred.get(name) ?? key(name);
    inferred.set(name, known);
    return known;
  };
  const test = readUnion({ ...reader, names: inferNames(reader.names, inferring) });
  if (!reader.tokens.take('?')) return { kind: 'computed', operator: 'extends', parts: [checked, test] };
  const then = readType({ ...reader, names });
  reader.tokens.take(':');
  const otherwise = readType(reader);
  return { kind: 'computed', operator: 'conditional', parts: [checked, test, then, otherwise] };
}

const inferPrefix = 'infer ';

function inferNames(outer: Names, inferring: (name: string) => ScriptType): Names {
  return (name) => (name.startsWith(inferPrefix) ? inferring(name.slice(inferPrefix.length)) : outer(name));
}

function readUnion(reader: TypeReader): ScriptType {
  return readList(reader, '|', 'union', (each) => readList(each, '&', 'intersection', readOperator));
}

function readList(reader: TypeReader, sign: string, kind: 'union' | 'intersection', read: (reader: TypeReader) => ScriptType): ScriptType {
  reader.tokens.take(sign);
  const first = read(reader);
  const types = [first];
  while (reader.tokens.take(sign)) types.push(read(reader));
  return types.length === 1 ? first : { kind, types };
}

const operators: ReadonlySet<string> = new Set(['keyof', 'unique', 'asserts']);

function readOperator(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  const word = tokens.peek();
  const isOperator = tokens.isWord(1) || /^[[({"'`]/.test(tokens.peek(1));
  if (operators.has(word) && isOperator) return { kind: 'computed', operator: tokens.next(), parts: [readOperator(reader)] };
  if (word === 'readonly' && isOperator) {
    tokens.next();
    return asReadonly(readOperator(reader));
  }
  if (word === 'infer' && tokens.isWord(1)) return readInfer(reader);
  if (tokens.isWord() && tokens.peek(1) === 'is' && (tokens.isWord(2) || /^[[({"'`]/.test(tokens.peek(2)))) {
    tokens.at += 2;
    return { kind: 'computed', operator: 'is', parts: [readType(reader)] };
  }
  if (isFunctionAhead(tokens)) return readFunction(reader);
  return readSuffixes(readPrimary(reader), reader);
}

function readInfer(reader: TypeReader): ScriptType {
  reader.tokens.next();
  const variable = reader.names(inferPrefix + reader.tokens.next()) ?? anyType;
  return { kind: 'computed', operator: 'infer', parts: [variable] };
}

function asReadonly(type: ScriptType): ScriptType {
  if (type.kind === 'name' && type.name === 'Array') return { ...type, name: 'ReadonlyArray' };
  return { kind: 'computed', operator: 'readonly', parts: [type] };
}

function readSuffixes(start: ScriptType, reader: TypeReader): ScriptType {
  const { tokens } = reader;
  let type = start;
  for (;;) {
    if (tokens.peek() === '[' && tokens.peek(1) === ']') {
      tokens.at += 2;
      type = named('Array', type);
    } else if (tokens.take('[')) {
      type = { kind: 'computed', operator: '[]', parts: [type, readType(reader)] };
      tokens.take(']');
    } else return type;
  }
}

function readPrimary(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  const first = tokens.peek();
  if (first === '(') {
    tokens.next();
    const type = readType(reader);
    tokens.take(')');
    return type;
  }
  if (first === '{') return readMembers(reader);
  if (first === '[') return readTuple(reader);
  if (/^["'`]|^-?\d/.test(first)) return { kind: 'literal', text: literalText(tokens.next()) };
  if (first === 'true' || first === 'false') return { kind: 'literal', text: tokens.next() };
  if (first === 'typeof' || first === 'import') return readReference(reader);
  return tokens.isWord() ? readName(reader) : opaque(reader);
}

function literalText(text: string): string {
  if (text.startsWith('`')) return text.includes('${') ? text : JSON.stringify(text.slice(1, -1));
  return /^["']/.test(text) ? JSON.stringify(text.slice(1, -1).replace(/\\(['"])/g, '$1')) : text.replaceAll('_', '');
}

/** `import('m').T<A>` is the `T` of that module; `typeof x.y` is equal where the words are. */
function readReference(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  if (tokens.peek() === 'import' && tokens.peek(1) === '(' && tokens.peek(3) === ')' && tokens.peek(4) === '.') return readImported(reader);
  const start = tokens.at;
  tokens.next();
  if (tokens.peek() === '(') tokens.at = tokens.afterBracket();
  else tokens.next();
  while (tokens.take('.')) tokens.next();
  const operator = tokens.textBetween(start, tokens.at);
  return { kind: 'computed', operator, parts: readArguments(reader) };
}

function readImported(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  const source = tokens.peek(2).slice(1, -1);
  tokens.at += 4;
  const words: string[] = [];
  while (tokens.take('.')) words.push(tokens.next());
  return { kind: 'name', name: `import("${source}").${words.join('.')}`, args: readArguments(reader) };
}

function readName(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  const words = [tokens.next()];
  while (tokens.peek() === '.' && tokens.isWord(1)) {
    tokens.next();
    words.push(tokens.next());
  }
  const name = words.join('.');
  return reader.names(name) ?? { kind: 'name', name, args: readArguments(reader) };
}

export function readArguments(reader: TypeReader): readonly ScriptType[] {
  const { tokens } = reader;
  const args: ScriptType[] = [];
  if (!tokens.take('<')) return args;
  while (!tokens.isAtEnd && !tokens.take('>')) {
    args.push(readType(reader));
    if (tokens.peek() !== '>' && !tokens.take(',')) break;
  }
  return args;
}

function readTuple(reader: TypeReader): ScriptType {
  const { tokens } = reader;
  const elements: TupleElement[] = [];
  tokens.next();
  while (!tokens.isAtEnd && !tokens.take(']')) {
    const isRest = tokens.take('...');
    const isLabelled = tokens.isWord() && (tokens.peek(1) === ':' || (tokens.peek(1) === '?' && tokens.peek(2) === ':'));
    if (isLabelled) tokens.next();
    const isOptionalLabel = isLabelled && tokens.take('?');
    if (isLabelled) tokens.take(':');
    const type = readType(reader);
    elements.push({ type, isRest, isOptional: tokens.take('?') || isOptionalLabel });
    if (tokens.peek() !== ']' && !tokens.take(',')) break;
  }
  return { kind: 'tuple', elements };
}

/** Takes one token, so that reading always comes to an end. */
function opaque({ tokens }: TypeReader): ScriptType {
  return { kind: 'computed', operator: `?${tokens.next()}`, parts: [] };
}
