import type { SymbolFact } from '../../../code/facts.ts';
import type { DeclaredType, JavaSide } from './java-side.ts';
import { parseJavaType, type Names } from './java-type.ts';

const noNames: Names = { variable: () => undefined, qualifier: () => '' };
const deepest = 10;

/** Whether code outside may write a whole class of a type, itself or, where it is sealed, through one that it permits. */
export function isOpen(type: DeclaredType, side: JavaSide): boolean {
  return !hasHiddenAbstract(type) && isExtensible(type, side);
}

/** Whether code outside may extend or implement a type, and be it by a class that stays abstract. */
export function isExtensible(type: DeclaredType, side: JavaSide, depth = 0): boolean {
  const { symbol } = type;
  if (symbol.kind !== 'interface' && symbol.kind !== 'class') return false;
  if (symbol.modifiers.includes('final')) return false;
  // What a sealed class permits stands beside it, and calls constructors that others do not see.
  if (!symbol.modifiers.includes('sealed')) return symbol.kind === 'interface' || hasConstructor(type, ['public', 'protected']);
  return (
    depth < deepest &&
    (hasUnknownHeirs(type, side) || permitted(type, side).some((each) => mayBeExtended(each) && isExtensible(each, side, depth + 1)))
  );
}

/** An abstract method that only its package can see cannot be written outside: no class there is ever complete. */
export function hasHiddenAbstract({ members }: DeclaredType): boolean {
  return members.some(({ kind, visibility, modifiers }) => kind === 'method' && visibility === 'package' && modifiers.includes('abstract'));
}

/** Whether it permits types that the change does not hold: they may be open. */
function hasUnknownHeirs({ symbol }: DeclaredType, side: JavaSide): boolean {
  return symbol.permits?.some((each) => !side.find(parseJavaType(each, noNames))) ?? false;
}

function permitted(type: DeclaredType, side: JavaSide): readonly DeclaredType[] {
  const named = type.symbol.permits?.flatMap((each) => side.find(parseJavaType(each, noNames)) ?? []);
  if (named && named.length > 0) return named;
  return side.all.filter(
    ({ file, symbol }) =>
      file.path === type.file.path && symbol.supertypes.some((each) => parseJavaType(each.type, noNames).name === type.symbol.name),
  );
}

/** Code outside extends what it sees; what is sealed itself only stands between. */
function mayBeExtended({ symbol }: DeclaredType): boolean {
  return symbol.visibility === 'public' || symbol.visibility === 'protected' || symbol.modifiers.includes('sealed');
}

export function hasConstructor({ members }: DeclaredType, visibilities: readonly SymbolFact['visibility'][]): boolean {
  const constructors = members.filter(({ kind }) => kind === 'constructor');
  return constructors.length === 0 || constructors.some(({ visibility }) => visibilities.includes(visibility));
}

/** Whether code outside may make an object of a class. */
export function isConstructible(type: DeclaredType): boolean {
  return type.symbol.kind === 'class' && !type.symbol.modifiers.includes('abstract') && hasConstructor(type, ['public']);
}

/** Whether code outside may override a method. */
export function isOverridable(method: SymbolFact, owner: DeclaredType | undefined, side: JavaSide): boolean {
  if (method.kind !== 'method' || owner?.symbol.kind === 'annotation') return false;
  return !method.modifiers.includes('static') && !method.modifiers.includes('final') && owner !== undefined && isOpen(owner, side);
}
