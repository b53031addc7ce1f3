import type { SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { enclosing } from '../../code-in-file.ts';
import type { SymbolPair } from '../api/api-change.ts';
import { namesAt, type DeclaredType, type JavaSide } from './java-side.ts';
import { parseJavaType, type JavaType, type Names } from './java-type.ts';

export interface JavaSides {
  readonly base: JavaSide;
  readonly head: JavaSide;
}

/** A symbol at both sides with all that tells what its types mean. */
export interface JavaPair extends SymbolPair {
  readonly sides: JavaSides;
  readonly names: { readonly base: Names; readonly head: Names };
  /** The type around a member, or the type itself. */
  readonly owner: { readonly base: DeclaredType | undefined; readonly head: DeclaredType | undefined };
  /** A type around it had no type parameters and has some now: to older code all in it is raw. */
  readonly isNowGeneric: boolean;
}

export function javaPair({ base, head }: SymbolPair, sides: JavaSides): JavaPair {
  return {
    base,
    head,
    sides,
    names: { base: namesAt(base), head: namesAt(head) },
    owner: { base: sides.base.of(base), head: sides.head.of(head) },
    isNowGeneric: isNowGeneric(base, head),
  };
}

function isNowGeneric(base: SymbolAt, head: SymbolAt): boolean {
  const [before, after] = [base, head].map(({ file, symbol }) => (file.facts ? enclosing(symbol, file.facts) : []));
  return (before ?? []).some((each, level) => each.typeParameters.length === 0 && (after?.[level]?.typeParameters.length ?? 0) > 0);
}

export function typeAt(side: 'base' | 'head', text: string, { names }: JavaPair): JavaType {
  return parseJavaType(text, names[side]);
}

export function has(symbol: SymbolFact, modifier: string): boolean {
  return symbol.modifiers.includes(modifier);
}

/** A type as people write it: without packages and annotations. */
export function shown(type: string): string {
  return type
    .replace(/@[\w.]+\s*(?:\([^()]*\)\s*)?/g, '')
    .replace(/(?<![\w.])(?:[a-z_]\w*\.)+(?=[A-Z])/g, '')
    .replace(/(?<!\s)\s+(?=\[)/g, '')
    .trim();
}
