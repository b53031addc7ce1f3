import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import { overlaps, type TextRange } from '../../../base/text-range.ts';
import type { CodeChange, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { SymbolPair } from '../api/api-change.ts';
import { contractOf } from '../api/contract.ts';
import { isInherited } from '../api/inherited.ts';
import { namesAt } from './java-side.ts';
import { javaSides } from './java-sides.ts';
import { erasure, parseJavaType } from './java-type.ts';

/** Members that were never written and are not there any more, for one reason. */
export interface GoneMembers {
  /** At least one. */
  readonly members: readonly SymbolAt[];
  readonly type: SymbolPair;
  /** What they were made for, where it is gone too. */
  readonly field?: string;
  /** They are still made, but fewer see them. */
  readonly isNarrowed: boolean;
}

interface Compared {
  readonly gone: readonly GoneMembers[];
  /** What is made at both sides, by the field that it is made for. A constructor is left out where fields tell all that differs in it. */
  readonly kept: readonly (readonly SymbolPair[])[];
}

/**
 * What became of the members that Lombok makes, and of the constructor that a class has where none is written. Where either side writes
 * the member, the pairs of the change tell. What one field brings is one thing, and so is what annotations bring.
 */
export const generatedMembers = remembered((change: CodeChange): Compared => {
  const told = new Set(change.symbols.flatMap((each) => (each.kind === 'paired' ? [each.base.symbol] : [])));
  const all = change.symbols.filter(isType).map((each) => compareType(each, told, change));
  return { gone: all.flatMap(({ gone }) => gone), kept: all.flatMap(({ kept }) => kept) };
});

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

function isType(each: SymbolChange): each is Paired {
  if (each.kind !== 'paired' || !/^(?:class|record|enum)$/.test(each.base.symbol.kind)) return false;
  const { base, head } = each;
  return [base, head].every(({ file }) => file.facts?.language === 'java') && base.symbol.qualifiedName === head.symbol.qualifiedName;
}

function compareType(type: Paired, told: ReadonlySet<SymbolFact>, change: CodeChange): Compared {
  const made = madeMembers(type, told).filter(({ symbol }) => !told.has(symbol));
  if (made.length === 0 || isUnknown(type, change)) return { gone: [], kept: [] };
  const compared = made.flatMap((base) =>
    contractOf(base, change) && !isInherited(base, change) ? [{ base, head: atHead(base, type) }] : [],
  );
  const lost = compared.filter(({ base, head }) => !head || isNarrowed(base, head));
  const gone = [...groupBy(lost, ({ base }) => goneField(base, type)).entries()].map(([field, members]): GoneMembers => ({
    type,
    members: members.map(({ base }) => base),
    isNarrowed: members.every(({ head }) => head !== undefined),
    ...(field !== undefined && { field }),
  }));
  const kept = compared.flatMap(({ base, head }): SymbolPair[] => (head && !isNarrowed(base, head) ? [{ base, head }] : []));
  return {
    gone,
    kept: [
      ...groupBy(
        kept.filter((pair) => !isToldByFields(pair, gone, kept)),
        ({ base }) => base.symbol.nameRange.start,
      ).values(),
    ],
  };
}

/** Of a type and of the builders in it; the compiler's own constructor where others are made now in its place, and objects were made of the class. */
function madeMembers({ base, head }: SymbolPair, told: ReadonlySet<SymbolFact>): readonly SymbolAt[] {
  const { file, symbol } = base;
  const members = file.facts ? membersOf(symbol, file.facts) : [];
  const after = head.file.facts ? membersOf(head.symbol, head.file.facts) : [];
  const isBuilder = (each: SymbolFact): boolean =>
    each.kind === 'class' && !told.has(each) && (isMade(each) || after.some(({ kind, name }) => kind === 'class' && name === each.name));
  const inner = members.flatMap((each) => (isBuilder(each) && file.facts ? membersOf(each, file.facts) : []));
  const made = [...members, ...inner].filter((each) => each.kind !== 'class' && isMade(each));
  const isOnlyStatic = members.every(({ modifiers }) => modifiers.includes('static') || modifiers.includes('implicit'));
  const now = after.filter(({ kind }) => kind === 'constructor');
  const isReplaced = !(isOnlyStatic && members.length > 1) && now.length > 0 && now.every(isMade);
  const implied = isReplaced ? members.filter((each) => each.kind === 'constructor' && isImplied(each)) : [];
  return [...made, ...implied].map((each) => ({ file, symbol: each }));
}

function isMade({ modifiers }: SymbolFact): boolean {
  return modifiers.includes('generated');
}

function isImplied(symbol: SymbolFact): boolean {
  return symbol.modifiers.includes('implicit') && !isMade(symbol);
}

/** Whether members may come from where nobody looks: an unknown supertype, another object, or text that cannot be read. */
function isUnknown({ base, head }: SymbolPair, change: CodeChange): boolean {
  const { facts } = head.file;
  const side = javaSides(change).head;
  const old = base.symbol.supertypes.map(({ type }) => simpleTypeName(type));
  const isNew = head.symbol.supertypes.some(({ relation, type }) => {
    const found = side.find(parseJavaType(type, { variable: () => undefined, qualifier: () => '' }));
    return relation === 'extends' && !old.includes(simpleTypeName(type)) && !found;
  });
  const hands =
    facts && membersOf(head.symbol, facts).some((each) => each.annotations.some(({ name }) => simpleTypeName(name) === 'Delegate'));
  return isNew || hands === true || (facts?.errors.some((error) => overlaps(error, head.symbol.range)) ?? false);
}

/** The same member, or else the one that is made in its place. */
function atHead(base: SymbolAt, type: SymbolPair): SymbolAt | undefined {
  const [before, after] = [around(base, type.base), around(base, type.head)];
  const like = after.filter(({ symbol }) => symbol.kind === base.symbol.kind && symbol.name === base.symbol.name);
  const isNew = (at: SymbolAt): boolean => !before.some((each) => hasSameParameters(each, at));
  return (
    like.find((each) => hasSameParameters(base, each)) ??
    like.find((each) => isMadeInPlaceOf(base.symbol, each.symbol) && (each.symbol.kind === 'method' || isNew(each)))
  );
}

/** The members of the type, or of the builder in it, that a member of the base stands in. */
function around(member: SymbolAt, { file, symbol }: SymbolAt): readonly SymbolAt[] {
  const owner = member.file.facts && enclosing(member.symbol, member.file.facts)[0];
  const members = file.facts ? membersOf(symbol, file.facts) : [];
  const inner = members.find(({ kind, name }) => kind === 'class' && name === owner?.name);
  const isInner = owner !== undefined && owner.name !== symbol.name;
  const all = isInner ? (inner && file.facts ? membersOf(inner, file.facts) : []) : members;
  return all.map((each) => ({ file, symbol: each }));
}

function hasSameParameters(a: SymbolAt, b: SymbolAt): boolean {
  const types = (at: SymbolAt): string => {
    const names = namesAt(at);
    return (at.symbol.parameters ?? []).map(({ type = '', rest }) => `${erasure(parseJavaType(type, names))}${rest ? '[]' : ''}`).join();
  };
  return a.symbol.kind === b.symbol.kind && a.symbol.name === b.symbol.name && types(a) === types(b);
}

/** Whether all that differs in what a constructor takes are fields whose accessors are gone or differ likewise. */
function isToldByFields({ base, head }: SymbolPair, gone: readonly GoneMembers[], kept: readonly SymbolPair[]): boolean {
  if (base.symbol.kind !== 'constructor') return false;
  const [old, now] = [base.symbol.parameters ?? [], head.symbol.parameters ?? []];
  const hasAccessor = (place: TextRange): boolean =>
    kept.some((each) => each.base.symbol.kind === 'method' && each.base.symbol.nameRange.start === place.start);
  const removed = old.filter((each) => !now.some(({ name }) => name === each.name));
  const retyped = old.filter((each) => now.some(({ name, type }) => name === each.name && type !== each.type));
  return (
    removed.length + retyped.length > 0 &&
    now.every(({ name }) => old.some((each) => each.name === name)) &&
    removed.every(({ name }) => gone.some(({ field }) => field === name)) &&
    retyped.every(({ range }) => hasAccessor(range))
  );
}

function isMadeInPlaceOf(base: SymbolFact, head: SymbolFact): boolean {
  if (!isMade(head) || widest.indexOf(head.visibility) > widest.indexOf(base.visibility)) return false;
  return base.kind === 'constructor' || head.parameters?.length === base.parameters?.length;
}

const widest: readonly SymbolFact['visibility'][] = ['public', 'protected', 'package', 'private'];

function isNarrowed(base: SymbolAt, head: SymbolAt): boolean {
  return widest.indexOf(head.symbol.visibility) > widest.indexOf(base.symbol.visibility);
}

/** The field or component that a member was made for, where the type has it no longer. */
function goneField(member: SymbolAt, { base, head }: SymbolPair): string | undefined {
  const field = fieldsOf(base).find(({ place }) => place.start === member.symbol.nameRange.start)?.name;
  return fieldsOf(head).some(({ name }) => name === field) ? undefined : field;
}

function fieldsOf({ file, symbol }: SymbolAt): readonly { readonly name: string; readonly place: TextRange }[] {
  const fields = file.facts ? membersOf(symbol, file.facts).filter(({ kind }) => kind === 'field') : [];
  return [
    ...fields.map(({ name, nameRange }) => ({ name, place: nameRange })),
    ...(symbol.parameters ?? []).map(({ name, range }) => ({ name, place: range })),
  ];
}
