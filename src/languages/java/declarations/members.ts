import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { commonFacts, qualify } from './declaring.ts';
import type { Declaration, Declaring, SymbolDraft } from './declaring.ts';
import { argumentsOf } from '../body/calls.ts';
import { rangeOf } from '../reading.ts';
import { declaredType, parametersOf, slotsOf, typesOf } from './signature.ts';
import type { Slots } from './signature.ts';

/** @param components of the record, which the compact form does not repeat */
export function declareFunction(
  declaring: Declaring,
  kind: 'method' | 'constructor',
  declaration: Declaration,
  components?: readonly ParameterFact[],
): void {
  const { reading, symbols } = declaring;
  const { type, dimensions, parameters, throws, body } = declaration.slots;
  const draft = commonFacts(declaring, kind, declaration);
  draft.parameters = components ?? parametersOf(reading, parameters);
  draft.throws = typesOf(reading, throws);
  if (type) draft.type = declaredType(reading, type, dimensions);
  if (draft.touched && body) draft.body = reading.statements(body.namedChildren);
  else if (body) declaring.unread.push({ symbol: draft, read: () => ({ body: reading.statements(body.namedChildren) }) });
  symbols.push(draft);
}

/** An annotation's element: a method without parameters; one with a default value has the modifier `default`. */
export function declareElement(declaring: Declaring, declaration: Declaration): void {
  const { reading, symbols } = declaring;
  const { type, dimensions, rest } = declaration.slots;
  const [value] = rest;
  const draft = commonFacts(declaring, 'method', declaration);
  if (value) draft.modifiers = [...draft.modifiers.filter((word) => word !== 'abstract'), 'default'];
  draft.parameters = [];
  if (type) draft.type = declaredType(reading, type, dimensions);
  if (draft.touched && value) draft.value = reading.expression(value);
  symbols.push(draft);
}

/** Every variable of a field declaration is a symbol; the first one's range holds what they share. */
export function declareFields(declaring: Declaring, declaration: Declaration): void {
  const { declarators } = declaration.slots;
  const [first] = declarators;
  if (!first) return;
  const shared = commonFacts(declaring, 'field', declaration);
  if (declarators.length === 1) {
    declaring.symbols.push(completeField(declaring, declaration, shared, first));
    return;
  }
  for (const declarator of declarators) {
    const range = { start: declarator === first ? shared.range.start : declarator.startIndex, end: declarator.endIndex };
    declaring.symbols.push(completeField(declaring, declaration, { ...shared, range }, declarator));
  }
}

function completeField(
  { reading, unread }: Declaring,
  { slots, scope }: Declaration,
  draft: SymbolDraft,
  declarator: SyntaxNode,
): SymbolFact {
  const parts = slotsOf(declarator);
  const nameRange = rangeOf(parts.name ?? declarator);
  draft.name = reading.text.slice(nameRange.start, nameRange.end);
  draft.qualifiedName = qualify(scope, draft.name);
  draft.nameRange = nameRange;
  draft.signatureRange = { start: nameRange.end, end: parts.dimensions?.endIndex ?? nameRange.end };
  if (slots.type) draft.type = declaredType(reading, slots.type, parts.dimensions);
  const value = valueOf(parts);
  if (value && draft.touched) draft.value = reading.expression(value);
  else if (value) unread.push({ symbol: draft, read: () => ({ value: reading.expression(value) }) });
  return draft;
}

/** A declarator's value is its last part; a mere name stands where the slots expect the declared one. */
function valueOf(parts: Slots): SyntaxNode | undefined {
  return parts.rest.at(-1);
}

export function declareInitializer(declaring: Declaring, declaration: Declaration): void {
  const { reading, symbols } = declaring;
  const { node, slots, scope } = declaration;
  const isStatic = node.type === 'static_initializer';
  const body = isStatic ? slots.body : node;
  const facts = commonFacts(declaring, 'initializer', { ...declaration, slots: { declarators: [], rest: [], ...(body && { body }) } });
  const name = isStatic ? 'static' : 'initializer';
  symbols.push({
    ...facts,
    name,
    qualifiedName: qualify(scope, name),
    modifiers: isStatic ? ['static'] : [],
    nameRange: { start: node.startIndex, end: node.startIndex + (isStatic ? 'static'.length : 1) },
    signatureRange: { start: node.startIndex, end: body?.startIndex ?? node.startIndex },
    ...(facts.touched && body && { body: reading.statements(body.namedChildren) }),
  });
}

/** @returns the index of its symbol */
export function declareConstant(declaring: Declaring, declaration: Declaration): number {
  const { reading, symbols } = declaring;
  const { node, slots, scope } = declaration;
  const facts = commonFacts(declaring, 'enum-constant', declaration);
  const list = slots.arguments;
  symbols.push({
    ...facts,
    type: scope.name,
    ...(facts.touched && list && { value: { kind: 'array', elements: argumentsOf(reading, node), range: rangeOf(list) } }),
  });
  return symbols.length - 1;
}
