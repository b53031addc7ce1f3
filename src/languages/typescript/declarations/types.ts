import type { SymbolFact } from '../../../code/facts.ts';
import { propertyPart, keyOf } from '../body/names.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope, Seed } from './declaration.ts';
import { typeMembers } from './members.ts';
import { typeParametersOf } from './signature.ts';

type NamedSeed = Omit<Seed, 'kind'>;

export function declareInterface(scope: Scope, part: Part, seed: NamedSeed): Declaration {
  const { reader } = scope;
  const body = part.find('interface_body', 'object_type');
  const parents = part.find('extends_type_clause')?.parts ?? [];
  return declare(scope, {
    ...seed,
    kind: 'interface',
    typeParameters: typeParametersOf(part, reader),
    supertypes: parents.map((type): SymbolFact['supertypes'][number] => ({ relation: 'extends', type: foldType(reader.slice(type)) })),
    bodyRange: body && rangeOf(body),
    members: (inner) => (body ? typeMembers(inner, body) : []),
  });
}

/** A type written as an object has members, as an interface has. */
export function declareTypeAlias(scope: Scope, part: Part, seed: NamedSeed): Declaration {
  const { reader } = scope;
  const target = part.last;
  return declare(scope, {
    ...seed,
    kind: 'type-alias',
    typeParameters: typeParametersOf(part, reader),
    ...(target && { type: foldType(reader.slice(target)) }),
    members: (inner) => (target ? objectTypesOf(target).flatMap((type) => typeMembers(inner, type)) : []),
  });
}

/** The object types that a type surely has the members of: itself, or the parts of an intersection. */
function objectTypesOf(type: Part): readonly Part[] {
  const found: Part[] = [];
  // Of three and more, the first two are an intersection within another.
  for (const pending = [type]; pending.length > 0;) {
    const part = pending.pop();
    if (part?.type === 'object_type') found.unshift(part);
    else if (part?.type === 'intersection_type') pending.push(...part.parts);
  }
  return found;
}

export function declareEnum(scope: Scope, part: Part, seed: NamedSeed): Declaration {
  const body = part.find('enum_body');
  return declare(scope, {
    ...seed,
    kind: 'enum',
    bodyRange: body && rangeOf(body),
    members: (inner) => (body?.parts ?? []).flatMap((constant) => enumConstant(inner, constant)),
  });
}

function enumConstant(scope: Scope, part: Part): readonly Declaration[] {
  const isAssigned = part.type === 'enum_assignment';
  const name = isAssigned ? propertyPart(part) : part;
  if (!name) return [];
  const value = isAssigned && part.last !== name ? part.last : undefined;
  const seed = {
    name: keyOf(name, scope.reader) || foldType(scope.reader.slice(name)),
    nameRange: rangeOf(name),
    range: rangeOf(part),
    visibility: 'public',
  } as const;
  return [declare(scope, { ...seed, kind: 'enum-constant', value })];
}
