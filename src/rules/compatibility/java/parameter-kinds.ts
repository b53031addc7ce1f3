import type { ParameterFact } from '../../../code/facts.ts';
import { found } from '../api/api-change.ts';
import { parameterChanges, quotedNames, typeText } from '../api/parameter-changes.ts';
import { has, typeAt, type JavaPair } from './java-pair.ts';
import { erasure, isSameClass, isSameType, type JavaType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isOverridable } from './openness.ts';
import { isSubtype } from './subtyping.ts';
import { inTurn } from './swaps.ts';

const callers = 'callers neither compile nor link until they are changed';
const linking = 'compiled callers fail to link (`NoSuchMethodError`)';

/** What became of the parameters of a method or constructor. */
export function parameterKinds(pair: JavaPair): readonly JavaDifference[] {
  const [old, now] = [pair.base.symbol.parameters ?? [], pair.head.symbol.parameters ?? []];
  const { added, removed, retyped, reordered } = parameterChanges(old, now);
  if (reordered) return isSameDescriptor(old, now, pair) ? reorderedSilently(old, now) : [reorderedTypes];
  return [
    ...found<JavaDifference['id']>(
      added.length > 0 && {
        id: 'method-parameter-added',
        what: `takes ${added.length > 1 ? 'more parameters' : 'another parameter'}, ${quotedNames(added)}`,
        whom: callers,
      },
      removed.length > 0 && { id: 'method-parameter-removed', what: `no longer takes ${quotedNames(removed)}`, whom: callers },
    ),
    ...retyped.flatMap((each) => retypedKinds(each.base, each.head, pair)),
  ];
}

const reorderedTypes: JavaDifference = {
  id: 'method-parameters-reordered',
  what: 'takes its parameters in another order',
  whom: callers,
};

/** Parameters of one type that changed places; names alone may be given anew without harm. */
function reorderedSilently(old: readonly ParameterFact[], now: readonly ParameterFact[]): readonly JavaDifference[] {
  const names = (list: readonly ParameterFact[]): string => list.map(({ name }) => name).join();
  return names(old) === names(now) ? [] : [{ ...reorderedTypes, whom: 'callers still compile and hand over the wrong values' }];
}

function isSameDescriptor(old: readonly ParameterFact[], now: readonly ParameterFact[], pair: JavaPair): boolean {
  return old.every((each, index) => {
    const other = now[index];
    return other && erasure(typeAt('base', typeText(each), pair)) === erasure(typeAt('head', typeText(other), pair));
  });
}

function retypedKinds(base: ParameterFact, head: ParameterFact, pair: JavaPair): readonly JavaDifference[] {
  const [before, after] = [typeAt('base', typeText(base), pair), typeAt('head', typeText(head), pair)];
  if (base.rest && !head.rest && erasure(before) === erasure(after))
    return [
      {
        id: 'method-no-longer-varargs',
        what: `takes an array for \`${head.name}\``,
        whom: 'callers that list the values no longer compile',
      },
    ];
  if (isSameType(before, after)) return [];
  const turn = inTurn({ text: typeText(base), type: before }, { text: typeText(head), type: after });
  const what = `takes \`${turn.after}\` instead of \`${turn.before}\` for \`${head.name}\``;
  if (erasure(before) !== erasure(after) || isOtherClass(before, after))
    return [{ id: 'method-parameter-type-changed', what, whom: linking, ...turn.swap }];
  return genericsChanged(before, after, what, pair).map((each) => ({ ...each, ...turn.swap }));
}

/** The same simple name from another package. */
function isOtherClass(before: JavaType, after: JavaType): boolean {
  return before.qualifier !== '' && after.qualifier !== '' && !isSameType({ ...before, args: [] }, { ...after, args: [] });
}

function genericsChanged(before: JavaType, after: JavaType, what: string, pair: JavaPair): readonly JavaDifference[] {
  const id = 'method-parameter-generics-changed';
  const fits = pair.isNowGeneric || isInferable(before, after, pair) ? true : isSubtype(before, after, pair.sides.head);
  if (fits === false) return [{ id, what, whom: 'callers no longer compile' }];
  if (fits === undefined) return [{ id, what, whom: 'callers may no longer compile', confidence: 'medium' }];
  const isErasure = after.args.length === 0 && !after.bounds && before.args.length === 0;
  const variable = after.bounds !== undefined;
  const stays = variable || isErasure || before.args.length === 0;
  return !stays && !has(pair.head.symbol, 'static') && isOverridable(pair.base.symbol, pair.owner.base, pair.sides.base)
    ? [{ id, what, whom: 'methods outside that override it no longer compile' }]
    : [];
}

/** A variable of a method that had none is what the compiler finds to fit. */
function isInferable(before: JavaType, after: JavaType, { base, head }: JavaPair): boolean {
  return base.symbol.typeParameters.length === 0 && head.symbol.typeParameters.length > 0 && areInferable(before.args, after.args);
}

function areInferable(before: readonly JavaType[], after: readonly JavaType[]): boolean {
  return (
    before.length === after.length &&
    after.every((each, place) => {
      const old = before[place] ?? each;
      return each.bounds !== undefined || isSameType(old, each) || (isSameClass(old, each) && areInferable(old.args, each.args));
    })
  );
}
