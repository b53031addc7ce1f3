import { has, typeAt, type JavaPair } from './java-pair.ts';
import { namesAt as namesOf } from './java-side.ts';
import { erasure, isPrimitive, isSameType, parseJavaType, type JavaType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isOverridable } from './openness.ts';
import { isAssignable, isSubtype } from './subtyping.ts';
import { inTurn } from './swaps.ts';

/** What a method gives back. */
export function returnKinds(pair: JavaPair): readonly JavaDifference[] {
  const { base, head } = pair;
  if (base.symbol.type === undefined || head.symbol.type === undefined) return [];
  const [before, after] = [typeAt('base', base.symbol.type, pair), typeAt('head', head.symbol.type, pair)];
  if (isSameType(before, after)) return [];
  const turn = inTurn({ text: base.symbol.type, type: before }, { text: head.symbol.type, type: after });
  const what = `returns \`${turn.after}\` instead of \`${turn.before}\``;
  if (erasure(before) !== erasure(after)) {
    const change = erasureChanged(before, after, what, pair);
    const bridge = change.id === 'method-return-type-erasure-changed' ? bridgeTo(before, pair) : 'none';
    return bridge === 'there' ? [] : [bridge === 'unknown' ? { ...change, confidence: 'low' as const } : change];
  }
  return pair.isNowGeneric ? [] : genericsChanged(before, after, what, pair).map((each) => ({ ...each, ...turn.swap }));
}

/** The linker looks for the very type: even a narrower one is another method to it. */
function erasureChanged(before: JavaType, after: JavaType, what: string, pair: JavaPair): JavaDifference {
  const compiles = !isOverridden(pair) && isAssignable(after, before, pair.sides.head) === true && !isPrimitive(before);
  const whom = 'compiled callers fail to link (`NoSuchMethodError`)';
  return { id: compiles ? 'method-return-type-erasure-changed' : 'method-return-type-changed', what, whom };
}

/** Where a supertype declares the method with the old type, the compiler leaves a method of that type that hands on: older callers still link. */
function bridgeTo(before: JavaType, { base, head, owner, sides }: JavaPair): 'there' | 'none' | 'unknown' {
  if (!owner.head || has(head.symbol, 'static')) return 'none';
  const { types, isComplete } = sides.head.ancestors(owner.head);
  const declared = types.map((type) => sides.head.find(type));
  const isThere = declared.some((each) =>
    each?.members.some(
      ({ name, kind, type, parameters }) =>
        kind === 'method' &&
        name === head.symbol.name &&
        parameters?.length === head.symbol.parameters?.length &&
        type !== undefined &&
        erasure(parseJavaType(type, namesOf(each))) === erasure(before),
    ),
  );
  if (isThere) return 'there';
  const isOverride = [base, head].every(({ symbol }) => symbol.annotations.some(({ name }) => name === 'Override'));
  return isOverride && (!isComplete || declared.includes(undefined)) ? 'unknown' : 'none';
}

function isOverridden({ base, head, owner, sides }: JavaPair): boolean {
  return !has(head.symbol, 'static') && isOverridable(base.symbol, owner.base, sides.base);
}

function genericsChanged(before: JavaType, after: JavaType, what: string, pair: JavaPair): readonly JavaDifference[] {
  const id = 'method-return-type-generics-changed';
  const isInferred = pair.base.symbol.typeParameters.length === 0 && pair.head.symbol.typeParameters.length > 0;
  const reads = isInferred ? true : isSubtype(after, before, pair.sides.head);
  if (reads === false) return [{ id, what, whom: 'callers no longer compile' }];
  const isOnlyVariable = after.bounds !== undefined && before.bounds === undefined;
  const overrides = !isOverridden(pair) || isInferred || isOnlyVariable || isSubtype(before, after, pair.sides.head);
  if (overrides === false) return [{ id, what, whom: 'methods outside that override it no longer compile' }];
  return reads === undefined || overrides === undefined ? [{ id, what, whom: 'callers may no longer compile', confidence: 'medium' }] : [];
}
