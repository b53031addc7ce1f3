import type { Expression } from '../../../../code/expression.ts';
import type { SymbolFact } from '../../../../code/facts.ts';
import { simpleTypeName } from '../../../code-in-file.ts';
import type { JavaDifference } from '../kinds.ts';
import { annotationNamed, argumentNamed, textsOf, type Marked } from './annotations.ts';

const naming = ['JsonProperty', 'SerializedName', 'JsonbProperty', 'XmlElement', 'XmlAttribute', 'XmlRootElement', 'XmlEnumValue'];

/**
 * Under which name a member, a type or a component of a record is written.
 * @param others the members beside it at head: an annotation may have moved to the getter
 */
export function nameKinds(base: SymbolFact, head: SymbolFact, others: readonly SymbolFact[]): readonly JavaDifference[] {
  const taken = others.map(writtenName);
  const own = renamed({ ...base, own: plainName(base) }, { ...head, own: plainName(head) });
  return [...(taken.includes(writtenName(base) ?? '') ? [] : own), ...componentKinds(base, head)];
}

interface Named extends Marked {
  readonly name: string;
  /** The name that is used where no annotation says one. */
  readonly own: string | undefined;
}

function renamed(base: Named, head: Named): readonly JavaDifference[] {
  const [before, after] = [writtenName(base), writtenName(head)];
  if (before === after || (base.name !== head.name && before === undefined && after === undefined)) return [];
  // Without a name of its own the member's is used: only where that is known not to differ nothing has changed.
  const [old, now] = [before ?? base.own, after ?? head.own];
  if (old === now || old === undefined || now === undefined || otherNames(head).includes(old)) return [];
  return [
    {
      id: 'serialised-name-changed',
      what: `is written as \`${now}\` instead of \`${old}\``,
      whom: 'who reads or sends the old name no longer finds it',
    },
  ];
}

/** Components of a record that keep their place and have another name in what is written. */
function componentKinds(base: SymbolFact, head: SymbolFact): readonly JavaDifference[] {
  const [old, now] = [base.parameters ?? [], head.parameters ?? []];
  if (base.kind !== 'record' || head.kind !== 'record') return [];
  return old.flatMap((each) => {
    const other = now.find(({ name }) => name === each.name);
    const kinds = other ? renamed({ ...each, own: each.name }, { ...other, own: other.name }) : [];
    return kinds.map((kind) => ({ ...kind, what: `has \`${each.name}\` that ${kind.what}` }));
  });
}

/** What is read as well. */
export function otherNames(head: Marked): readonly string[] {
  return [
    ...textsOf(argumentNamed(annotationNamed(head, 'JsonAlias'), 'value')),
    ...textsOf(argumentNamed(annotationNamed(head, 'SerializedName'), 'alternate')),
  ];
}

export function writtenName(at: Marked): string | undefined {
  const value: Expression | undefined = argumentNamed(annotationNamed(at, ...naming), 'value', 'name');
  return value?.kind === 'string' && value.value !== '' ? value.value : undefined;
}

/** Whether an annotation says that a member is written, under whatever name. */
export function isWritten(at: Marked): boolean {
  return annotationNamed(at, ...naming) !== undefined;
}

/** The name of a field, or of the property behind a getter or setter. */
export function plainName({ kind, name }: SymbolFact): string | undefined {
  if (kind !== 'method') return kind === 'field' ? name : undefined;
  const property = /^(?:get|set|is)([A-Z]\w*)$/.exec(name)?.[1];
  return property && property.charAt(0).toLowerCase() + property.slice(1);
}

/** Whether an annotation of a library that writes objects stands at it. */
export function isSerialised(at: Marked): boolean {
  return isWritten(at) || at.annotations.some(({ name }) => /^Json[A-Z]|^(?:Expose|Since|Until)$/.test(simpleTypeName(name)));
}
