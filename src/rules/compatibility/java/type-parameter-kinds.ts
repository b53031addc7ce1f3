import type { SymbolFact, TypeParameterFact } from '../../../code/facts.ts';
import { has, type JavaPair } from './java-pair.ts';
import type { DeclaredType } from './java-side.ts';
import { erasure, parseBounds, type JavaType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isOverridable } from './openness.ts';
import { isSubtype, type Answer } from './subtyping.ts';
import { inTurn } from './swaps.ts';

/** What became of the type parameters of a type, method or constructor. */
export function typeParameterKinds(pair: JavaPair): readonly JavaDifference[] {
  const [before, after] = [pair.base.symbol.typeParameters, pair.head.symbol.typeParameters];
  if (before.length !== after.length) return countKinds(before.length, after.length, pair);
  const reordered = reorderedKind(pair);
  if (reordered) return [reordered];
  return before.flatMap((each, place) => {
    const other = after[place];
    return other ? boundKinds(each, other, pair) : [];
  });
}

/** Where what is declared with them stays as it was: the names alone may change places without harm. */
function reorderedKind({ base, head, owner }: JavaPair): JavaDifference | undefined {
  const [before, after] = [base.symbol, head.symbol].map(({ typeParameters }) => typeParameters.map(({ name }) => name)) as [
    string[],
    string[],
  ];
  const moved = before.filter((name, place) => after[place] !== name && after.includes(name));
  if (moved.length < 2 || [...before].sort().join() !== [...after].sort().join()) return undefined;
  const isUsed = (text: string): boolean => moved.some((name) => new RegExp(`\\b${name}\\b`).test(text));
  const declared = (symbol: SymbolFact, type: DeclaredType | undefined): readonly string[] =>
    [symbol, ...(symbol.parameters && symbol.kind !== 'record' ? [] : (type?.members ?? []))].map(writtenTypes);
  const now = new Set(declared(head.symbol, owner.head));
  if (!declared(base.symbol, owner.base).some((each) => isUsed(each) && now.has(each))) return undefined;
  return {
    id: 'formal-type-parameters-reordered',
    what: `takes its type parameters as \`<${after.join(', ')}>\` instead of \`<${before.join(', ')}>\``,
    whom: 'code that names them no longer compiles, or means other types',
  };
}

/** What is written of its types where consumers see it; nothing of what they do not. */
function writtenTypes({ name, visibility, type = '', parameters = [], supertypes }: SymbolFact): string {
  if (visibility !== 'public' && visibility !== 'protected') return '';
  return [name, type, ...parameters.map((each) => each.type ?? ''), ...supertypes.map((each) => each.type)].join(' ');
}

/** A raw type still compiles, and callers of a method hardly ever write its type arguments. */
function countKinds(before: number, after: number, pair: JavaPair): readonly JavaDifference[] {
  const isType = pair.base.symbol.parameters === undefined || pair.base.symbol.kind === 'record';
  if (before === 0) return [];
  if (!isType && after === 0)
    return isOverridden(pair)
      ? [
          {
            id: 'formal-type-parameter-removed',
            what: 'has no type parameters any more',
            whom: 'methods outside that override it no longer compile',
          },
        ]
      : [];
  const whom = 'code that names them no longer compiles';
  return after > before
    ? [{ id: 'formal-type-parameter-added', what: 'has more type parameters', whom }]
    : [{ id: 'formal-type-parameter-removed', what: 'has fewer type parameters', whom }];
}

function isOverridden({ base, head, owner, sides }: JavaPair): boolean {
  return !has(head.symbol, 'static') && isOverridable(base.symbol, owner.base, sides.base);
}

function boundKinds(base: TypeParameterFact, head: TypeParameterFact, pair: JavaPair): readonly JavaDifference[] {
  const [before, after] = [bounds(base, 'base', pair), bounds(head, 'head', pair)];
  const turn = inTurn({ text: base.bound ?? 'Object', type: before[0] }, { text: head.bound ?? 'Object', type: after[0] });
  const what = `bounds \`${head.name}\` by \`${turn.after}\` instead of \`${turn.before}\``;
  const fits = fitsAll(before, after, pair);
  const stays = !isOverridden(pair) || fitsAll(after, before, pair);
  if (fits === false || stays === false)
    return [{ id: 'formal-type-parameter-changed', what, whom: 'code that names or overrides it no longer compiles', ...turn.swap }];
  if (fits === undefined || stays === undefined)
    return [{ id: 'formal-type-parameter-changed', what, whom: 'callers may no longer compile', confidence: 'medium', ...turn.swap }];
  const user = erasedOtherwise(before, after) ? userOf(head.name, pair) : undefined;
  return user === undefined
    ? []
    : [{ id: 'formal-type-parameter-erasure-changed', what, whom: `compiled callers of \`${user}\` fail to link (\`NoSuchMethodError\`)` }];
}

function bounds({ bound }: TypeParameterFact, side: 'base' | 'head', { names }: JavaPair): readonly JavaType[] {
  return bound === undefined ? [{ name: 'Object', qualifier: '', args: [], dimensions: 0 }] : parseBounds(bound, names[side]);
}

/** Whether what satisfies one list of bounds satisfies the other. */
function fitsAll(from: readonly JavaType[], to: readonly JavaType[], { sides }: JavaPair): Answer {
  const answers = to.map((each): Answer => {
    const own = from.map((other) => isSubtype(other, each, sides.head));
    return own.includes(true) ? true : own.includes(undefined) ? undefined : false;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function erasedOtherwise([before]: readonly JavaType[], [after]: readonly JavaType[]): boolean {
  return before !== undefined && after !== undefined && erasure(before) !== erasure(after);
}

/** A member whose erased type is that of the variable. */
function userOf(variable: string, { head, owner }: JavaPair): string | undefined {
  const isIt = (type: string | undefined): boolean => type?.replace(/(?:\[\]|\.\.\.){1,255}$/, '').trim() === variable;
  const candidates = head.symbol.parameters ? [head.symbol] : (owner.head?.members ?? []);
  return candidates.find(
    ({ visibility, type, parameters }) =>
      (visibility === 'public' || visibility === 'protected') && (isIt(type) || parameters?.some((each) => isIt(each.type))),
  )?.name;
}
