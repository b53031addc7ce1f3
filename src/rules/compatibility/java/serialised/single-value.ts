import { canonical } from '../../../../code/canonical.ts';
import type { SymbolFact } from '../../../../code/facts.ts';
import { found } from '../../api/api-change.ts';
import type { JavaPair } from '../java-pair.ts';
import type { DeclaredType } from '../java-side.ts';
import type { JavaDifference } from '../kinds.ts';
import { annotationNamed, argumentNamed } from './annotations.ts';
import { isWritten, plainName } from './member-names.ts';

/** What became of a type whose objects are written as one value (`@JsonValue`), or of an enum that takes what it does not know for one of its constants. */
export function singleValueKinds({ base, owner }: JavaPair): readonly JavaDifference[] {
  if (!owner.base || !owner.head || base.symbol !== owner.base.symbol) return [];
  const [before, after] = [valueMember(owner.base), valueMember(owner.head)];
  const usual = base.symbol.kind === 'enum' ? 'by the name of its constant' : 'as an object with its members';
  const shown = (member: SymbolFact | undefined): string => (member ? `as what \`${member.name}\` gives` : usual);
  return found<JavaDifference['id']>(
    (before === undefined) !== (after === undefined) && {
      id: 'serialised-format-changed',
      what: `is written ${shown(after)} instead of ${shown(before)}`,
      whom: 'who reads or sends it in the old form fails',
    },
    hasDefault(owner.base) &&
      !hasDefault(owner.head) && {
        id: 'serialised-unknown-refused',
        what: 'takes nothing for a constant that it does not know any more',
        whom: 'who sends a newer one is refused',
        confidence: 'medium',
      },
  );
}

/** What a constant is written as, where its type says so by one of its arguments. */
export function constantKinds({ base, head, owner }: JavaPair): readonly JavaDifference[] {
  const [before, after] = [writtenConstant(base.symbol, owner.base), writtenConstant(head.symbol, owner.head)];
  if (before === undefined || after === undefined || before === after) return [];
  return [
    {
      id: 'serialised-name-changed',
      what: `is written as \`${after}\` instead of \`${before}\``,
      whom: 'who reads or sends the old name no longer finds it',
    },
  ];
}

/** Undefined where it cannot be told. */
export function writtenConstant(constant: SymbolFact, owner: DeclaredType | undefined): string | undefined {
  const member = owner && constant.kind === 'enum-constant' && !isWritten(constant) ? valueMember(owner) : undefined;
  if (!member || constant.value?.kind !== 'array') return undefined;
  const { elements } = constant.value;
  const field = member.kind === 'field' ? member.name : (plainName(member) ?? member.name);
  const constructors = owner?.members.filter(({ kind }) => kind === 'constructor') ?? [];
  const places = constructors.map(({ parameters = [] }) => parameters.findIndex(({ name }) => name === field));
  const [place = -1] = new Set(places).size === 1 ? places : [];
  const value = elements[place] ?? (elements.length === 1 ? elements[0] : undefined);
  return value?.kind === 'string' ? value.value : value?.kind === 'number' ? canonical(value) : undefined;
}

function valueMember({ members }: DeclaredType): SymbolFact | undefined {
  return members.find((each) => {
    const mark = annotationNamed(each, 'JsonValue');
    return mark !== undefined && argumentNamed(mark, 'value')?.kind !== 'false';
  });
}

function hasDefault({ members }: DeclaredType): boolean {
  return members.some((each) => annotationNamed(each, 'JsonEnumDefaultValue'));
}
