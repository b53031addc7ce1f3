import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { enclosing } from '../../code-in-file.ts';
import { parseType } from './parse-type.ts';
import type { Names } from './type-reader.ts';
import type { ScriptSide } from './script-side.ts';
import { anyType, named, type ScriptType, type Signature, type TypeMember } from './type.ts';

/** Where the names in a type are looked up. */
export interface Scope {
  readonly side: ScriptSide;
  readonly file: SourceFile;
  /** What bounds the type variables, by key. */
  readonly constraints: ReadonlyMap<string, ScriptType>;
}

/** A type where it stands. */
export interface Placed {
  readonly type: ScriptType;
  readonly scope: Scope;
}

/**
 * Type variables of a symbol and of what is around it are called by level and place: the same at both sides.
 * @param older the other side: a variable of a type that it lacks is what it stands for where it is left out
 */
export function namesAt(at: SymbolAt, older?: SymbolAt): Names {
  const counts = older && levelsOf(older).map(({ typeParameters }) => typeParameters.length);
  const types = new Map<string, ScriptType>();
  const names: Names = (name) => types.get(name);
  for (const { name, key, fallback, level, place, isOfType } of variablesAt(at)) {
    const isNew = counts !== undefined && isOfType && place >= (counts[level] ?? 0);
    types.set(name, isNew && fallback !== undefined ? parseType(fallback, names) : { kind: 'variable', key });
  }
  return names;
}

interface Variable {
  readonly name: string;
  readonly key: string;
  readonly bound: string | undefined;
  readonly fallback: string | undefined;
  readonly level: number;
  readonly place: number;
  readonly isOfType: boolean;
}

function variablesAt(at: SymbolAt): readonly Variable[] {
  return levelsOf(at).flatMap(({ typeParameters, parameters }, level) =>
    typeParameters.map(({ name, bound, default: fallback }, place) => {
      const key = `@${String(level)}.${String(place)}`;
      return { name, bound, fallback, level, place, key, isOfType: parameters === undefined };
    }),
  );
}

/** What is around a symbol, outermost first, and itself. A namespace has no type variables: with or without it they are the same. */
function levelsOf({ file, symbol }: SymbolAt): readonly SymbolFact[] {
  const around = file.facts ? [...enclosing(symbol, file.facts)].reverse() : [];
  return [...around.filter(({ kind }) => kind !== 'namespace'), symbol];
}

/** The keys of a symbol’s own type variables. */
export function ownVariables(at: SymbolAt): readonly string[] {
  const level = levelsOf(at).length - 1;
  return at.symbol.typeParameters.map((_, place) => `@${String(level)}.${String(place)}`);
}

export function scopeAt(at: SymbolAt, side: ScriptSide): Scope {
  const names = namesAt(at);
  const constraints = new Map<string, ScriptType>();
  for (const { key, bound } of variablesAt(at)) if (bound !== undefined) constraints.set(key, parseType(bound, names));
  return { side, file: at.file, constraints };
}

/** What is called, by the types as written; `any` where nothing is. */
export function signatureOf(symbol: SymbolFact, names: Names): Signature {
  const result = symbol.type === undefined ? anyType : parseType(symbol.type, names);
  const isPromised = symbol.modifiers.includes('async') && symbol.type === undefined;
  return {
    variables: [],
    parameters: (symbol.parameters ?? []).map(({ name, type, optional, rest }) => ({
      name,
      type: type === undefined ? anyType : parseType(type, names),
      isOptional: optional,
      isRest: rest,
    })),
    result: isPromised ? named('Promise', anyType) : result,
  };
}

/** A member of a class, interface or type as others see it. */
export function memberOf(symbol: SymbolFact, names: Names): TypeMember {
  const has = (modifier: string): boolean => symbol.modifiers.includes(modifier);
  const isAccessor = has('getter') || has('setter');
  const isMethod = symbol.parameters !== undefined && !isAccessor;
  const given = has('setter') && !has('getter') ? symbol.parameters?.[0]?.type : symbol.type;
  const type: ScriptType = isMethod
    ? { kind: 'function', signature: signatureOf(symbol, names), isConstructor: symbol.name === 'new' }
    : given === undefined
      ? anyType
      : parseType(given, names);
  return { name: symbol.name, type, isOptional: has('optional'), isReadonly: has('readonly'), isMethod };
}
