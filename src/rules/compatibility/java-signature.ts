import type { ParameterFact, SymbolFact, TypeParameterFact } from '../../code/facts.ts';
import { simpleTypeName, enclosing } from '../code-in-file.ts';
import { comparable } from './comparable.ts';
import { isConstructible, isExtensible } from './contract.ts';
import { parameterChanges, quotedNames, typeText, type SignatureBreak, type SymbolPair } from './signature-break.ts';

const callers = 'callers neither compile nor link until they are changed';
const linking = 'compiled callers fail to link (`NoSuchMethodError`)';
const unchecked =
  /(RuntimeException|Error|IllegalArgumentException|IllegalStateException|NullPointerException|UnsupportedOperationException|IndexOutOfBoundsException|ArithmeticException|ClassCastException|ConcurrentModificationException|NoSuchElementException|NumberFormatException|DateTimeException|SecurityException|UncheckedIOException|JsonParseException|DataAccessException)$/;

/** What a changed declaration breaks in Java: JLS 13.4 for what is linked, 15.12 and 8.4 for what is compiled. */
export function javaBreaks(pair: SymbolPair): readonly SignatureBreak[] {
  const { symbol } = pair.base;
  const plain = comparable(pair);
  const specific =
    symbol.kind === 'method' || symbol.kind === 'constructor'
      ? methodBreaks(plain)
      : symbol.kind === 'field'
        ? fieldBreaks(plain)
        : symbol.kind === 'enum-constant'
          ? []
          : typeBreaks(pair);
  return [...specific, ...typeParameterBreaks(plain)];
}

function* changes(...found: readonly (SignatureBreak | false | undefined)[]): Generator<SignatureBreak> {
  for (const each of found) if (each) yield each;
}

function methodBreaks(pair: SymbolPair): readonly SignatureBreak[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const has = (symbol: SymbolFact, modifier: string): boolean => symbol.modifiers.includes(modifier);
  const owner = ownerOf(pair);
  const extensible = owner !== undefined && isExtensible(owner, pair.head.file) && base.kind === 'method';
  return [
    ...parameterBreaks(base, head, extensible && !has(head, 'static') && !has(base, 'final')),
    ...changes(
      base.type !== head.type && base.kind === 'method' && returnBreak(base, head),
      has(base, 'static') !== has(head, 'static') && {
        id: 'static-changed',
        what: `is ${has(head, 'static') ? 'static now' : 'no longer static'}`,
        whom: linking,
      },
      extensible &&
        !has(base, 'abstract') &&
        has(head, 'abstract') &&
        owner.kind !== 'interface' && { id: 'method-now-abstract', what: 'is abstract now', whom: 'subclasses outside must implement it' },
      extensible &&
        has(base, 'default') &&
        !has(head, 'default') && {
          id: 'method-no-longer-default',
          what: 'has no default any more',
          whom: 'implementations outside must add it',
        },
      extensible &&
        !has(base, 'final') &&
        !has(base, 'static') &&
        has(head, 'final') && { id: 'method-now-final', what: 'is final now', whom: 'subclasses that override it fail to load' },
    ),
    ...throwsBreaks(base, head),
  ];
}

function ownerOf({ head }: SymbolPair): SymbolFact | undefined {
  return head.file.facts && enclosing(head.symbol, head.file.facts)[0];
}

function parameterBreaks(base: SymbolFact, head: SymbolFact, overridable: boolean): readonly SignatureBreak[] {
  const [old, now] = [base.parameters ?? [], head.parameters ?? []];
  const { added, removed, retyped, reordered } = parameterChanges(old, now);
  if (reordered) {
    const silent = old.map(typeText).join() === now.map(typeText).join();
    return [
      {
        id: 'parameters-reordered',
        what: 'takes its parameters in another order',
        whom: silent ? 'callers still compile and hand over the wrong values' : callers,
      },
    ];
  }
  return [
    ...changes(
      added.length > 0 && {
        id: 'parameter-added',
        what: `takes ${added.length > 1 ? 'more parameters' : 'another parameter'}, ${quotedNames(added)}`,
        whom: callers,
      },
      removed.length > 0 && { id: 'parameter-removed', what: `no longer takes ${quotedNames(removed)}`, whom: callers },
    ),
    ...retyped.flatMap((each) => retypedBreak(each.base, each.head, overridable)),
  ];
}

function retypedBreak(base: ParameterFact, head: ParameterFact, overridable: boolean): readonly SignatureBreak[] {
  const [before, after] = [typeText(base), typeText(head)];
  if (isVarargsOf(before, after)) return [];
  const what = `takes \`${after}\` instead of \`${before}\` for \`${head.name}\``;
  if (erased(before) !== erased(after)) return [{ id: 'parameter-type-changed', what, whom: linking }];
  const id = 'parameter-type-arguments-changed';
  if (!isWidened(before, after)) return [{ id, what, whom: 'callers may no longer compile', confidence: 'medium' }];
  return overridable ? [{ id, what, whom: 'methods outside that override it no longer compile', confidence: 'low' }] : [];
}

/** `List<T>` may become `List<? extends T>`, `List<? super T>` or `List<?>`: what callers hand over still fits. */
function isWidened(before: string, after: string): boolean {
  const exact = after.replace(/\? ?(?:extends|super) /g, '');
  return exact === before || (exact.includes('?') && exact.replace(/\?/g, '') === before.replace(/<[^<>]*>$/, '<>'));
}

/** `T[]` may become `T...`: it is the same method to the linker, and callers may still hand over an array. */
function isVarargsOf(before: string, after: string): boolean {
  return after.endsWith('...') && before === `${after.slice(0, -3)}[]`;
}

/** What is left of a type when the program runs, without its package. */
function erased(type: string): string {
  const array = /(\[\]|\.\.\.)+$/.exec(type)?.[0].replace(/\.\.\./g, '[]') ?? '';
  return simpleTypeName(type) + array;
}

function returnBreak(base: SymbolFact, head: SymbolFact): SignatureBreak | undefined {
  const [before, after] = [base.type ?? '', head.type ?? ''];
  if (before === after) return undefined;
  const what = `returns \`${after}\` instead of \`${before}\``;
  if (erased(before) === erased(after))
    return { id: 'return-type-arguments-changed', what, whom: 'callers may no longer compile', confidence: 'medium' };
  // A type variable is erased to its bound, which is not known here.
  return { id: 'return-type-changed', what, whom: linking, ...(/^[A-Z]\d?$/.test(before) && { confidence: 'medium' as const }) };
}

function throwsBreaks(base: SymbolFact, head: SymbolFact): readonly SignatureBreak[] {
  const checked = (types: readonly string[]): readonly string[] => types.map(simpleTypeName).filter((type) => !unchecked.test(type));
  const [before, after] = [checked(base.throws), checked(head.throws)];
  const covers = (list: readonly string[]): boolean => list.includes('Exception') || list.includes('Throwable');
  const added = after.filter((type) => !before.includes(type));
  const removed = before.filter((type) => !after.includes(type) && type !== 'Exception' && type !== 'Throwable');
  return [
    ...changes(
      added.length > 0 &&
        !covers(before) && {
          id: 'checked-exception-added',
          what: `throws ${added.map((type) => `\`${type}\``).join(', ')} now`,
          whom: 'callers no longer compile until they handle it',
          confidence: 'medium',
        },
      removed.length > 0 &&
        added.length === 0 && {
          id: 'checked-exception-removed',
          what: `no longer throws ${removed.map((type) => `\`${type}\``).join(', ')}`,
          whom: 'callers that catch it no longer compile',
          confidence: 'medium',
        },
    ),
  ];
}

function fieldBreaks({ base, head }: SymbolPair): readonly SignatureBreak[] {
  const has = (symbol: SymbolFact, modifier: string): boolean => symbol.modifiers.includes(modifier);
  return [
    ...changes(
      base.symbol.type !== head.symbol.type && {
        id: 'field-type-changed',
        what: `has the type \`${head.symbol.type ?? ''}\` instead of \`${base.symbol.type ?? ''}\``,
        whom: 'compiled code that uses it fails to link (`NoSuchFieldError`)',
      },
      has(base.symbol, 'static') !== has(head.symbol, 'static') && {
        id: 'static-changed',
        what: `is ${has(head.symbol, 'static') ? 'static now' : 'no longer static'}`,
        whom: 'compiled code that uses it fails to link',
      },
      !has(base.symbol, 'final') &&
        has(head.symbol, 'final') && { id: 'field-now-final', what: 'is final now', whom: 'code that sets it breaks' },
    ),
  ];
}

function typeBreaks({ base, head }: SymbolPair): readonly SignatureBreak[] {
  const [before, after] = [base.symbol, head.symbol];
  const gained = (modifier: string): boolean => !before.modifiers.includes(modifier) && after.modifiers.includes(modifier);
  const names = (symbol: SymbolFact): readonly string[] => symbol.supertypes.map(({ type }) => simpleTypeName(type));
  const lost = names(before).filter((type) => type !== 'Object' && !names(after).includes(type));
  const more = names(after).some((type) => !names(before).includes(type));
  return [
    ...changes(
      before.kind !== after.kind && {
        id: 'kind-changed',
        what: `is ${after.kind === 'interface' || after.kind === 'enum' || after.kind === 'annotation' ? 'an' : 'a'} ${after.kind} instead of ${before.kind === 'class' || before.kind === 'record' ? 'a' : 'an'} ${before.kind}`,
        whom: 'compiled code that uses it fails (`IncompatibleClassChangeError`)',
      },
      before.kind === after.kind &&
        (gained('final') || gained('sealed')) &&
        isExtensible(before, base.file) && {
          id: gained('final') ? 'class-now-final' : 'class-now-sealed',
          what: `is ${gained('final') ? 'final' : 'sealed'} now`,
          whom: 'classes outside can no longer extend it',
        },
      before.kind === 'class' &&
        gained('abstract') &&
        isConstructible(before, base.file) && {
          id: 'class-now-abstract',
          what: 'is abstract now',
          whom: 'code that creates it fails (`InstantiationError`)',
        },
      isNested(before) &&
        before.kind === 'class' &&
        before.modifiers.includes('static') !== after.modifiers.includes('static') &&
        before.kind === after.kind && {
          id: 'static-changed',
          what: `is ${after.modifiers.includes('static') ? 'static now' : 'no longer static'}`,
          whom: 'code that creates it breaks',
        },
      lost.length > 0 &&
        before.kind === after.kind && {
          id: 'supertype-removed',
          what: `is no longer a ${lost.map((type) => `\`${type}\``).join(', ')}`,
          whom: 'code that uses it as one breaks',
          ...(more && { confidence: 'low' as const }),
        },
    ),
    ...(before.kind === 'record' && after.kind === 'record' ? [] : []),
  ];
}

function isNested(symbol: SymbolFact): boolean {
  return symbol.parent !== undefined && symbol.parent !== 0;
}

function typeParameterBreaks({ base, head }: SymbolPair): readonly SignatureBreak[] {
  const [before, after] = [base.symbol.typeParameters, head.symbol.typeParameters];
  const what = (): string => (after.length > before.length ? 'has more type parameters' : 'has fewer type parameters');
  // Callers of a method hardly ever write its type arguments, and a raw type still compiles.
  if (before.length !== after.length)
    return before.length === 0 || base.symbol.kind === 'method'
      ? []
      : [{ id: 'type-parameters-changed', what: what(), whom: 'code that names them no longer compiles' }];
  const changed = before.findIndex((each, index) => boundOf(each) !== boundOf(after[index]));
  const bound = after[changed];
  return bound
    ? [
        {
          id: 'type-parameter-bound-changed',
          what: `bounds \`${bound.name}\` by \`${boundOf(bound)}\` instead of \`${boundOf(before[changed])}\``,
          whom: 'callers may no longer compile or link',
          confidence: 'medium',
        },
      ]
    : [];
}

function boundOf(parameter: TypeParameterFact | undefined): string {
  return parameter?.bound ?? 'Object';
}
