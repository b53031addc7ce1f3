import type { TextRange } from '../../../base/text-range.ts';
import type { AnnotationFact, ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { fieldValue, functionTypes } from '../body/functions.ts';
import { propertyName, propertyPart } from '../body/names.ts';
import { typeText } from '../body/variables.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { afterAnnotations, annotationOf, annotationsIn } from './annotations.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope, Seed } from './declaration.ts';
import { indexSignature, withoutShadowed } from './members.ts';
import { modifiersIn, signatureOf, typeParametersOf } from './signature.ts';

/** @param range with `export` and decorators outside of the part */
export function declareClass(
  scope: Scope,
  part: Part,
  seed: Pick<Seed, 'name' | 'nameRange' | 'range' | 'visibility' | 'modifiers'>,
  outer: readonly AnnotationFact[],
): Declaration {
  const { reader } = scope;
  const body = part.find('class_body');
  const supertypes = heritage(part, reader);
  const isDerived = supertypes.some(({ relation }) => relation === 'extends');
  return declare(scope, {
    ...seed,
    kind: 'class',
    annotations: [...outer, ...annotationsIn(part, reader)],
    typeParameters: typeParametersOf(part, reader),
    supertypes,
    bodyRange: body && rangeOf(body),
    members: (inner) => {
      const members = body ? withoutShadowed(classMembers(inner, body)) : [];
      const isImplicit = !isDerived && !members.some(({ symbol }) => symbol.kind === 'constructor');
      return isImplicit ? [implicitConstructor(inner, seed.nameRange), ...members] : members;
    },
  });
}

/** Every class that extends none can be constructed without arguments, unless it says otherwise. */
function implicitConstructor(scope: Scope, range: TextRange): Declaration {
  return declare(scope, {
    kind: 'constructor',
    name: 'constructor',
    nameRange: range,
    range,
    visibility: 'public',
    modifiers: ['implicit'],
    parameters: [],
  });
}

function heritage(part: Part, reader: Reader): SymbolFact['supertypes'] {
  const clauses = part.find('class_heritage')?.parts ?? [];
  return clauses.flatMap((clause): SymbolFact['supertypes'] => {
    if (clause.type === 'implements_clause')
      return clause.parts.map((type) => ({ relation: 'implements', type: foldType(reader.slice(type)) }));
    const start = clause.type === 'extends_clause' ? clause.first?.start : clause.start;
    return [{ relation: 'extends', type: foldType(reader.text.slice(start, clause.end)) }];
  });
}

/** Decorators of methods stand before them in TypeScript's grammar, inside them in JavaScript's. */
function classMembers(scope: Scope, body: Part): Declaration[] {
  const members: Declaration[] = [];
  let pending: Part[] = [];
  for (const part of body.parts) {
    if (part.type === 'decorator') pending.push(part);
    else {
      members.push(...declareMember(scope, part, pending));
      pending = [];
    }
  }
  return members;
}

function declareMember(scope: Scope, part: Part, decorators: readonly Part[]): readonly Declaration[] {
  if (part.type === 'index_signature') return [indexSignature(scope, part)];
  if (part.type === 'class_static_block') return [staticBlock(scope, part)];
  const name = propertyPart(part);
  if (!name) return [];
  const seed = memberSeed(scope, part, name, decorators);
  if (part.type === 'public_field_definition' || part.type === 'field_definition') return [declareField(scope, part, seed)];
  const method = declare(scope, {
    ...seed,
    ...signatureOf(part, scope.reader),
    kind: seed.name === 'constructor' ? 'constructor' : 'method',
  });
  return seed.name === 'constructor' ? [method, ...parameterProperties(scope, method.symbol.parameters ?? [])] : [method];
}

function memberSeed({ reader }: Scope, part: Part, name: Part, decorators: readonly Part[]): Seed {
  const text = propertyName(part, reader);
  const before = reader.text.slice(afterAnnotations(part), name.start);
  const after = reader.text.slice(name.end, name.end + 1);
  return {
    kind: 'method',
    name: text === '' ? foldType(reader.slice(name)) : text,
    nameRange: rangeOf(name),
    range: { start: decorators[0]?.start ?? part.start, end: part.end },
    visibility: visibilityOf(before, name),
    modifiers: modifiersIn(before + after),
    annotations: [...decorators.map((decorator) => annotationOf(decorator, reader)), ...annotationsIn(part, reader)],
  };
}

function visibilityOf(before: string, name?: Part): SymbolFact['visibility'] {
  if (name?.type === 'private_property_identifier') return 'private';
  const word = /\b(?:private|protected)\b/.exec(before)?.[0];
  return word === 'private' || word === 'protected' ? word : 'public';
}

/** A field that holds a function is a method. */
function declareField(scope: Scope, part: Part, seed: Seed): Declaration {
  const { reader } = scope;
  const annotation = part.find('type_annotation');
  const value = fieldValue(part);
  if (value && functionTypes.has(value.type) && !annotation)
    return declare(scope, { ...seed, ...signatureOf(value, reader), kind: 'method' });
  return declare(scope, {
    ...seed,
    kind: 'field',
    ...(annotation && { type: typeText(annotation, reader) }),
    value,
  });
}

function staticBlock(scope: Scope, part: Part): Declaration {
  const block = part.find('statement_block');
  return declare(scope, {
    kind: 'initializer',
    name: 'static',
    nameRange: { start: part.start, end: part.start + 'static'.length },
    range: rangeOf(part),
    visibility: 'private',
    modifiers: ['static'],
    bodyRange: block && rangeOf(block),
    body: () => scope.reader.block(block),
  });
}

/** `constructor(private readonly a: T)` declares a field too. */
function parameterProperties(scope: Scope, parameters: readonly ParameterFact[]): readonly Declaration[] {
  const { reader } = scope;
  return parameters.flatMap((parameter) => {
    const before = modifierText(parameter, reader);
    if (!/\b(?:public|private|protected|readonly|override)\b/.test(before)) return [];
    const start = parameter.range.start + reader.slice(parameter.range).indexOf(parameter.name, before.length);
    const field = declare(scope, {
      kind: 'field',
      name: parameter.name,
      nameRange: { start, end: start + parameter.name.length },
      range: parameter.range,
      visibility: visibilityOf(before),
      modifiers: [...modifiersIn(before), ...(parameter.optional && parameter.default === undefined ? ['optional'] : [])],
      ...(parameter.type !== undefined && { type: parameter.type }),
    });
    return [field];
  });
}

/** Decorators may hold any word: modifiers are what follows them. */
function modifierText(parameter: ParameterFact, reader: Reader): string {
  const start = parameter.annotations.at(-1)?.range.end ?? parameter.range.start;
  return (
    /^\s*(?:(?:public|private|protected|readonly|override)\s+)*/.exec(
      reader.text.slice(start, Math.min(start + 100, parameter.range.end)),
    )?.[0] ?? ''
  );
}
