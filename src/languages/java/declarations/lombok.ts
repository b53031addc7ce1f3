import type { AnnotationFact, SymbolFact, Visibility } from '../../../code/facts.ts';
import type { AddedMember } from './added-member.ts';

const accessLevels: ReadonlyMap<string, Visibility | 'none'> = new Map([
  ['PUBLIC', 'public'],
  ['PROTECTED', 'protected'],
  ['PACKAGE', 'package'],
  ['MODULE', 'package'],
  ['PRIVATE', 'private'],
  ['NONE', 'none'],
]);

/** The accessors and constructors that Lombok's annotations on a type and its fields stand for. */
export function lombokMembers(text: string, type: SymbolFact, members: readonly SymbolFact[]): readonly AddedMember[] {
  const fields = members.filter(({ kind, name }) => kind === 'field' && !name.startsWith('$'));
  // Its annotations have everyday names.
  if (![type, ...fields].some(mayMake) || !text.includes('lombok.')) return [];
  return [...fields.flatMap((field) => accessorsOf(field, type)), ...constructorsOf(text, type, members, fields), ...builderOf(type)];
}

const making = new Set(
  ['Getter', 'Setter', 'Data', 'Value', 'Builder', 'SuperBuilder'].concat(
    ['No', 'Required', 'All'].map((each) => `${each}ArgsConstructor`),
  ),
);

function mayMake({ annotations }: SymbolFact): boolean {
  return annotations.some(({ name }) => making.has(simple(name)));
}

function accessorsOf(field: SymbolFact, type: SymbolFact): readonly AddedMember[] {
  const isFluent = isTrue(named(field, 'Accessors') ?? named(type, 'Accessors'), 'fluent');
  const isChained = isFluent || isTrue(named(field, 'Accessors') ?? named(type, 'Accessors'), 'chain');
  const isSettable = !isFinal(field, type);
  const getter = visibilityOf(field, type, 'Getter', ['Data', 'Value']);
  const setter = isSettable ? visibilityOf(field, type, 'Setter', ['Data']) : undefined;
  const isStatic = field.modifiers.includes('static') ? ['static'] : [];
  const isFlag = field.type === 'boolean';
  const parameters = [parameterOf(field)];
  return [
    ...(getter
      ? [
          {
            kind: 'method' as const,
            name: isFluent ? field.name : accessorName(isFlag ? 'is' : 'get', field.name, isFlag),
            visibility: getter,
            parameters: [],
            modifiers: isStatic,
            ...(field.type !== undefined && { type: field.type }),
          },
        ]
      : []),
    ...(setter
      ? [
          {
            kind: 'method' as const,
            name: isFluent ? field.name : accessorName('set', field.name, isFlag),
            visibility: setter,
            parameters,
            modifiers: isStatic,
            type: isChained ? type.name : 'void',
          },
        ]
      : []),
  ];
}

/** `getName`, `isOpen`; a flag that is called `isOpen` keeps its name. */
function accessorName(prefix: string, name: string, isFlag: boolean): string {
  const bare = isFlag && /^is[A-Z]/.test(name) ? name.slice(2) : name;
  return `${prefix}${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}

/** By the field's own annotation, otherwise by the type's, which is not about static fields. */
function visibilityOf(field: SymbolFact, type: SymbolFact, annotation: string, shorthands: readonly string[]): Visibility | undefined {
  const own = named(field, annotation);
  const around = field.modifiers.includes('static')
    ? undefined
    : (named(type, annotation) ?? shorthands.map((each) => named(type, each)).find(Boolean));
  const level = own ? levelOf(own) : around?.name.endsWith(annotation) ? levelOf(around) : around ? 'public' : 'none';
  return level === 'none' ? undefined : level;
}

function levelOf(annotation: AnnotationFact): Visibility | 'none' {
  const level = annotation.arguments.find(({ name }) => name === 'value' || name === 'access')?.value;
  const name = level?.kind === 'member' || level?.kind === 'name' ? level.name : 'PUBLIC';
  return accessLevels.get(name) ?? 'public';
}

function constructorsOf(
  text: string,
  type: SymbolFact,
  members: readonly SymbolFact[],
  fields: readonly SymbolFact[],
): readonly AddedMember[] {
  const own = fields.filter(({ modifiers }) => !modifiers.includes('static'));
  const isSet = ({ nameRange, range }: SymbolFact): boolean => /^[\s[\]]{0,40}=/.test(text.slice(nameRange.end, range.end));
  const required = own.filter((field) => !isSet(field) && (isFinal(field, type) || named(field, 'NonNull') !== undefined));
  const all = own.filter((field) => !isFinal(field, type) || !isSet(field));
  const asked = [
    { annotation: named(type, 'NoArgsConstructor'), fields: [] },
    { annotation: named(type, 'RequiredArgsConstructor'), fields: required },
    { annotation: named(type, 'AllArgsConstructor'), fields: all },
  ].flatMap(({ annotation, fields: taken }) => (annotation ? [constructorFor(type, taken, levelOf(annotation))] : []));
  if (asked.length > 0 || members.some(({ kind }) => kind === 'constructor')) return asked.flat();
  if (named(type, 'Value')) return constructorFor(type, all, 'public');
  if (named(type, 'Builder') ?? named(type, 'SuperBuilder')) return constructorFor(type, all, 'package');
  return named(type, 'Data') ? constructorFor(type, required, 'public') : [];
}

function constructorFor(type: SymbolFact, fields: readonly SymbolFact[], visibility: Visibility | 'none'): readonly AddedMember[] {
  if (visibility === 'none') return [];
  return [
    {
      kind: 'constructor',
      name: type.name,
      visibility: type.kind === 'enum' ? 'private' : visibility,
      parameters: fields.map(parameterOf),
      modifiers: [],
    },
  ];
}

function builderOf(type: SymbolFact): readonly AddedMember[] {
  if (!(named(type, 'Builder') ?? named(type, 'SuperBuilder'))) return [];
  const builder = { kind: 'method' as const, name: 'builder', visibility: 'public' as const, parameters: [], modifiers: ['static'] };
  return [{ ...builder, type: `${type.name}Builder` }];
}

function parameterOf({ name, type, nameRange }: SymbolFact): AddedMember['parameters'][number] {
  return { name, ...(type !== undefined && { type }), optional: false, rest: false, annotations: [], range: nameRange };
}

function isFinal({ modifiers, annotations }: SymbolFact, type: SymbolFact): boolean {
  if (modifiers.includes('final')) return true;
  return named(type, 'Value') !== undefined && !annotations.some(({ name }) => simple(name) === 'NonFinal');
}

function named({ annotations }: SymbolFact, name: string): AnnotationFact | undefined {
  return annotations.find((each) => simple(each.name) === name);
}

function simple(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isTrue(annotation: AnnotationFact | undefined, argument: string): boolean {
  return annotation?.arguments.some(({ name, value }) => name === argument && value.kind === 'true') ?? false;
}
