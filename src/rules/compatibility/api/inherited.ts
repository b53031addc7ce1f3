import { groupBy } from '../../../base/group-by.ts';
import { rememberedByName } from '../../../base/remembered.ts';
import type { Side } from '../../../change/change-set.ts';
import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { SymbolPair } from './api-change.ts';

/** An override that is taken away leaves what it overrode; a supertype may have taken it over. */
export function isInherited(at: SymbolAt, change: CodeChange): boolean {
  const isScript = at.file.facts?.language !== 'java';
  const isIt = (member: SymbolFact): boolean => isSameMember(member, at.symbol) || (isScript && isSameProperty(member, at.symbol));
  return isOverride(at.symbol) || isAmong(supertypesAtHead(at, change), isIt);
}

/**
 * Whether a Java method that takes other types now is another method, beside the old one, which the type still has from a supertype:
 * from one at head that declares it, or from one outside of the change that it overrode.
 */
export function keepsOldForm({ base, head }: SymbolPair, change: CodeChange): boolean {
  const { symbol, file } = base;
  if (file.facts?.language !== 'java' || symbol.kind !== 'method' || parameterTypes(symbol) === parameterTypes(head.symbol)) return false;
  const isOldForm = (member: SymbolFact): boolean => isSameMember(member, symbol) && parameterTypes(member) === parameterTypes(symbol);
  if (isAmong(supertypesAtHead(base, change), isOldForm)) return true;
  return isOverride(symbol) && !isAmong(supertypesOf(base, change, 'base'), isOldForm);
}

function isOverride({ modifiers, annotations }: SymbolFact): boolean {
  return modifiers.includes('override') || annotations.some(({ name }) => simpleTypeName(name) === 'Override');
}

interface KnownType {
  readonly type: SymbolFact;
  readonly facts: FileFacts;
}

function isAmong(types: readonly KnownType[], isIt: (member: SymbolFact) => boolean): boolean {
  return types.some(({ type, facts }) => membersOf(type, facts).some(isIt));
}

function supertypesAtHead(at: SymbolAt, change: CodeChange): readonly KnownType[] {
  return supertypesOf(at, change, 'head');
}

/** What the type around a member extends, directly or not, as far as it was read. */
function supertypesOf({ file, symbol }: SymbolAt, change: CodeChange, side: Side): readonly KnownType[] {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  const types = typesByName(change, side);
  const pending = (types.get(owner?.name ?? '') ?? []).filter(({ type }) => type.qualifiedName === owner?.qualifiedName);
  const seen = new Set<KnownType>();
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const supertype of at.type.supertypes) pending.push(...(types.get(simpleTypeName(supertype.type)) ?? []));
  }
  return [...seen].filter(({ type }) => type.name !== owner?.name);
}

const typesByName = rememberedByName((change: CodeChange, side: string): ReadonlyMap<string, readonly KnownType[]> => {
  const files = [...change.files.map((file) => file[side as Side]), ...change.relatedTypes].flatMap((each) => each?.facts ?? []);
  const types = files.flatMap((facts) =>
    facts.symbols
      .filter(({ bodyRange, kind }) => bodyRange && /^(class|interface|enum|record)$/.test(kind))
      .map((type) => ({ type, facts })),
  );
  return groupBy(types, ({ type }) => type.name);
});

function isSameMember(member: SymbolFact, symbol: SymbolFact): boolean {
  return member.name === symbol.name && isSeenAsWidely(member, symbol) && member.parameters?.length === symbol.parameters?.length;
}

const widest: readonly SymbolFact['visibility'][] = ['public', 'protected', 'package'];

/** What only heirs or the package see of a supertype stands in for nothing that all saw. */
function isSeenAsWidely({ visibility }: SymbolFact, symbol: SymbolFact): boolean {
  return visibility !== 'private' && widest.indexOf(visibility) <= widest.indexOf(symbol.visibility);
}

/** A property may hold a function, and stand for a method. */
function isSameProperty(member: SymbolFact, symbol: SymbolFact): boolean {
  const kinds = [member.kind, symbol.kind];
  return member.name === symbol.name && member.visibility !== 'private' && kinds.includes('field') && kinds.includes('method');
}

/** Without packages and type arguments, which the virtual machine does not tell apart either. */
function parameterTypes({ parameters = [] }: SymbolFact): string {
  const erased = (type: string): string =>
    type
      .replace(/^([^<]*)<.*>/s, '$1')
      .replace(/^.*\./s, '')
      .replaceAll(' ', '');
  return parameters.map(({ type = '', rest }) => `${erased(type)}${rest ? '[]' : ''}`).join(',');
}
