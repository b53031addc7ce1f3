import type { AddedMember } from './added-member.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { lombokMembers } from './lombok.ts';

/**
 * Adds what the compiler adds when it is not written: a class's constructor without parameters (JLS 8.8.9),
 * a record's canonical constructor and accessors (8.10.3, 8.10.4), and what Lombok makes. They have the modifier `implicit` and stand after
 * the written members, so that writing one down or taking it away again is no change for callers.
 */
export function declareImplicitMembers(text: string, symbols: SymbolFact[], index: number): void {
  const type = symbols[index];
  if (!type || !/^(?:class|record|enum)$/.test(type.kind)) return;
  const members = symbols.slice(index + 1).filter((symbol) => symbol.parent === index);
  const made = lombokMembers(text, type, members);
  const constructors = [...members, ...made].filter(({ kind }) => kind === 'constructor');
  const implied = type.kind === 'enum' ? [] : impliedBy(type, constructors);
  for (const each of [...implied, ...made])
    if (!members.some((member) => isWritten(each, member))) symbols.push(implicitMember(type, index, each));
}

function impliedBy(type: SymbolFact, constructors: readonly unknown[]): readonly AddedMember[] {
  const components = type.parameters ?? [];
  const isRecord = type.kind === 'record';
  const own = { kind: 'constructor', name: type.name, visibility: type.visibility, modifiers: [], parameters: components } as const;
  const accessors = components.map((component): AddedMember => {
    const { name } = component;
    return { kind: 'method', name, visibility: 'public', modifiers: [], parameters: [], ...typeOfComponent(component) };
  });
  return isRecord || constructors.length === 0 ? [own, ...accessors] : accessors;
}

/** An accessor has the place of each method of its name and number of parameters, a constructor that of one for the same types. */
function isWritten({ kind, name, parameters }: AddedMember, member: SymbolFact): boolean {
  if (member.kind !== kind || (kind === 'method' && member.name !== name)) return false;
  const written = member.parameters ?? [];
  return kind === 'method' ? written.length === parameters.length : sameTypes(written, parameters);
}

function sameTypes(a: readonly ParameterFact[], b: readonly ParameterFact[]): boolean {
  return a.length === b.length && a.every((parameter, index) => parameter.type === b[index]?.type && parameter.rest === b[index]?.rest);
}

function typeOfComponent({ type, rest }: ParameterFact): { readonly type?: string } {
  return type === undefined ? {} : { type: rest ? `${type}[]` : type };
}

function implicitMember(type: SymbolFact, parent: number, member: AddedMember): SymbolFact {
  const place = { start: type.nameRange.end, end: type.nameRange.end };
  return {
    ...member,
    qualifiedName: `${type.qualifiedName}.${member.name}`,
    parent,
    modifiers: [...member.modifiers, 'implicit'],
    annotations: [],
    typeParameters: [],
    throws: [],
    supertypes: [],
    range: type.nameRange,
    nameRange: type.nameRange,
    signatureRange: place,
    deprecated: false,
    touched: false,
  };
}
