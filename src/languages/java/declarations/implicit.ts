import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';

/**
 * Adds what the compiler adds when it is not written: a class's constructor without parameters (JLS 8.8.9),
 * a record's canonical constructor and accessors (8.10.3, 8.10.4). They have the modifier `implicit` and stand after the written members,
 * so that writing one down or taking it away again is no change for callers.
 */
export function declareImplicitMembers(symbols: SymbolFact[], index: number): void {
  const type = symbols[index];
  if (!type || (type.kind !== 'class' && type.kind !== 'record')) return;
  const members = symbols.slice(index + 1).filter((symbol) => symbol.parent === index);
  const components = type.parameters ?? [];
  const constructors = members.filter((member) => member.kind === 'constructor');
  const hasConstructor =
    type.kind === 'class' ? constructors.length > 0 : constructors.some((each) => sameTypes(each.parameters ?? [], components));
  if (!hasConstructor) symbols.push(implicitMember(type, index, 'constructor', type.name, components));
  for (const component of components) {
    const isWritten = members.some(
      (member) => member.kind === 'method' && member.name === component.name && member.parameters?.length === 0,
    );
    if (!isWritten)
      symbols.push({ ...implicitMember(type, index, 'method', component.name, []), visibility: 'public', ...typeOfComponent(component) });
  }
}

function sameTypes(a: readonly ParameterFact[], b: readonly ParameterFact[]): boolean {
  return a.length === b.length && a.every((parameter, index) => parameter.type === b[index]?.type && parameter.rest === b[index]?.rest);
}

function typeOfComponent({ type, rest }: ParameterFact): { readonly type?: string } {
  return type === undefined ? {} : { type: rest ? `${type}[]` : type };
}

function implicitMember(
  type: SymbolFact,
  parent: number,
  kind: 'constructor' | 'method',
  name: string,
  parameters: readonly ParameterFact[],
): SymbolFact {
  const place = { start: type.nameRange.end, end: type.nameRange.end };
  return {
    kind,
    name,
    qualifiedName: `${type.qualifiedName}.${name}`,
    parent,
    visibility: type.visibility,
    modifiers: ['implicit'],
    annotations: [],
    typeParameters: [],
    parameters,
    throws: [],
    supertypes: [],
    range: type.nameRange,
    nameRange: type.nameRange,
    signatureRange: place,
    deprecated: false,
    touched: false,
  };
}
