import type { AnnotationFact, SymbolFact, Visibility } from '../../../../code/facts.ts';
import type { AddedMember } from '../added-member.ts';
import { capitalised, isTrue, levelOf, named, ownType, parameterOf, textIn, type Made } from './annotations.ts';

/** A class that stands inside of another one without being written. */
export interface AddedClass {
  readonly name: string;
  readonly visibility: Visibility;
  readonly members: readonly AddedMember[];
}

export interface Builder {
  /** Of the type that is built. */
  readonly members: readonly AddedMember[];
  readonly builder: AddedClass;
}

/** What `@Builder` or `@SuperBuilder` make of a type, of one of its constructors or of a static method. */
export function buildersOf(type: SymbolFact, members: readonly SymbolFact[], fields: readonly Made[]): readonly Builder[] {
  const own = named(type, 'Builder') ?? named(type, 'SuperBuilder');
  const marked = members.flatMap((each) => {
    const annotation = each.kind === 'constructor' || each.kind === 'method' ? named(each, 'Builder') : undefined;
    const built = each.kind === 'method' ? (each.type ?? '') : ownType(type);
    const parameters = each.parameters?.map((one): Made => ({ ...one, modifiers: [], nameRange: one.range, deprecated: false }));
    return annotation && parameters ? [builderBy(annotation, built, parameters)] : [];
  });
  if (!own) return marked;
  const first = builderBy(own, ownType(type), fields);
  return [own.name.endsWith('SuperBuilder') ? { ...first, members: [...first.members, forHeirs(type, first.builder)] } : first, ...marked];
}

/** Takes the builder, and is called by the builders of heirs. */
function forHeirs({ name, nameRange }: SymbolFact, builder: AddedClass): AddedMember {
  const parameters = [{ name: 'b', type: `${builder.name}<?, ?>`, optional: false, rest: false, annotations: [], range: nameRange }];
  return { kind: 'constructor', name, visibility: 'protected', parameters, modifiers: [] };
}

function builderBy(annotation: AnnotationFact, built: string, fields: readonly Made[]): Builder {
  const level = levelOf({ ...annotation, arguments: annotation.arguments.filter(({ name }) => name === 'access') });
  const visibility = level === 'none' ? 'private' : level;
  const isInherited = annotation.name.endsWith('SuperBuilder');
  const bare = /^[\w.]*/.exec(built)?.[0] ?? '';
  const name = textIn(annotation, 'builderClassName') ?? `${bare.slice(bare.lastIndexOf('.') + 1)}Builder`;
  const type = isInherited ? `${name}<?, ?>` : `${name}${built.slice(bare.length)}`;
  const method = { kind: 'method' as const, visibility, parameters: [], modifiers: [] };
  const start = textIn(annotation, 'builderMethodName') ?? 'builder';
  const prefix = textIn(annotation, 'setterPrefix') ?? '';
  const gives = isInherited ? 'B' : type;
  return {
    members: [
      ...(start === '' ? [] : [{ ...method, name: start, modifiers: ['static'], type }]),
      ...(isTrue(annotation, 'toBuilder') ? [{ ...method, name: 'toBuilder', type }] : []),
    ],
    builder: {
      name,
      visibility,
      members: [
        { kind: 'constructor', name, visibility: isInherited ? 'protected' : 'package', parameters: [], modifiers: [] },
        { ...method, name: textIn(annotation, 'buildMethodName') ?? 'build', type: isInherited ? 'C' : built },
        ...fields.flatMap((field) => settersOf(field, prefix).map((each) => ({ ...method, ...each, type: gives }))),
      ],
    },
  };
}

/** One method; of a collection that is filled one by one, those that fill it. What fills it with a single value is only known where its name is written. */
function settersOf(field: Made, prefix: string): readonly Pick<AddedMember, 'name' | 'parameters' | 'place' | 'deprecated'>[] {
  const shared = { place: field.nameRange, deprecated: field.deprecated };
  const name = (of: string): string => (prefix === '' ? of : `${prefix}${capitalised(of)}`);
  const singular = named(field, 'Singular');
  if (!singular) return [{ ...shared, name: name(field.name), parameters: [parameterOf(field)] }];
  const all = { ...parameterOf(field), type: takenAtOnce(field.type ?? '') };
  return [
    { ...shared, name: name(field.name), parameters: [all] },
    { ...shared, name: `clear${capitalised(field.name)}`, parameters: [] },
  ];
}

/** `Collection<? extends String>` for `List<String>`. */
function takenAtOnce(type: string): string {
  const [, name = '', args] = /^(?:[\w.]*\.)?(\w+)(?:<(.*)>)?$/s.exec(type) ?? [];
  const taken = name.endsWith('Map') ? 'Map' : 'Collection';
  if (args === undefined || args.includes('<')) return taken;
  return `${taken}<${args
    .split(',')
    .map((each) => `? extends ${each.trim()}`)
    .join(', ')}>`;
}
