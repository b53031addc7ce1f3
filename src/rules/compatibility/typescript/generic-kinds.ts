import type { SymbolAt } from '../../../code/code-change.ts';
import type { TypeParameterFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { found } from '../api/api-change.ts';
import { isAssignable } from './assignable.ts';
import type { ScriptChangeId, ScriptDifference } from './kinds.ts';
import { at, spelledOut, unsure, type ScriptPair } from './script-pair.ts';
import { keyOf } from './type.ts';

/** What became of the type parameters. Callers hardly ever write those of a function, who names a type has to. */
export function genericKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const isType = base.parameters === undefined;
  const reordered = isType ? reorderedKind(pair) : undefined;
  if (reordered) return [reordered];
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

/** Where the members that name them stayed as they were: the names alone may change places without harm. */
function reorderedKind({ base, head }: ScriptPair): ScriptDifference | undefined {
  const [before, after] = [base, head].map(({ symbol }) => symbol.typeParameters.map(({ name }) => name)) as [string[], string[]];
  const moved = before.filter((name, place) => after[place] !== name && after.includes(name));
  if (moved.length < 2 || [...before].sort().join() !== [...after].sort().join()) return undefined;
  const now = new Set(writtenTypes(head));
  if (!writtenTypes(base).some((each) => moved.some((name) => each.split(/\W+/).includes(name)) && now.has(each))) return undefined;
  return {
    id: 'generic-params-reordered',
    what: `takes its type parameters as \`<${after.join(', ')}>\` instead of \`<${before.join(', ')}>\``,
    whom: 'code that names them no longer compiles, or means other types',
  };
}

function writtenTypes({ file, symbol }: SymbolAt): readonly string[] {
  const members = file.facts ? membersOf(symbol, file.facts).filter(({ visibility }) => visibility !== 'private') : [];
  return [symbol, ...members].map(({ name, type = '', parameters = [] }) =>
    [name, type, ...parameters.map((each) => each.type ?? '')].join(' '),
  );
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
      ...unsure(takes, spelledOut('base', base.bound, pair), spelledOut('head', head.bound, pair)),
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
          // What is written otherwise as well may well mean the same, and so may what is worked out from it.
          ...(isRewritten(pair) || isWorkedOut(pair) ? { confidence: 'low' as const } : unsure(fits, base.default, head.default)),
        },
      ];
}

function isWorkedOut(pair: ScriptPair): boolean {
  const { type } = pair.head.symbol;
  return type !== undefined && at('head', type, pair).type.kind === 'computed';
}

function isRewritten(pair: ScriptPair): boolean {
  const [before, after] = [pair.base.symbol.type, pair.head.symbol.type];
  return before !== undefined && after !== undefined && keyOf(at('base', before, pair).type) !== keyOf(at('head', after, pair).type);
}
