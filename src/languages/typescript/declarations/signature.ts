import type { TextRange } from '../../../base/text-range.ts';
import type { ParameterFact, SymbolFact, TypeParameterFact } from '../../../code/facts.ts';
import { binding, functionBody } from '../body/functions.ts';
import { typeText } from '../body/variables.ts';
import { foldType, withoutComments } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { annotationsIn } from './annotations.ts';
import type { Seed } from './declaration.ts';

type Signature = Pick<SymbolFact, 'typeParameters'> &
  Pick<Seed, 'body' | 'bodyRange' | 'type'> & { readonly parameters: readonly ParameterFact[] };

/** What every function-like part declares: type parameters, parameters, return type, body. */
export function signatureOf(part: Part, reader: Reader): Signature {
  const body = part.find('statement_block') ?? arrowBody(part);
  const type = returnType(part, reader);
  return {
    typeParameters: typeParametersOf(part, reader),
    parameters: parametersOf(part, reader),
    ...(type !== undefined && { type }),
    ...(body && { bodyRange: rangeOf(body), body: () => functionBody(part, reader) }),
  };
}

function arrowBody(part: Part): TextRange | undefined {
  return part.type === 'arrow_function' ? part.last : undefined;
}

const returnTypes = ['type_annotation', 'asserts_annotation', 'type_predicate_annotation'];

function returnType(part: Part, reader: Reader): string | undefined {
  const annotation = part.find(...returnTypes);
  return annotation && typeText(annotation, reader);
}

export function typeParametersOf(part: Part, reader: Reader): readonly TypeParameterFact[] {
  return (part.find('type_parameters')?.parts ?? []).map((parameter) => {
    const bound = parameter.find('constraint')?.first;
    const fallback = parameter.find('default_type')?.first;
    return {
      name: parameter.first ? reader.slice(parameter.first) : '',
      ...(bound && { bound: foldType(reader.slice(bound)) }),
      ...(fallback && { default: foldType(reader.slice(fallback)) }),
    };
  });
}

function parametersOf(part: Part, reader: Reader): readonly ParameterFact[] {
  const list = part.find('formal_parameters');
  if (list) return list.parts.filter((parameter) => !isReceiver(parameter)).map((parameter) => parameterOf(parameter, reader));
  return part.type === 'arrow_function' && part.first ? [parameterOf(part.first, reader)] : [];
}

/** `this: T` is not passed by callers. */
function isReceiver(parameter: Part): boolean {
  return binding(parameter).type === 'this';
}

function parameterOf(part: Part, reader: Reader): ParameterFact {
  const name = binding(part);
  const type = part.find('type_annotation');
  const value = defaultValue(part);
  return {
    name: foldType(reader.slice(name)),
    ...(type && { type: typeText(type, reader) }),
    optional: part.type === 'optional_parameter' || value !== undefined,
    rest: part.type === 'rest_pattern' || part.first?.type === 'rest_pattern' || part.find('rest_pattern') !== undefined,
    ...(value && { default: foldType(reader.slice(value)) }),
    annotations: annotationsIn(part, reader),
    range: rangeOf(part),
  };
}

function defaultValue(part: Part): Part | undefined {
  if (part.type === 'assignment_pattern') return part.last;
  if (part.type !== 'required_parameter' && part.type !== 'optional_parameter') return undefined;
  const after = part.parts.findIndex(({ type }) => type === 'type_annotation');
  const last = part.last;
  const holdsName = last === undefined || binding(part) === last || last.type === 'rest_pattern';
  return holdsName || after === part.parts.length - 1 ? undefined : last;
}

const words: Readonly<Record<string, string>> = {
  static: 'static',
  abstract: 'abstract',
  async: 'async',
  readonly: 'readonly',
  override: 'override',
  accessor: 'accessor',
  declare: 'declare',
  const: 'const',
  let: 'let',
  var: 'var',
  using: 'using',
  get: 'getter',
  set: 'setter',
  '*': 'generator',
  '?': 'optional',
};

/** The modifiers written in a stretch of text: before a name, or (`?`, `*`) around it. */
export function modifiersIn(text: string): string[] {
  const found = withoutComments(text).match(/\w+|[*?]/g) ?? [];
  return found.flatMap((word) => (Object.hasOwn(words, word) ? [words[word] ?? ''] : []));
}
