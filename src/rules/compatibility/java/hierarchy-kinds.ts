import type { SymbolFact } from '../../../code/facts.ts';
import { found } from '../api/api-change.ts';
import { isChecked } from './exceptions.ts';
import { has, shown, typeAt, type JavaPair } from './java-pair.ts';
import type { DeclaredType, JavaSide } from './java-side.ts';
import { isSameClass, isSameType, type JavaType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { hasHiddenAbstract, isConstructible, isExtensible } from './openness.ts';

const article: ReadonlyMap<string, string> = new Map([
  ['class', 'a class'],
  ['interface', 'an interface'],
  ['enum', 'an enum'],
  ['record', 'a record'],
  ['annotation', 'an annotation'],
]);

/** What became of a type as a whole. */
export function hierarchyKinds(pair: JavaPair): readonly JavaDifference[] {
  const { base, head, owner, sides } = pair;
  const [before, after] = [base.symbol, head.symbol];
  const whom = kindMatters(pair);
  if (whom !== undefined)
    return [
      {
        id: 'type-kind-changed',
        what: `is ${article.get(after.kind) ?? after.kind} instead of ${article.get(before.kind) ?? before.kind}`,
        whom,
      },
    ];
  if (!owner.base || !owner.head) return [];
  return found(
    closed(owner.base, owner.head, sides),
    nowAbstract(pair),
    staticChanged(pair),
    ...supertypeKinds(owner.base, owner.head, sides),
    supertypeArguments(pair),
  );
}

/** Whom another kind of type breaks. A record is a final class: where nothing else was to be had of a class, nobody can tell. */
function kindMatters({ base, head, owner, sides }: JavaPair): string | undefined {
  if (base.symbol.kind === head.symbol.kind) return undefined;
  if (base.symbol.kind !== 'class' || head.symbol.kind !== 'record' || !owner.base)
    return 'compiled code that uses it fails (`IncompatibleClassChangeError`)';
  if (isExtensible(owner.base, sides.base)) return 'classes outside can no longer extend it';
  const isMadeOfNothing = !owner.base.members.some((each) => each.kind === 'constructor' && !isCompilersOwn(each));
  return isMadeOfNothing && (head.symbol.parameters?.length ?? 0) > 0 ? 'code that creates it without values breaks' : undefined;
}

function isCompilersOwn(constructor: SymbolFact): boolean {
  return has(constructor, 'implicit') && !has(constructor, 'generated');
}

function closed(before: DeclaredType, after: DeclaredType, sides: JavaPair['sides']): JavaDifference | false {
  if (!isExtensible(before, sides.base)) return false;
  const gained = (modifier: string): boolean => !has(before.symbol, modifier) && has(after.symbol, modifier);
  const whom = 'classes outside can no longer extend it';
  if (gained('final')) return { id: 'class-now-final', what: 'is final now', whom };
  if (gained('sealed')) return { id: 'class-now-sealed', what: 'is sealed now', whom };
  return (
    !hasHiddenAbstract(before) &&
    hasHiddenAbstract(after) && {
      id: 'class-no-longer-concretely-extensible',
      what: 'has an abstract method that only its package can see',
      whom: 'no class outside can implement it',
    }
  );
}

function nowAbstract({ base, head, owner }: JavaPair): JavaDifference | false | undefined {
  return (
    base.symbol.kind === 'class' &&
    !has(base.symbol, 'abstract') &&
    has(head.symbol, 'abstract') &&
    owner.base &&
    isConstructible(owner.base) && {
      id: 'class-now-abstract',
      what: 'is abstract now',
      whom: 'code that creates it fails (`InstantiationError`)',
    }
  );
}

function staticChanged({ base, head }: JavaPair): JavaDifference | false {
  const isNested = base.symbol.parent !== undefined && base.symbol.parent !== 0;
  if (!isNested || base.symbol.kind !== 'class' || has(base.symbol, 'static') === has(head.symbol, 'static')) return false;
  const whom = 'code that creates it breaks';
  return has(head.symbol, 'static')
    ? { id: 'class-now-static', what: 'is static now', whom }
    : { id: 'class-no-longer-static', what: 'is no longer static', whom };
}

/** What a type is no longer a kind of. */
export function supertypeKinds(before: DeclaredType, after: DeclaredType, sides: JavaPair['sides']): readonly (JavaDifference | false)[] {
  const [old, now] = [sides.base.ancestors(before), sides.head.ancestors(after)];
  const lost = old.types.filter(
    (type) =>
      (isPublicType(type, sides.base) || isMissed(type, after, sides)) &&
      !now.types.some((each) => each.name === type.name) &&
      !mayStillCome(type, now.types, sides),
  );
  const nearest = lost.filter((type) => !lost.some((each) => each !== type && isBelow(each, type, sides.base)));
  const isSure = now.isComplete || now.types.every(({ name }) => old.types.some((each) => each.name === name));
  return [
    lost.length > 0 && {
      id: 'type-supertype-removed',
      what: `is no longer ${nearest.map(({ name }) => withArticle(name)).join(' and ')}`,
      whom: 'code that uses it as one breaks',
      ...(!isSure && { confidence: 'low' as const }),
    },
    isNowChecked(before, after, sides) && {
      id: 'class-now-checked-exception',
      what: 'is a checked exception now',
      whom: 'code that throws it or calls what throws it no longer compiles',
    },
  ];
}

function withArticle(type: string): string {
  return `${/^[AEIOU]/.test(type) ? 'an' : 'a'} \`${type}\``;
}

/** Still of the same supertype, but of another parameterization of it. */
function supertypeArguments(pair: JavaPair): JavaDifference | undefined {
  const { base, head } = pair;
  if (base.symbol.typeParameters.length !== head.symbol.typeParameters.length) return undefined;
  const now = head.symbol.supertypes.map(({ type }) => ({ written: type, type: typeAt('head', type, pair) }));
  for (const { type: written } of base.symbol.supertypes) {
    const before = typeAt('base', written, pair);
    const after = now.find(({ type }) => isSameClass({ ...type, args: [] }, { ...before, args: [] }));
    if (!after || before.args.length === 0 || before.args.length !== after.type.args.length || isSameType(before, after.type)) continue;
    return {
      id: 'type-supertype-generics-changed',
      what: `is ${withArticle(shown(after.written))} instead of ${withArticle(shown(written))}`,
      whom: 'code that uses it as one no longer compiles',
    };
  }
  return undefined;
}

/** It came with a type that is still there, and of which nobody can tell any more what it brings. */
function mayStillCome(type: JavaType, now: readonly JavaType[], sides: JavaPair['sides']): boolean {
  return now.some((each) => {
    const declared = sides.head.supertypes(each) ? undefined : sides.base.find(each);
    return declared && sides.base.ancestors(declared).types.some(({ name }) => name === type.name);
  });
}

/** A supertype that only its package sees is nothing to others; of one that is not in the change nobody knows. */
function isPublicType(type: JavaType, side: JavaSide): boolean {
  const declared = side.find(type);
  return type.name !== 'Object' && (!declared || declared.symbol.visibility === 'public');
}

/** Only its package sees the type, but what it declares was to be had of its heir, which no longer has it. */
function isMissed(type: JavaType, heir: DeclaredType, { base, head }: JavaPair['sides']): boolean {
  const above = head.ancestors(heir).types.flatMap((each) => head.find(each) ?? []);
  const has = (name: string): boolean => [heir, ...above].some(({ members }) => members.some((member) => member.name === name));
  const members = base.find(type)?.members ?? [];
  return members.some(
    ({ kind, name, visibility }) => /^(?:method|field)$/.test(kind) && /^(?:public|protected)$/.test(visibility) && !has(name),
  );
}

function isBelow(type: JavaType, other: JavaType, side: JavaSide): boolean {
  return side.supertypes(type)?.some((each) => each.name === other.name) ?? false;
}

function isNowChecked(before: DeclaredType, after: DeclaredType, sides: JavaPair['sides']): boolean {
  const self = ({ symbol }: DeclaredType): JavaType => ({ name: symbol.name, qualifier: '', args: [], dimensions: 0 });
  const isThrowable = (type: DeclaredType, side: JavaSide): boolean => side.ancestors(type).types.some(({ name }) => name === 'Throwable');
  if (!isThrowable(before, sides.base) || !isThrowable(after, sides.head)) return false;
  return isChecked(self(before), sides.base) === false && isChecked(self(after), sides.head) === true;
}
