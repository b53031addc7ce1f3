import type { TypeParameterFact } from '../../../code/facts.ts';
import { found } from '../api/api-change.ts';
import { isAssignable } from './assignable.ts';
import type { ScriptChangeId, ScriptDifference } from './kinds.ts';
import { at, unsure, type ScriptPair } from './script-pair.ts';
import { keyOf } from './type.ts';

/** What became of the type parameters. Callers hardly ever write those of a function, who names a type has to. */
export function genericKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const isType = base.parameters === undefined;
  const added = head.typeParameters.slice(base.typeParameters.length).filter((each) => each.default === undefined);
  const removed = base.typeParameters.slice(head.typeParameters.length);
  const [first] = added;
  return [
    ...found<ScriptChangeId>(
      isType &&
        first && {
          id: 'generic-param-required',
          what: `needs the type argument \`${first.name}\``,
          whom: 'code that names the type no longer compiles',
        },
      removed.length > 0 &&
        (isType || head.typeParameters.length > 0) && {
          id: 'generic-param-removed',
          what: 'has fewer type parameters',
          whom: 'code that gives them no longer compiles',
        },
    ),
    ...base.typeParameters.flatMap((each, place) => {
      const other = head.typeParameters[place];
      return other ? [...constraintKinds(each, other, pair), ...(isType ? defaultKinds(each, other, pair) : [])] : [];
    }),
  ];
}

function constraintKinds(base: TypeParameterFact, head: TypeParameterFact, pair: ScriptPair): readonly ScriptDifference[] {
  if (head.bound === undefined || head.bound === base.bound) return [];
  const takes = isAssignable(at('base', base.bound ?? 'unknown', pair), at('head', head.bound, pair));
  if (takes === true) return [];
  return [
    {
      id: 'generic-constraint-changed',
      what: `takes only \`${head.bound}\`${base.bound === undefined ? '' : ` instead of \`${base.bound}\``} for \`${head.name}\``,
      whom: 'code that gives it something else no longer compiles',
      ...unsure(takes, base.bound, head.bound),
    },
  ];
}

function defaultKinds(base: TypeParameterFact, head: TypeParameterFact, pair: ScriptPair): readonly ScriptDifference[] {
  if (base.default === undefined) return [];
  if (head.default === undefined)
    return [
      {
        id: 'generic-param-required',
        what: `needs the type argument \`${head.name}\``,
        whom: 'code that names the type no longer compiles',
      },
    ];
  const [before, after] = [at('base', base.default, pair), at('head', head.default, pair)];
  if (keyOf(before.type) === keyOf(after.type)) return [];
  const fits = isAssignable(after, before);
  return fits === true && isAssignable(before, after) === true
    ? []
    : [
        {
          id: 'generic-param-default-changed',
          what: `stands for \`${head.default}\` instead of \`${base.default}\` where \`${head.name}\` is left out`,
          whom: 'code that leaves it out gets another type',
          ...unsure(fits, base.default, head.default),
        },
      ];
}
