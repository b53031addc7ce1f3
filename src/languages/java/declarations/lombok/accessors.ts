import type { SymbolFact, Visibility } from '../../../../code/facts.ts';
import type { AddedMember } from '../added-member.ts';
import { capitalised, isFinal, isTrue, levelOf, named, ownType, parameterOf, type Made } from './annotations.ts';

/** The getter and the setter of a field, as `@Getter`, `@Setter`, `@Data` and `@Value` ask for them. */
export function accessorsOf(field: Made, type: SymbolFact): readonly AddedMember[] {
  const style = named(field, 'Accessors') ?? named(type, 'Accessors');
  const bare = withoutPrefix(field.name, style);
  if (bare === undefined) return [];
  const isFluent = isTrue(style, 'fluent');
  const getter = visibilityOf(field, type, 'Getter', ['Data', 'Value']);
  const setter = isFinal(field, type) ? undefined : visibilityOf(field, type, 'Setter', ['Data']);
  const isFlag = field.type === 'boolean';
  const shared = {
    kind: 'method' as const,
    modifiers: field.modifiers.includes('static') ? ['static'] : [],
    place: field.nameRange,
    deprecated: field.deprecated,
  };
  const name = (prefix: string): string => (isFluent ? bare : accessorName(prefix, bare, isFlag));
  return [
    ...(getter
      ? [
          {
            ...shared,
            name: name(isFlag ? 'is' : 'get'),
            visibility: getter,
            parameters: [],
            ...(field.type !== undefined && { type: field.type }),
          },
        ]
      : []),
    ...(setter
      ? [
          {
            ...shared,
            name: name('set'),
            visibility: setter,
            parameters: [parameterOf(field)],
            type: isFluent || isTrue(style, 'chain') ? ownType(type) : 'void',
          },
        ]
      : []),
  ];
}

/** `withName`, which `@With` makes: a copy with another value. */
export function withersOf(field: Made, type: SymbolFact): readonly AddedMember[] {
  const level = ['With', 'Wither'].flatMap((each) => levelOfOwn(field, each) ?? levelOfType(field, type, each, []) ?? [])[0];
  if (level === undefined || level === 'none' || field.modifiers.includes('static')) return [];
  return [
    {
      kind: 'method',
      name: accessorName('with', field.name, field.type === 'boolean'),
      visibility: level,
      parameters: [parameterOf(field)],
      modifiers: [],
      type: ownType(type),
      place: field.nameRange,
      deprecated: field.deprecated,
    },
  ];
}

/** Undefined where names of fields begin with a prefix and this one does not: Lombok passes it over. */
function withoutPrefix(name: string, style: ReturnType<typeof named>): string | undefined {
  const value = style?.arguments.find((each) => each.name === 'prefix')?.value;
  const prefixes = (value?.kind === 'array' ? value.elements : value ? [value] : []).flatMap((each) =>
    each.kind === 'string' ? [each.value] : [],
  );
  if (prefixes.length === 0) return name;
  const prefix = prefixes.find((each) => name.startsWith(each) && !/^[a-z]/.test(/[A-Za-z]$/.test(each) ? name.slice(each.length) : ''));
  const rest = prefix === undefined ? undefined : name.slice(prefix.length);
  return rest === undefined || rest === '' ? undefined : `${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

/** `getName`, `isOpen`; a flag that is called `isOpen` keeps its name. */
function accessorName(prefix: string, name: string, isFlag: boolean): string {
  return `${prefix}${capitalised(isFlag && /^is[A-Z]/.test(name) ? name.slice(2) : name)}`;
}

/** By the field's own annotation, otherwise by the type's, which is not about static fields. */
function visibilityOf(field: Made, type: SymbolFact, annotation: string, shorthands: readonly string[]): Visibility | undefined {
  const level = levelOfOwn(field, annotation) ?? levelOfType(field, type, annotation, shorthands) ?? 'none';
  return level === 'none' ? undefined : level;
}

function levelOfOwn(field: Made, annotation: string): Visibility | 'none' | undefined {
  const own = named(field, annotation);
  return own && levelOf(own);
}

function levelOfType(field: Made, type: SymbolFact, annotation: string, shorthands: readonly string[]): Visibility | 'none' | undefined {
  if (field.modifiers.includes('static')) return undefined;
  const around = named(type, annotation);
  if (around) return levelOf(around);
  return shorthands.some((each) => named(type, each)) ? 'public' : undefined;
}
