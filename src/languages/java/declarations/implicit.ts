import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import type { AddedMember } from './added-member.ts';
import type { SymbolDraft } from './declaring.ts';
import type { AddedClass } from './lombok/builder.ts';
import { lombokMembers } from './lombok/made-members.ts';

/**
 * Adds what the compiler adds when it is not written: a class's constructor without parameters (JLS 8.8.9),
 * a record's canonical constructor and accessors (8.10.3, 8.10.4), and what Lombok makes. They have the modifier `implicit`, those of Lombok
 * `generated` too, and stand after the written members, so that writing one down or taking it away again is no change for callers.
 */
export function declareImplicitMembers(text: string, symbols: SymbolFact[], index: number): void {
  const type = symbols[index];
  if (!type || !/^(?:class|record|enum)$/.test(type.kind)) return;
  const members = symbols.slice(index + 1).filter((symbol) => symbol.parent === index);
  const made = lombokMembers(text, type, members);
  const constructors = [...members, ...made.members].filter(({ kind }) => kind === 'constructor');
  const implied = type.kind === 'enum' ? [] : impliedBy(type, constructors);
  declareAll(implied, ['implicit'], symbols, index);
  declareAll(made.members, ['implicit', 'generated'], symbols, index);
  for (const each of made.classes) declareClass(each, symbols, index);
  if (made.isFinal) gain(type, 'final');
  if (made.isStatic) for (const each of members) if (each.kind !== 'constructor') gain(each, 'static');
}

/** Those that are not written. */
function declareAll(added: readonly AddedMember[], marks: readonly string[], symbols: SymbolFact[], index: number): void {
  const type = symbols[index];
  const written = symbols.filter(({ parent }) => parent === index);
  if (!type) return;
  for (const each of added)
    if (!written.some((member) => isWritten(each, member, marks))) symbols.push(implicitMember(type, index, { ...each, marks }));
}

/** A class that Lombok makes; where a part of it is written, the rest is added there. */
function declareClass({ name, visibility, members }: AddedClass, symbols: SymbolFact[], parent: number): void {
  const type = symbols[parent];
  if (!type) return;
  const marks = ['implicit', 'generated'];
  const written = symbols.findIndex((each) => each.parent === parent && each.kind === 'class' && each.name === name);
  const draft = { name, visibility, modifiers: ['static'], marks };
  if (written === -1) symbols.push({ ...implicitSymbol(type, parent, draft), kind: 'class' });
  declareAll(members, marks, symbols, written === -1 ? symbols.length - 1 : written);
}

/** The declarations are this reading's own until it is done. */
function gain(symbol: SymbolFact, modifier: string): void {
  if (!symbol.modifiers.includes(modifier)) (symbol as SymbolDraft).modifiers = [...symbol.modifiers, modifier];
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

/** An accessor has the place of each method of its name and number of parameters, a constructor that of one for the same types. Lombok does not mind the letters' case. */
function isWritten({ kind, name, parameters }: AddedMember, member: SymbolFact, marks: readonly string[]): boolean {
  if (member.kind !== kind) return false;
  const written = member.parameters ?? [];
  if (kind === 'constructor') return sameTypes(written, parameters);
  const isSameName = marks.includes('generated') ? member.name.toLowerCase() === name.toLowerCase() : member.name === name;
  return isSameName && written.length === parameters.length;
}

function sameTypes(a: readonly ParameterFact[], b: readonly ParameterFact[]): boolean {
  return a.length === b.length && a.every((parameter, index) => parameter.type === b[index]?.type && parameter.rest === b[index]?.rest);
}

function typeOfComponent({ type, rest }: ParameterFact): { readonly type?: string } {
  return type === undefined ? {} : { type: rest ? `${type}[]` : type };
}

type Added = Pick<AddedMember, 'name' | 'visibility' | 'modifiers' | 'place' | 'deprecated'> & { readonly marks: readonly string[] };

function implicitMember(type: SymbolFact, parent: number, member: AddedMember & Added): SymbolFact {
  const { kind, parameters, type: given } = member;
  return { ...implicitSymbol(type, parent, member), kind, parameters, ...(given !== undefined && { type: given }) };
}

function implicitSymbol(
  type: SymbolFact,
  parent: number,
  { name, visibility, modifiers, place, deprecated = false, marks }: Added,
): Omit<SymbolFact, 'kind'> {
  const end = { start: type.nameRange.end, end: type.nameRange.end };
  return {
    name,
    qualifiedName: `${type.qualifiedName}.${name}`,
    parent,
    visibility,
    modifiers: [...modifiers, ...marks],
    annotations: [],
    typeParameters: [],
    throws: [],
    supertypes: [],
    range: type.nameRange,
    nameRange: place ?? type.nameRange,
    signatureRange: end,
    deprecated,
    touched: false,
  };
}
