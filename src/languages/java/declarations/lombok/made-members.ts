import type { SymbolFact } from '../../../../code/facts.ts';
import type { AddedMember } from '../added-member.ts';
import { accessorsOf, withersOf } from './accessors.ts';
import { named, simple, type Made } from './annotations.ts';
import { buildersOf, type AddedClass } from './builder.ts';
import { constructorsOf, takenBy } from './constructors.ts';

/** What Lombok makes of a type. */
export interface MadeMembers {
  readonly members: readonly AddedMember[];
  readonly classes: readonly AddedClass[];
  /** Nobody can extend it. */
  readonly isFinal: boolean;
  /** All that stands in it belongs to the type itself. */
  readonly isStatic: boolean;
}

const nothing: MadeMembers = { members: [], classes: [], isFinal: false, isStatic: false };

const making = new Set(
  ['Getter', 'Setter', 'Data', 'Value', 'Builder', 'SuperBuilder', 'With', 'Wither', 'UtilityClass', 'StandardException'].concat(
    ['No', 'Required', 'All'].map((each) => `${each}ArgsConstructor`),
  ),
);

/** The members that Lombok's annotations on a type, its fields, constructors and methods stand for. */
export function lombokMembers(text: string, type: SymbolFact, members: readonly SymbolFact[]): MadeMembers {
  // Its annotations have everyday names.
  if (![type, ...members].some(mayMake) || !text.includes('lombok.')) return nothing;
  const fields: readonly Made[] = type.kind === 'record' ? componentsOf(type) : members.filter(isField);
  const isSet = ({ nameRange }: Made): boolean => /^[\s[\]]{0,40}=/.test(text.slice(nameRange.end, nameRange.end + 50));
  const taken = takenBy(type, fields, isSet);
  const built = fields.filter((field) => taken.all.includes(field) || named(field, 'Default'));
  const builders = buildersOf(type, members, built);
  return {
    members: [
      ...fields.flatMap((field) => [...(type.kind === 'record' ? [] : accessorsOf(field, type)), ...withersOf(field, type)]),
      ...(type.kind === 'record' ? [] : constructorsOf(type, members, taken)),
      ...builders.flatMap((each) => each.members),
    ],
    classes: builders.map(({ builder }) => builder),
    isFinal: ['Value', 'UtilityClass'].some((each) => named(type, each)) && !named(type, 'NonFinal'),
    isStatic: named(type, 'UtilityClass') !== undefined,
  };
}

function mayMake({ annotations }: SymbolFact): boolean {
  return annotations.some(({ name }) => making.has(simple(name)));
}

function isField({ kind, name }: SymbolFact): boolean {
  return kind === 'field' && !name.startsWith('$');
}

function componentsOf({ parameters = [] }: SymbolFact): readonly Made[] {
  return parameters.map((each) => ({ ...each, modifiers: ['final'], nameRange: each.range, deprecated: false }));
}
