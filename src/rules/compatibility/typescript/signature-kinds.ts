import type { Expression } from '../../../code/expression.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { visitsOf } from '../../../code/walk.ts';
import { found } from '../api/api-change.ts';
import { parameterChanges, quotedNames } from '../api/parameter-changes.ts';
import { elementOf } from './assignable-functions.ts';
import { isAssignable } from './assignable.ts';
import type { Comparison } from './comparison.ts';
import type { ScriptChangeId, ScriptDifference } from './kinds.ts';
import { isLibraryType } from './library-types.ts';
import { parseType } from './parse-type.ts';
import { ownVariables } from './scope.ts';
import { at, has, placed, spelledOut, unsure, type ScriptPair } from './script-pair.ts';
import { orUndefined, type ScriptType } from './type.ts';

const compile = 'callers no longer compile';

/** What became of the parameters and the result of what is called. */
export function signatureKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const inferred = inferable(pair);
  const parameters = parameterKinds(pair, inferred);
  return [...parameters, ...(pair.base.symbol.kind === 'constructor' ? [] : resultKinds(pair, inferred))];
}

/** Type variables that only head has: a caller's types decide them. */
function inferable({ base, head }: ScriptPair): Comparison['inferred'] {
  return new Map(
    ownVariables(head)
      .slice(base.symbol.typeParameters.length)
      .map((key) => [key, undefined]),
  );
}

function parameterKinds(pair: ScriptPair, inferred: Comparison['inferred']): readonly ScriptDifference[] {
  const [old, now] = [pair.base.symbol.parameters ?? [], pair.head.symbol.parameters ?? []];
  if (old.some(isWhatever) || now.some(isWhatever)) return [];
  const { added, removed, reordered } = parameterChanges(old, now);
  if (reordered)
    return [{ id: 'params-reordered', what: 'takes its parameters in another order', whom: 'callers hand over the wrong values' }];
  const counted = countKinds(old, now, added, removed).map((each) => lessSure(each, added, pair));
  return [...counted, ...old.flatMap((each, place) => retyped(each, partner(each, place, now, counted.length > 0), pair, inferred))];
}

/** `...args: Parameters<typeof send>`: how many there are, and what, is said elsewhere. */
function isWhatever({ rest, type }: ParameterFact): boolean {
  return rest && type !== undefined && /^[\w.]+<[\s\S]*>$/.test(type.trim()) && !/^(?:Readonly)?Array</.test(type.trim());
}

/** Where no type says so, what is only handed on may well be left out, and nobody minds a value too many. */
function lessSure(difference: ScriptDifference, added: readonly ParameterFact[], { head }: ScriptPair): ScriptDifference {
  if (head.file.facts?.language !== 'javascript') return difference;
  const isHandedOn =
    difference.id === 'required-param-added' && added.every(({ name, type }) => type === undefined && isOnlyHandedOn(name, head.symbol));
  return isHandedOn ? { ...difference, confidence: 'low' } : difference;
}

function isOnlyHandedOn(name: string, { body }: SymbolFact): boolean {
  const uses = visitsOf(body ?? [], 'name').filter(({ node }) => node.name === name);
  return (
    uses.length > 0 &&
    uses.every(({ node, parent }) => {
      const around = parent?.node;
      return (around?.kind === 'call' || around?.kind === 'new') && around.arguments.includes(node);
    })
  );
}

/** By place; where places have moved, by name. */
function partner(each: ParameterFact, place: number, now: readonly ParameterFact[], hasMoved: boolean): ParameterFact | undefined {
  return hasMoved ? now.find(({ name }) => name === each.name) : now[place];
}

function countKinds(
  old: readonly ParameterFact[],
  now: readonly ParameterFact[],
  added: readonly ParameterFact[],
  removed: readonly ParameterFact[],
): readonly ScriptDifference[] {
  const required = added.filter(({ optional, rest }) => !optional && !rest);
  const inserted = added.filter((each) => now.indexOf(each) < now.length - added.length && (each.optional || each.rest));
  const swallowed = now.some(({ rest }) => rest);
  const nowRequired = now.filter((each, place) => !each.optional && !each.rest && isOptionalBefore(each, place, old, now));
  return found<ScriptChangeId>(
    required.length > 0 && { id: 'required-param-added', what: `needs ${quotedNames(required)} now`, whom: compile },
    required.length === 0 &&
      inserted.length > 0 && {
        id: 'param-inserted',
        what: `takes ${quotedNames(inserted)} in between`,
        whom: 'callers hand over the wrong values',
      },
    removed.length > 0 &&
      !swallowed && {
        id: 'param-removed',
        what: `no longer takes ${quotedNames(removed)}`,
        whom: `${compile}, or hand over what is ignored`,
      },
    nowRequired.length > 0 && {
      id: 'param-became-required',
      what: `needs ${quotedNames(nowRequired)}, which could be left out`,
      whom: `callers that leave it out break`,
    },
  );
}

function isOptionalBefore(each: ParameterFact, place: number, old: readonly ParameterFact[], now: readonly ParameterFact[]): boolean {
  const before = old.find(({ name }) => name === each.name) ?? (old.length === now.length ? old[place] : undefined);
  return before?.optional ?? false;
}

function retyped(
  base: ParameterFact,
  head: ParameterFact | undefined,
  pair: ScriptPair,
  inferred: Comparison['inferred'],
): readonly ScriptDifference[] {
  if (!head || base.type === undefined || head.type === undefined) return [];
  const [before, after] = [handed('base', base, pair), handed('head', head, pair)];
  const takes = isAssignable(placed('base', before, pair), placed('head', orUndefined(after, head.optional), pair), inferred);
  if (takes === true) return unasked(before, after, head, pair);
  const isNarrower = takes === false && isAssignable(placed('head', after, pair), placed('base', before, pair)) === true;
  return [
    {
      id: isNarrower ? 'param-type-narrowed' : 'param-type-changed',
      what: `takes \`${shown(head)}\` instead of \`${shown(base)}\` for \`${head.name}\``,
      whom: isNarrower ? 'callers that pass the rest no longer compile' : compile,
      ...unsure(takes, spelledOut('base', base.type, pair), spelledOut('head', head.type, pair)),
    },
  ];
}

/** Properties that a type written in place no longer has: it still takes such values, but not where they are written in the call. */
function unasked(before: ScriptType, after: ScriptType, { name }: ParameterFact, { head }: ScriptPair): readonly ScriptDifference[] {
  if (before.kind !== 'object' || after.kind !== 'object' || head.file.facts?.language === 'javascript') return [];
  if (after.members.some((each) => each.name.startsWith('['))) return [];
  const gone = before.members.filter((each) => !after.members.some((other) => other.name === each.name));
  if (gone.length === 0) return [];
  const names = quotedNames(gone);
  return [
    {
      id: 'param-type-narrowed',
      what: `no longer takes ${names} in \`${name}\``,
      whom: `callers that write ${names} there no longer compile`,
      confidence: 'medium',
    },
  ];
}

/** What callers hand over in one place. Where it may be left out only `undefined` of head's side counts. */
function handed(side: 'base' | 'head', { type, rest }: ParameterFact, pair: ScriptPair): ScriptType {
  const written = parseType(type ?? 'any', pair.names[side]);
  return rest ? elementOf(written) : written;
}

function shown({ type, rest }: ParameterFact): string {
  return `${rest ? '...' : ''}${type ?? ''}`;
}

function resultKinds(pair: ScriptPair, inferred: Comparison['inferred']): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  if (base.type === undefined || head.type === undefined) return isNowAsync(base, head) ? [nowAsync(base)] : [];
  const [before, after] = [at('base', base.type, pair), at('head', head.type, pair)];
  const gives = before.type.kind === 'name' && before.type.name === 'void' ? true : isAssignable(after, before, inferred);
  if (gives === true || isCorrected(pair)) return [];
  if (isNowAsync(base, head)) return [nowAsync(base)];
  const isWider = gives === false && isAssignable(before, after) === true;
  return [
    {
      id: isWider ? 'return-type-widened' : 'return-type-changed',
      what: `returns \`${head.type}\` instead of \`${base.type}\``,
      whom: isWider ? 'callers that hold it for what it was no longer compile' : compile,
      ...unsure(gives, spelledOut('base', base.type, pair), spelledOut('head', head.type, pair)),
    },
  ];
}

/** A comment that says by now that nothing may come back, which could come back before: no compiler had held it to the code. */
function isCorrected({ base, head }: ScriptPair): boolean {
  if (base.file.facts?.language !== 'javascript' || !base.symbol.body) return false;
  const without = (type: string): string => type.replaceAll(/\s|\|\s*(?:null|undefined)\b|\b(?:null|undefined)\s*\||[()?]/g, '');
  if (without(head.symbol.type ?? '') !== without(base.symbol.type ?? '')) return false;
  return visitsOf(base.symbol.body, 'return').some(({ node: { value } }) => !value || isNothing(value));
}

function isNothing(value: Expression): boolean {
  return value.kind === 'null' || value.kind === 'undefined';
}

/** Without a written type only the word tells, and what was there may have been a promise already. */
function isNowAsync(base: SymbolFact, head: SymbolFact): boolean {
  const isAsync = (symbol: SymbolFact): boolean => has(symbol, 'async') || /^Promise\b/.test(symbol.type ?? '');
  if (isAsync(base) || !isAsync(head) || has(base, 'abstract') || base.type === 'any' || base.type === 'unknown') return false;
  return base.type === undefined ? has(head, 'async') && base.body !== undefined : !/Promise|Awaitable|Thenable/.test(base.type);
}

function nowAsync(base: SymbolFact): ScriptDifference {
  return {
    id: 'now-asynchronous',
    what: 'is asynchronous now',
    whom: 'callers get a promise instead of the value',
    ...(base.type === undefined && { confidence: gaveValues(base) ? ('medium' as const) : ('low' as const) }),
  };
}

/** Whether all that was returned shows by itself that it was no promise. */
function gaveValues({ body }: SymbolFact): boolean {
  const returned = visitsOf(body ?? [], 'return').map(({ node }) => node.value);
  return returned.length > 0 && returned.every((value) => value !== undefined && isPlain(value));
}

const plain: ReadonlySet<Expression['kind']> = new Set([
  'string',
  'number',
  'true',
  'false',
  'regex',
  'concatenation',
  'object',
  'array',
  'function',
]);

function isPlain(value: Expression): boolean {
  if (value.kind === 'binary') return !/^(?:&&|\|\||\?\?)$/.test(value.operator) || (isPlain(value.left) && isPlain(value.right));
  if (value.kind === 'conditional') return isPlain(value.then) && isPlain(value.otherwise);
  if (value.kind === 'member') return value.name === 'length' || value.name === 'size';
  if (value.kind === 'new') return value.type !== 'Promise' && isLibraryType(value.type);
  return plain.has(value.kind) || (value.kind === 'unary' && value.operator !== 'void');
}
