import type { AnnotationFact, SymbolFact, TypeText, Visibility } from '../../../../code/facts.ts';
import type { AddedMember } from '../added-member.ts';

/** A field, or a component of a record: what Lombok makes members for. */
export type Made = Pick<SymbolFact, 'name' | 'type' | 'modifiers' | 'annotations' | 'nameRange' | 'deprecated'>;

interface Marked {
  readonly annotations: readonly AnnotationFact[];
}

const accessLevels: ReadonlyMap<string, Visibility | 'none'> = new Map([
  ['PUBLIC', 'public'],
  ['PROTECTED', 'protected'],
  ['PACKAGE', 'package'],
  ['MODULE', 'package'],
  ['PRIVATE', 'private'],
  ['NONE', 'none'],
]);

export function named({ annotations }: Marked, name: string): AnnotationFact | undefined {
  return annotations.find((each) => simple(each.name) === name);
}

export function simple(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

export function levelOf(annotation: AnnotationFact): Visibility | 'none' {
  const level = annotation.arguments.find(({ name }) => name === 'value' || name === 'access')?.value;
  const name = level?.kind === 'member' || level?.kind === 'name' ? level.name : 'PUBLIC';
  return accessLevels.get(name) ?? 'public';
}

export function isTrue(annotation: AnnotationFact | undefined, argument: string): boolean {
  return annotation?.arguments.some(({ name, value }) => name === argument && value.kind === 'true') ?? false;
}

export function textIn(annotation: AnnotationFact | undefined, argument: string): string | undefined {
  const value = annotation?.arguments.find(({ name }) => name === argument)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

/** Whether a field is set once only, by its own modifier or because its type says so of all. */
export function isFinal({ modifiers, annotations }: Made, type: SymbolFact): boolean {
  if (modifiers.includes('final')) return true;
  const isForAll = named(type, 'Value') !== undefined || isTrue(named(type, 'FieldDefaults'), 'makeFinal');
  return isForAll && !modifiers.includes('static') && named({ annotations }, 'NonFinal') === undefined;
}

export function parameterOf({ name, type, nameRange }: Made): AddedMember['parameters'][number] {
  return { name, ...(type !== undefined && { type }), optional: false, rest: false, annotations: [], range: nameRange };
}

/** A type with its own variables, as it is written inside of itself: `Page<T>`. */
export function ownType({ name, typeParameters }: SymbolFact): TypeText {
  return typeParameters.length === 0 ? name : `${name}<${typeParameters.map((each) => each.name).join(', ')}>`;
}

export function capitalised(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
