import type { SymbolAt } from '../../../code/code-change.ts';
import { namesAt, type JavaSide } from './java-side.ts';
import { parseJavaType } from './java-type.ts';

/** Whether a member takes or gives a type that the change declares and only its package sees: hardly anybody outside can do anything with it. */
export function hasHiddenSignature(at: SymbolAt, side: JavaSide): boolean {
  const { type, parameters = [] } = at.symbol;
  const names = namesAt(at);
  return [type, ...parameters.map((each) => each.type)].some((written) => {
    const declared = written === undefined ? undefined : side.find(parseJavaType(written, names));
    return declared !== undefined && /^(?:package|private)$/.test(declared.symbol.visibility);
  });
}
