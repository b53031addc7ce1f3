import type { SymbolFact } from '../../../../code/facts.ts';
import type { JavaPair } from '../java-pair.ts';
import type { JavaDifference } from '../kinds.ts';
import { annotationNamed, argumentNamed, textOf, type Marked } from './annotations.ts';
import { isRequired } from './member-kinds.ts';
import { otherNames, plainName, writtenName } from './member-names.ts';

/** What became of how objects are read, where a constructor or a static method makes them (`@JsonCreator`). */
export function creatorKinds({ base, head, owner }: JavaPair): readonly JavaDifference[] {
  if (!annotationNamed(base.symbol, 'JsonCreator') || !annotationNamed(head.symbol, 'JsonCreator')) return [];
  const [before, after] = [isWhole(base.symbol), isWhole(head.symbol)];
  if (before !== after)
    return [
      {
        id: 'serialised-format-changed',
        what: after ? 'is read from one value as a whole now' : 'is read from an object with members now',
        whom: 'who sends it in the old form is refused',
      },
    ];
  const beside = owner.head?.members ?? [];
  return (base.symbol.parameters ?? []).flatMap((was, place) => namedKinds(was, place, head.symbol, beside));
}

/** By its mode, or else where its only parameter has no name in what is read. */
function isWhole({ annotations, parameters = [] }: SymbolFact): boolean | undefined {
  const mode = textOf(argumentNamed(annotationNamed({ annotations }, 'JsonCreator'), 'mode'));
  if (mode === 'DELEGATING') return true;
  return mode === 'PROPERTIES' || parameters.some((each) => writtenName(each) !== undefined) ? false : undefined;
}

/** Whether a member takes what is read under a name: by its annotation, or as a setter. */
function mayTake(member: SymbolFact, name: string): boolean {
  const isSetter = member.kind === 'method' && member.parameters?.length === 1 && plainName(member) === name;
  return member.kind !== 'constructor' && (writtenName(member) === name || isSetter);
}

function namedKinds(was: Marked, place: number, head: SymbolFact, beside: readonly SymbolFact[]): readonly JavaDifference[] {
  const name = writtenName(was);
  if (name === undefined) return [];
  const parameters = head.parameters ?? [];
  const same = parameters.find((each) => writtenName(each) === name || otherNames(each).includes(name));
  if (same)
    return isRequired(same) && !isRequired(was)
      ? [
          {
            id: 'serialised-member-required',
            what: `has to be given \`${name}\` in what is read now`,
            whom: `who sends no \`${name}\` is refused`,
          },
        ]
      : [];
  if (beside.some((each) => mayTake(each, name))) return [];
  const now = parameters[place] && writtenName(parameters[place]);
  return now === undefined
    ? [
        {
          id: 'serialised-member-removed',
          what: `no longer reads \`${name}\``,
          whom: 'who sends it is refused, or it is lost',
          confidence: 'medium',
        },
      ]
    : [
        {
          id: 'serialised-name-changed',
          what: `reads \`${now}\` instead of \`${name}\``,
          whom: 'what is sent under the old name is refused, or lost',
        },
      ];
}
