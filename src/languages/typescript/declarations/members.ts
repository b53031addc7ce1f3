import type { SymbolFact } from '../../../code/facts.ts';
import { propertyName, propertyPart } from '../body/names.ts';
import { typeText } from '../body/variables.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope } from './declaration.ts';
import { modifiersIn, signatureOf } from './signature.ts';

/** The members of an interface, or of a type written as an object. */
export function typeMembers(scope: Scope, body: Part): readonly Declaration[] {
  return body.parts.flatMap((part) => {
    // A mapped type has no members of its own: it is told by its text.
    if (part.type === 'index_signature') return part.find('mapped_type_clause') ? [] : [indexSignature(scope, part)];
    if (part.type === 'call_signature') return [signatureMember(scope, part, '()')];
    if (part.type === 'construct_signature') return [signatureMember(scope, part, 'new')];
    return part.type === 'property_signature' || part.type === 'method_signature' ? namedMember(scope, part) : [];
  });
}

function signatureMember(scope: Scope, part: Part, name: string): Declaration {
  const nameRange = { start: part.start, end: part.start + (name === 'new' ? name.length : 0) };
  return declare(scope, {
    ...signatureOf(part, scope.reader),
    kind: 'method',
    name,
    nameRange,
    range: rangeOf(part),
    visibility: 'public',
  });
}

function namedMember(scope: Scope, part: Part): readonly Declaration[] {
  const { reader } = scope;
  const name = propertyPart(part);
  if (!name) return [];
  const written = propertyName(part, reader);
  const seed = {
    name: written === '' ? foldType(reader.slice(name)) : written,
    nameRange: rangeOf(name),
    range: rangeOf(part),
    visibility: 'public',
    modifiers: modifiersIn(reader.text.slice(part.start, name.start) + reader.text.charAt(name.end)),
  } as const;
  if (part.type === 'method_signature') return [declare(scope, { ...seed, ...signatureOf(part, reader), kind: 'method' })];
  const type = part.find('type_annotation');
  return [declare(scope, { ...seed, kind: 'field', ...(type && { type: typeText(type, reader) }) })];
}

/** Named by the type of its key, e.g. `[string]`: the key's own name says nothing to callers. */
export function indexSignature(scope: Scope, part: Part): Declaration {
  const { reader } = scope;
  const type = part.find('type_annotation');
  const key = part.parts.find((piece) => piece.type !== 'identifier' && piece !== type);
  const nameRange = key ? rangeOf(key) : { start: part.start, end: part.start };
  return declare(scope, {
    kind: 'field',
    name: `[${foldType(reader.slice(nameRange))}]`,
    nameRange,
    range: rangeOf(part),
    visibility: 'public',
    modifiers: modifiersIn(reader.text.slice(part.start, nameRange.start).split('[')[0] ?? ''),
    ...(type && { type: typeText(type, reader) }),
  });
}

/** Callers see the overload signatures of a function and not the implementation behind them. */
export function withoutShadowed(declarations: readonly Declaration[]): readonly Declaration[] {
  const overloaded = new Set(declarations.filter(({ symbol }) => isSignature(symbol)).map(({ symbol }) => overloadKey(symbol)));
  if (overloaded.size === 0) return declarations;
  return declarations.map((declaration) => {
    const { symbol } = declaration;
    const isImplementation = symbol.bodyRange !== undefined && isCallable(symbol) && overloaded.has(overloadKey(symbol));
    return isImplementation ? { ...declaration, symbol: { ...symbol, visibility: 'private' } } : declaration;
  });
}

function isSignature(symbol: SymbolFact): boolean {
  return isCallable(symbol) && symbol.bodyRange === undefined && !symbol.modifiers.includes('abstract');
}

function isCallable({ kind, modifiers }: SymbolFact): boolean {
  const isAccessor = modifiers.includes('getter') || modifiers.includes('setter');
  return (kind === 'function' || kind === 'method' || kind === 'constructor') && !isAccessor;
}

function overloadKey({ name, modifiers }: SymbolFact): string {
  return modifiers.includes('static') ? `static ${name}` : name;
}
