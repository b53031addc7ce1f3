import type { AnnotationFact, SymbolFact, Visibility } from '../../../../code/facts.ts';
import type { AddedMember } from '../added-member.ts';
import { isFinal, levelOf, named, ownType, parameterOf, textIn, type Made } from './annotations.ts';

/** What the constructors of a type may take. */
export interface Taken {
  readonly required: readonly Made[];
  readonly all: readonly Made[];
}

/** @param isSet whether a field has a value where it is declared */
export function takenBy(type: SymbolFact, fields: readonly Made[], isSet: (field: Made) => boolean): Taken {
  const own = fields.filter(({ modifiers }) => !modifiers.includes('static'));
  return {
    required: own.filter((field) => !isSet(field) && (isFinal(field, type) || named(field, 'NonNull') !== undefined)),
    all: own.filter((field) => !isFinal(field, type) || !isSet(field)),
  };
}

/** The constructors of a type, or the static methods that stand in front of them. */
export function constructorsOf(type: SymbolFact, members: readonly SymbolFact[], { required, all }: Taken): readonly AddedMember[] {
  const asked = [
    { annotation: named(type, 'NoArgsConstructor'), fields: [] },
    { annotation: named(type, 'RequiredArgsConstructor'), fields: required },
    { annotation: named(type, 'AllArgsConstructor'), fields: all },
  ].flatMap(({ annotation, fields }) => (annotation ? [made(type, fields, levelOf(annotation), textIn(annotation, 'staticName'))] : []));
  if (named(type, 'StandardException')) asked.push(ofException(type));
  if (asked.length > 0 || members.some(({ kind }) => kind === 'constructor')) return asked.flat();
  if (named(type, 'UtilityClass')) return made(type, [], 'private');
  const [value, data] = [named(type, 'Value'), named(type, 'Data')];
  if (value) return made(type, all, 'public', staticConstructor(value));
  if (named(type, 'Builder')) return made(type, all, 'package');
  return data ? made(type, required, 'public', staticConstructor(data)) : [];
}

function staticConstructor(annotation: AnnotationFact): string | undefined {
  return textIn(annotation, 'staticConstructor');
}

function made(type: SymbolFact, fields: readonly Made[], level: Visibility | 'none', method?: string): readonly AddedMember[] {
  if (level === 'none') return [];
  const visibility = type.kind === 'enum' || method !== undefined ? 'private' : level;
  const constructor = { kind: 'constructor' as const, name: type.name, visibility, parameters: fields.map(parameterOf), modifiers: [] };
  if (method === undefined) return [constructor];
  return [constructor, { ...constructor, kind: 'method', name: method, visibility: level, modifiers: ['static'], type: ownType(type) }];
}

function ofException(type: SymbolFact): readonly AddedMember[] {
  const parameters: readonly Made[] = [
    { ...type, name: 'message', type: 'String' },
    { ...type, name: 'cause', type: 'Throwable' },
  ];
  const [message, cause] = parameters;
  return [[], [message], [cause], parameters].flatMap((each) =>
    made(
      type,
      each.flatMap((one) => one ?? []),
      'public',
    ),
  );
}
