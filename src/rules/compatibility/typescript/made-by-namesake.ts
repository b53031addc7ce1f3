import type { SymbolAt } from '../../../code/code-change.ts';

/**
 * An interface with a value of the same name that makes it, as in `interface Cart` and `const Cart: Constructor<Cart>`:
 * a class in two parts, which nobody else implements.
 */
export function isMadeByNamesake({ file, symbol }: SymbolAt): boolean {
  if (symbol.kind !== 'interface' || !file.facts) return false;
  return file.facts.symbols.some(
    ({ kind, name, parent, type }) =>
      name === symbol.name &&
      parent === symbol.parent &&
      (kind === 'class' || ((kind === 'variable' || kind === 'function') && type !== undefined && mentions(type, name))),
  );
}

function mentions(type: string, name: string): boolean {
  return (type.slice(0, 5000).match(/[\w$]+/g) ?? []).some((word) => word === name || word === `${name}Constructor`);
}
