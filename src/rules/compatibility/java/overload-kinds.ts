import type { SymbolAt } from '../../../code/code-change.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { JavaSides } from './java-pair.ts';
import { namesAt, type DeclaredType } from './java-side.ts';
import { isPrimitive, isSameType, parseJavaType, type JavaType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isSubtype } from './subtyping.ts';

/** How many parameters the function has that the JDK's functional interfaces stand for. */
const lambdas: ReadonlyMap<string, number> = new Map([
  ...['Runnable', 'Callable', 'Supplier', 'BooleanSupplier', 'IntSupplier', 'LongSupplier', 'DoubleSupplier'].map(
    (name) => [name, 0] as const,
  ),
  ...[
    'Consumer',
    'Function',
    'Predicate',
    'UnaryOperator',
    'ToIntFunction',
    'ToLongFunction',
    'ToDoubleFunction',
    'IntConsumer',
    'IntFunction',
    'IntPredicate',
    'LongFunction',
    'DoubleFunction',
  ].map((name) => [name, 1] as const),
  ...['BiConsumer', 'BiFunction', 'BiPredicate', 'BinaryOperator', 'Comparator', 'ToIntBiFunction', 'ToLongBiFunction'].map(
    (name) => [name, 2] as const,
  ),
]);

/** Why calls that compiled no longer do once there is one more method of the name: what they pass fits both, and neither is the more specific. */
export function addedOverloadKinds({ file, symbol }: SymbolAt, owner: DeclaredType, sides: JavaSides): readonly JavaDifference[] {
  const before = sides.base.named(owner.symbol.qualifiedName);
  const parameters = symbol.parameters ?? [];
  if (!before || parameters.length === 0 || parameters.some(({ rest }) => rest) || symbol.modifiers.includes('implicit')) return [];
  const others = before.members.filter((each) => isLike(symbol, each));
  // Where there were several, what fits them all was told apart by its type already.
  const [only] = others;
  if (!only || others.length > 1 || !owner.members.some((each) => each.kind === only.kind && isSameSignature(each, only))) return [];
  const read = ({ type = '' }: ParameterFact): JavaType => parseJavaType(type, namesAt({ file, symbol }));
  const places = parameters.flatMap((each, place) => {
    const other = only.parameters?.[place];
    return other && areUnrelated(read(other), read(each), sides) ? [{ old: other, now: each }] : [];
  });
  const [first] = places;
  if (!first || !parameters.every((each, place) => isDecidedElsewhere(each, only.parameters?.[place], places, read))) return [];
  const [old, now] = [read(first.old), read(first.now)];
  const isLambda = lambdas.has(old.name) && lambdas.get(old.name) === lambdas.get(now.name);
  const isNullable = first.old.annotations.some(({ name }) => simpleTypeName(name) === 'Nullable');
  const parameterTypes = (only.parameters ?? []).map(({ type = '' }) => type).join(', ');
  return [
    {
      id: 'method-overload-now-ambiguous',
      what: `stands beside \`${only.name}(${parameterTypes})\` now`,
      whom: `callers that pass ${isLambda ? 'a lambda' : '`null`'} for \`${first.old.name}\` no longer compile, as both would take it`,
      confidence: isLambda || isNullable ? 'medium' : 'low',
    },
  ];
}

function isLike(symbol: SymbolFact, each: SymbolFact): boolean {
  return (
    each.kind === symbol.kind &&
    each.name === symbol.name &&
    (each.visibility === 'public' || each.visibility === 'protected') &&
    each.parameters?.length === symbol.parameters?.length &&
    each.parameters?.some(({ rest }) => rest) === false
  );
}

function isSameSignature(a: SymbolFact, b: SymbolFact): boolean {
  const types = ({ parameters }: SymbolFact): string => (parameters ?? []).map(({ type }) => type).join();
  return a.name === b.name && types(a) === types(b);
}

/** Both are classes, and surely neither is a kind of the other. */
function areUnrelated(a: JavaType, b: JavaType, { head }: JavaSides): boolean {
  return !isPrimitive(a) && !isPrimitive(b) && isSubtype(a, b, head) === false && isSubtype(b, a, head) === false;
}

/** In the other places the two take the same, so that nothing there tells them apart. */
function isDecidedElsewhere(
  now: ParameterFact,
  old: ParameterFact | undefined,
  places: readonly { readonly now: ParameterFact }[],
  read: (parameter: ParameterFact) => JavaType,
): boolean {
  return places.some((each) => each.now === now) || (old !== undefined && isSameType(read(old), read(now)));
}
