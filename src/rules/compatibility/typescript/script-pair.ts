import type { SymbolFact } from '../../../code/facts.ts';
import { enclosing } from '../../code-in-file.ts';
import type { Difference, SymbolPair } from '../api/api-change.ts';
import { isAssignable } from './assignable.ts';
import type { Answer } from './comparison.ts';
import { parseType } from './parse-type.ts';
import type { Names } from './type-reader.ts';
import { namesAt, scopeAt, type Placed, type Scope } from './scope.ts';
import type { ScriptSide } from './script-side.ts';
import type { ScriptType } from './type.ts';

export interface ScriptSides {
  readonly base: ScriptSide;
  readonly head: ScriptSide;
}

/** A symbol at both sides with all that tells what its types mean. */
export interface ScriptPair extends SymbolPair {
  readonly sides: ScriptSides;
  readonly names: { readonly base: Names; readonly head: Names };
  readonly scopes: { readonly base: Scope; readonly head: Scope };
  /** What the symbol is in at head. */
  readonly owner: SymbolFact | undefined;
}

export function scriptPair({ base, head }: SymbolPair, sides: ScriptSides): ScriptPair {
  return {
    base,
    head,
    sides,
    names: { base: namesAt(base), head: namesAt(head, base) },
    scopes: { base: scopeAt(base, sides.base), head: scopeAt(head, sides.head) },
    owner: head.file.facts && enclosing(head.symbol, head.file.facts)[0],
  };
}

export function has(symbol: SymbolFact, modifier: string): boolean {
  return symbol.modifiers.includes(modifier);
}

export function at(side: 'base' | 'head', text: string, pair: ScriptPair): Placed {
  return { type: parseType(text, pair.names[side]), scope: pair.scopes[side] };
}

export function placed(side: 'base' | 'head', type: ScriptType, pair: ScriptPair): Placed {
  return { type, scope: pair.scopes[side] };
}

/** How two types are related, as seen by who is given the one in place of the other. */
export interface Relation {
  /** Whether what was given before is still taken. */
  readonly takes: Answer;
  /** Whether what is given now is what was given before. */
  readonly gives: Answer;
}

export function relationOf(base: Placed, head: Placed): Relation {
  return { takes: isAssignable(base, head), gives: isAssignable(head, base) };
}

/** A type as it is written, and what the aliases that it names stand for, as far as the change declares them. */
export function spelledOut(side: 'base' | 'head', type: string | undefined, { scopes }: ScriptPair): string | undefined {
  const { file, side: declared } = scopes[side];
  const named = (type?.match(/\b[A-Z]\w{0,80}/g) ?? []).flatMap((name) => declared.find(name, file));
  return type === undefined ? undefined : [type, ...named.flatMap(({ symbol }) => symbol.type ?? [])].join(' ');
}

/** A finding that only a compiler could confirm is less sure, and hardly worth telling where types are computed. */
export function unsure(answer: Answer, ...types: readonly (string | undefined)[]): Pick<Difference, 'confidence' | 'isUndecided'> {
  if (answer !== undefined) return {};
  return {
    isUndecided: true,
    confidence: types.some(
      (type) => type !== undefined && /[<(&]|\w\[[^\]]|\b(?:extends|keyof|typeof)\b|\b(?:Intl|NodeJS|JSX)\./.test(type),
    )
      ? 'low'
      : 'medium',
  };
}
