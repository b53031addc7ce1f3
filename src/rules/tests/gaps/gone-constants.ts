import { groupBy } from '../../../base/group-by.ts';
import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import { atomsOf, type Atom } from './atoms.ts';

/** The names of the constants that are gone, by what they held. */
export function goneConstants({ symbols }: CodeChange): ReadonlyMap<string, readonly string[]> {
  const gone = symbols.flatMap((each) =>
    each.kind === 'removed' && /^(?:field|variable)$/.test(each.base.symbol.kind) ? [each.base] : [],
  );
  const held = gone.flatMap((at) => atomsOf(at).map(({ key }) => ({ key, name: at.symbol.name })));
  return new Map([...groupBy(held, ({ key }) => key)].map(([key, all]) => [key, all.map(({ name }) => name)]));
}

/** Whether a function says what a constant held by whose name it said it. */
export function isHeldByGone({ kind, key }: Atom, constants: ReadonlyMap<string, readonly string[]>, base: SymbolAt): boolean {
  const names = kind === 'value' ? constants.get(key) : undefined;
  return names !== undefined && visitsOf(codeOf(base.symbol), 'name', 'member').some(({ node }) => names.includes(node.name));
}
