import { shortened } from '../../../base/shortened.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { found } from '../api/api-change.ts';
import { isConstructible } from '../api/contract.ts';
import { declaredShape, shapeOf, type Shape } from './expand.ts';
import { isAssignable } from './assignable.ts';
import type { ScriptChangeId, ScriptDifference } from './kinds.ts';
import { parseType } from './parse-type.ts';
import { at, has, relationOf, unsure, type ScriptPair } from './script-pair.ts';
import type { Answer } from './comparison.ts';
import { isOnlyGiven } from './type-roles.ts';
import { usesOf } from './type-uses.ts';
import { keyOf, orUndefined, type ScriptType } from './type.ts';

const swappable = /^(?:interface|type-alias)$/;

/** What became of a type as a whole; its own members are told one by one. */
export function typeKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const { base, head } = pair;
  const [before, after] = [base.symbol, head.symbol];
  const isSwapped = before.kind !== after.kind;
  if (isSwapped && !(swappable.test(before.kind) && swappable.test(after.kind))) return kindChanged(before, after);
  return [
    ...found<ScriptChangeId>(
      before.kind === 'class' &&
        !has(before, 'abstract') &&
        has(after, 'abstract') &&
        isConstructible(before, base.file) && {
          id: 'class-became-abstract',
          what: 'is abstract now',
          whom: 'code that creates it no longer compiles',
        },
      before.kind === 'enum' &&
        !has(before, 'const') &&
        has(after, 'const') && {
          id: 'enum-became-const',
          what: 'is a `const enum` now',
          whom: 'there is nothing of it when the program runs, and compilers that look at one file at a time refuse it',
        },
      superclassGone(pair),
    ),
    ...ofAllKinds(pair),
  ];
}

/** Code that asks with `instanceof`, or hands it to where the superclass is wanted, relies on it. */
function superclassGone(pair: ScriptPair): ScriptDifference | undefined {
  const [before, after] = [superclassOf(pair.base.symbol), superclassOf(pair.head.symbol)];
  if (before === undefined || before === after || pair.base.symbol.kind !== 'class') return undefined;
  const chain = after === undefined ? [] : chainOf(after, pair);
  if (chain === undefined || chain.includes(before)) return undefined;
  return {
    id: 'supertype-removed',
    what: `no longer extends \`${before}\``,
    whom: 'code that takes it for one breaks',
    confidence: 'medium',
  };
}

/** Only what has a name of its own, without arguments; a call that makes a class is nothing that others could ask for. */
function superclassOf({ supertypes }: SymbolFact): string | undefined {
  const written = supertypes.find(({ relation }) => relation === 'extends')?.type;
  return written === undefined ? undefined : /^[\w$.]+(?=$|<)/.exec(written)?.[0];
}

/** The superclass and all above it at head; undefined where the way leads out of the change. */
function chainOf(name: string, { head, sides }: ScriptPair): readonly string[] | undefined {
  const chain = [name];
  for (let at: string | undefined = name, step = 0; at !== undefined && step < 20; step++) {
    const declared = sides.head.find(at, head.file);
    const [first] = declared;
    if (!first) return undefined;
    at = superclassOf(first.symbol);
    if (at !== undefined) chain.push(at);
  }
  return chain;
}

/** An interface that is a class now can be used as before, and so can a class that was only ever a type. */
function kindChanged(before: SymbolFact, after: SymbolFact): readonly ScriptDifference[] {
  if (after.kind === 'class' && swappable.test(before.kind)) return [];
  const words = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind.replace('-', ' ')}`;
  return [{ id: 'kind-changed', what: `is ${words(after.kind)} instead of ${words(before.kind)}`, whom: 'code that uses it may break' }];
}

/** Member by member where both have members that are known, otherwise as a whole. */
function ofAllKinds(pair: ScriptPair): readonly ScriptDifference[] {
  if (isShaped(pair)) return inheritedKinds(pair);
  const isKnown = (['base', 'head'] as const).every((side) => wholeShape(side, pair)?.isComplete);
  const byMember = isKnown ? inheritedKinds(pair) : [];
  return byMember.length > 0 ? byMember : aliasKinds(pair);
}

function isShaped({ base, head }: ScriptPair): boolean {
  return [base.symbol, head.symbol].every(
    ({ kind, type }) =>
      kind === 'interface' ||
      kind === 'class' ||
      (type?.startsWith('{') === true && !/^\{\s*(?:[+-]?readonly\s*)?\[\s*[\w$]+\s+in\s/.test(type)) ||
      /&\s*\{|\}\s*&/.test(type ?? ''),
  );
}

/** What a type has from above: gained duties and lost members that it does not declare itself. */
function inheritedKinds(pair: ScriptPair): readonly ScriptDifference[] {
  if (heritageOf(pair.base.symbol) === heritageOf(pair.head.symbol)) return [];
  const [old, now] = [wholeShape('base', pair), wholeShape('head', pair)];
  if (!old || !now) return [];
  const own = (side: 'base' | 'head'): ReadonlySet<string> => new Set(pair.sides[side].of(pair[side])?.members.map(({ name }) => name));
  const [before, after] = [own('base'), own('head')];
  const isOpen = pair.head.symbol.kind !== 'class';
  const duties = now.members.filter(
    ({ name, isOptional }) => !isOptional && !after.has(name) && !old.members.some((each) => each.name === name),
  );
  const lost = old.members.filter(({ name }) => !before.has(name) && !now.members.some((each) => each.name === name));
  const isOne = ({ name }: { readonly name: string }): boolean =>
    [old, now].every(({ members }) => members.filter((each) => each.name === name).length === 1);
  const clashing = now.members.flatMap((each) => (after.has(each.name) || !isOne(each) ? [] : retypedAbove(each, old, now)));
  return found<ScriptChangeId>(
    isOpen &&
      !isOnlyGiven(pair.head.symbol.name, pair.sides.head) &&
      old.isComplete &&
      duties.length > 0 && {
        id: 'required-property-added',
        what: `asks for ${duties.map(({ name }) => `\`${name}\``).join(', ')} now`,
        whom: 'code outside that makes or implements one no longer compiles',
      },
    now.isComplete &&
      lost.length > 0 && {
        id: 'inherited-property-removed',
        what: `no longer has ${lost.map(({ name }) => `\`${name}\``).join(', ')}`,
        whom: 'code that uses it no longer compiles',
      },
    clashing.length > 0 && {
      id: 'property-type-changed',
      what: `has ${clashing.map((name) => `\`${name}\``).join(', ')} of another type`,
      whom: 'code that reads or sets it no longer compiles',
      confidence: 'medium',
    },
  );
}

/** Where it inherits from the same types what differs in them is told there. */
function heritageOf({ kind, supertypes, type }: SymbolFact): string {
  return kind === 'type-alias' ? `= ${type ?? ''}` : supertypes.map((each) => each.type).join();
}

function retypedAbove(each: Shape['members'][number], old: Shape, now: Shape): readonly string[] {
  const before = old.members.find(({ name }) => name === each.name);
  if (!before || (keyOf(before.type) === keyOf(each.type) && before.isOptional === each.isOptional)) return [];
  const gives = isAssignable(
    { type: orUndefined(each.type, each.isOptional), scope: now.scope },
    { type: orUndefined(before.type, before.isOptional), scope: old.scope },
  );
  return gives === false ? [each.name] : [];
}

function wholeShape(side: 'base' | 'head', pair: ScriptPair): Shape | undefined {
  const { symbol } = pair[side];
  const scope = pair.scopes[side];
  const declared = pair.sides[side].of(pair[side]);
  if (!declared) return undefined;
  return symbol.kind === 'type-alias'
    ? shapeOf({ type: parseType(symbol.type ?? 'any', pair.names[side]), scope })
    : declaredShape([declared], [], scope, 0, pair.names[side]);
}

/** A type that only has another name for another type. */
function aliasKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  if (base.kind === 'enum' || base.type === undefined || head.type === undefined) return [];
  const [before, after] = [at('base', base.type, pair), at('head', head.type, pair)];
  if (keyOf(before.type) === keyOf(after.type)) return [];
  const { takes, gives } = relationOf(before, after);
  if (takes === true && gives === true) return [];
  const what = (word: string): string =>
    `stands for ${word} than before: \`${shortened(head.type ?? '', 120)}\` instead of \`${shortened(base.type ?? '', 120)}\``;
  if (takes === true) return widened(what('more'), after.type, gives, pair);
  // A function that does more harms nobody who is given it; of values, those that no longer come may be asked for.
  if (gives === true && isCalled(after.type) && isOnlyHandedOut(pair)) return [];
  return [
    {
      id: gives === true ? 'type-alias-narrowed' : 'type-alias-changed',
      what: what(gives === true ? 'less' : 'something else'),
      whom: 'code that uses it no longer compiles',
      ...(takes === false && gives === true
        ? { confidence: 'medium' as const }
        : takes === false && gives === false
          ? {}
          : unsure(undefined, base.type, head.type)),
    },
  ];
}

function isCalled(type: ScriptType): boolean {
  return type.kind === 'function' || (type.kind === 'intersection' && type.types.every(isCalled));
}

function isOnlyHandedOut({ head, sides }: ScriptPair): boolean {
  const { isGiven, isTaken } = usesOf(head.symbol.name, sides.head);
  return isGiven && !isTaken;
}

/** More than before harms who is given it, not who gives it: where it is used in the change tells which. */
function widened(what: string, after: ScriptType, gives: Answer, pair: ScriptPair): readonly ScriptDifference[] {
  const { isGiven, isTaken } = usesOf(pair.head.symbol.name, pair.sides.head);
  if (isTaken && !isGiven) return [];
  const whom = 'code that handles every case no longer does';
  // Nothing checks what is handed to a function that a comment describes.
  if (isCalled(after) && pair.head.file.facts?.language === 'javascript') return [];
  if (gives === undefined) return [{ id: 'type-alias-widened', what, whom, confidence: 'low', isUndecided: true }];
  return [{ id: 'type-alias-widened', what, whom, confidence: 'medium', ...(!isGiven && { impact: 'risky' as const }) }];
}
