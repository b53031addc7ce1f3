import type { SymbolAt } from '../../../code/code-change.ts';
import { atomsOf, type Atom } from './atoms.ts';

/** A way out more that gives a literal which was given before: what it is asked by stands beside it, if anything new is asked. */
export function withoutRepeated(added: readonly Atom[], gone: readonly Atom[], base: SymbolAt): readonly Atom[] {
  if (gone.some(({ kind }) => kind !== 'throws')) return added;
  const before = new Set(atomsOf(base).flatMap(({ kind, key }) => (kind === 'value' ? [key] : [])));
  const isRepeated = ({ kind, key }: Atom): boolean => kind === 'value' && literal.test(key) && before.has(key);
  return added.every(isRepeated) ? [] : added;
}

const literal = /^(?:-?\d[\w.]*|true|false|null|"[^"]*")$/;
