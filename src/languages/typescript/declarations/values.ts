import { functionTypes } from '../body/functions.ts';
import { propertyName, propertyPart, keyOf } from '../body/names.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { declareClass } from './classes.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope, Seed } from './declaration.ts';
import { modifiersIn, signatureOf } from './signature.ts';

type NamedSeed = Omit<Seed, 'kind'>;

/** A name that stands for a value: what kind of symbol it is depends on the value. */
export function declareValue(
  scope: Scope,
  value: Part | undefined,
  seed: NamedSeed,
  kinds: { readonly callable: 'function' | 'method'; readonly plain: 'variable' | 'field' },
): Declaration {
  const { reader } = scope;
  const held = value && unwrapped(value, reader);
  if (held && functionTypes.has(held.type)) return declareFunction(scope, held, seed, kinds.callable);
  if (held?.type === 'method_definition') return declareFunction(scope, held, seed, kinds.callable);
  if (held?.type === 'class') return declareClass(scope, held, seed, []);
  const hasMembers = held?.type === 'object' && scope.isExported(seed.name);
  if (!hasMembers) return declare(scope, { ...seed, kind: kinds.plain, value });
  return declare(scope, { ...seed, kind: kinds.plain, bodyRange: rangeOf(held), members: (inner) => objectMembers(inner, held) });
}

function declareFunction(scope: Scope, part: Part, seed: NamedSeed, kind: 'function' | 'method'): Declaration {
  const { reader } = scope;
  const written = modifiersIn(reader.text.slice(part.start, part.start + 30).split('(')[0] ?? '');
  const own = written.filter((word) => word === 'async' || word === 'generator' || word === 'getter' || word === 'setter');
  return declare(scope, { ...seed, ...signatureOf(part, reader), kind, modifiers: [...(seed.modifiers ?? []), ...own] });
}

const transparent = new Set(['parenthesized_expression', 'as_expression', 'satisfies_expression', 'non_null_expression']);
const wrappers = /^(?:React\.)?(?:memo|forwardRef|observer)$|^Object\.freeze$/;

/** What a value comes to: without assertions, and without calls that hand a component or object on as it is. */
function unwrapped(value: Part, reader: Reader): Part {
  let at = value;
  for (;;) {
    const inner = transparent.has(at.type) ? at.first : wrappedArgument(at, reader);
    if (!inner) return at;
    at = inner;
  }
}

function wrappedArgument(part: Part, reader: Reader): Part | undefined {
  if (part.type !== 'call_expression' || !part.first || !wrappers.test(reader.slice(part.first))) return undefined;
  const argument = part.last?.first;
  return argument && argument.type !== 'identifier' ? argument : undefined;
}

/** What an exported object holds can be used by its name, as members of a class can. */
function objectMembers(scope: Scope, object: Part): readonly Declaration[] {
  const inner = { ...scope, isExported: () => true };
  return object.parts.flatMap((property) => objectMember(inner, property));
}

export function objectMember(
  scope: Scope,
  property: Part,
  kinds: { readonly callable: 'function' | 'method'; readonly plain: 'variable' | 'field' } = { callable: 'method', plain: 'field' },
): readonly Declaration[] {
  const { reader } = scope;
  const name = property.type === 'shorthand_property_identifier' ? property : propertyPart(property);
  if (!name || (property.type !== 'pair' && property.type !== 'method_definition' && name !== property)) return [];
  const key = name === property ? keyOf(property, reader) : propertyName(property, reader);
  const seed = {
    name: key === '' ? foldType(reader.slice(name)) : key,
    nameRange: rangeOf(name),
    range: rangeOf(property),
    visibility: 'public',
  } as const;
  const value = property.type === 'pair' ? property.last : property;
  return [declareValue(scope, value, seed, kinds)];
}
