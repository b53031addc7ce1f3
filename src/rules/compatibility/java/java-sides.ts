import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { enclosing } from '../../code-in-file.ts';
import type { JavaSides } from './java-pair.ts';
import { JavaSide, type DeclaredType } from './java-side.ts';
import { isOpen } from './openness.ts';

const known = new WeakMap<CodeChange, JavaSides>();

/** The Java types of a change, read once. */
export function javaSides(change: CodeChange): JavaSides {
  const sides = known.get(change) ?? { base: new JavaSide(change, 'base'), head: new JavaSide(change, 'head') };
  known.set(change, sides);
  return sides;
}

/** Whether code outside can come to a symbol, by its own visibility and that of all around it. */
export function isReachable(at: SymbolAt, change: CodeChange): boolean {
  const { file, symbol } = at;
  const side = javaSides(change)[file.side];
  const around = file.facts ? enclosing(symbol, file.facts) : [];
  return [symbol, ...around].every((each, level) => isSeen({ file, symbol: each }, level > 0, side));
}

function isSeen(at: SymbolAt, isAround: boolean, side: JavaSide): boolean {
  const { visibility } = at.symbol;
  if (visibility === 'public') return true;
  if (visibility === 'protected') return isOpenAround(at, side);
  return visibility === 'package' && isAround && isHandedOn(at, side);
}

function isOpenAround({ file, symbol }: SymbolAt, side: JavaSide): boolean {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  const declared = owner && side.named(owner.qualifiedName);
  // Only what a sealed class permits calls its constructors, and that is not outside.
  if (symbol.kind === 'constructor' && owner?.modifiers.includes('sealed')) return false;
  return owner !== undefined && declared !== undefined && (isOpen(declared, side) || heirs(owner, side).some((each) => isOpen(each, side)));
}

/** What a type that only its package sees declares is still to be had where a public type extends it. */
function isHandedOn({ file, symbol }: SymbolAt, side: JavaSide): boolean {
  return (symbol.kind === 'class' || symbol.kind === 'interface') && publicHeirs({ file, symbol }, side).length > 0;
}

/** The types for all to see that extend one that only its package sees. */
export function publicHeirs(at: SymbolAt, side: JavaSide): readonly DeclaredType[] {
  return heirs(at.symbol, side).filter((heir) => packageOf(heir) === packageOf(at) && isWithinPublic(heir));
}

/** Only in its own package can such a type be extended. */
function packageOf({ file, symbol }: SymbolAt): string {
  const outermost = (file.facts && enclosing(symbol, file.facts).at(-1)) ?? symbol;
  return outermost.qualifiedName.slice(0, -outermost.name.length);
}

function isWithinPublic({ file, symbol }: SymbolAt): boolean {
  return file.facts !== undefined && enclosing(symbol, file.facts).every(({ visibility }) => visibility === 'public');
}

function heirs(type: SymbolFact, side: JavaSide): readonly DeclaredType[] {
  return side
    .heirsOf(type.name)
    .filter(({ file, symbol }) => symbol.visibility === 'public' && symbol !== type && file.role === 'production');
}
