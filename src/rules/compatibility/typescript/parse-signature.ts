import type { Names, TypeReader } from './type-reader.ts';
import type { TokenReader } from './type-tokens.ts';
import { anyType, type Parameter, type ScriptType, type Signature, type TypeVariable } from './type.ts';

/** Whether what follows is `(…) =>`, `<T>(…) =>` or `new (…) =>`. */
export function isFunctionAhead(tokens: TokenReader): boolean {
  let at = tokens.at;
  if (tokens.tokenAt(at) === 'abstract') at++;
  if (tokens.tokenAt(at) === 'new') return true;
  if (tokens.tokenAt(at) === '<') at = tokens.afterBracket(at);
  return tokens.tokenAt(at) === '(' && tokens.tokenAt(tokens.afterBracket(at)) === '=>';
}

export function readFunction(reader: TypeReader): ScriptType {
  reader.tokens.take('abstract');
  const isConstructor = reader.tokens.take('new');
  return { kind: 'function', signature: readSignature(reader, '=>'), isConstructor };
}

/** Type parameters, parameters and result; `before` stands before the result. */
export function readSignature(reader: TypeReader, before: '=>' | ':'): Signature {
  const { tokens } = reader;
  const own = new Map<string, ScriptType>();
  const names: Names = (name) => own.get(name) ?? reader.names(name);
  const inner: TypeReader = { ...reader, names, depth: reader.depth + 1 };
  const variables = tokens.take('<') ? readVariables(inner, own) : [];
  const parameters = tokens.take('(') ? readParameters(inner) : [];
  const result = tokens.take(before) ? inner.read(inner) : anyType;
  return { variables, parameters, result };
}

function readVariables(reader: TypeReader, own: Map<string, ScriptType>): readonly TypeVariable[] {
  const { tokens } = reader;
  const variables: TypeVariable[] = [];
  while (!tokens.isAtEnd && !tokens.take('>')) {
    tokens.take('const');
    const key = `#${String(reader.depth)}.${String(variables.length)}`;
    own.set(tokens.next(), { kind: 'variable', key });
    const constraint = tokens.take('extends') ? reader.read(reader) : undefined;
    const fallback = tokens.take('=') ? reader.read(reader) : undefined;
    variables.push({ key, ...(constraint && { constraint }), ...(fallback && { fallback }) });
    if (tokens.peek() !== '>' && !tokens.take(',')) break;
  }
  return variables;
}

function readParameters(reader: TypeReader): readonly Parameter[] {
  const { tokens } = reader;
  const parameters: Parameter[] = [];
  while (!tokens.isAtEnd && !tokens.take(')')) {
    const parameter = readParameter(reader);
    if (parameter.name !== 'this') parameters.push(parameter);
    if (tokens.peek() !== ')' && !tokens.take(',')) break;
  }
  return parameters;
}

function readParameter(reader: TypeReader): Parameter {
  const { tokens } = reader;
  const isRest = tokens.take('...');
  const start = tokens.at;
  tokens.at = /^[{[]$/.test(tokens.peek()) ? tokens.afterBracket(start) : start + 1;
  const name = tokens.textBetween(start, tokens.at);
  const isOptional = tokens.take('?');
  const type = tokens.take(':') ? reader.read(reader) : anyType;
  return { name, type, isOptional, isRest };
}
