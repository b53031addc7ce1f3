import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { unchanged, type Translation } from './translation.ts';

/** Puts the owners before what is imported from them by its own name: `max(a, b)` is `Math.max(a, b)`. */
export const withOwners = remembered(({ facts }: SourceFile): Translation => {
  if (facts?.language !== 'java') return unchanged;
  const owners = new Map(
    facts.imports.flatMap(({ source, local, name }) => {
      const owner = source.slice(source.lastIndexOf('.') + 1);
      return /^[A-Z]/.test(owner) && name !== '*' && /^(?:[a-z]|[A-Z][A-Z\d_]+$)/.test(local) ? [[local, owner] as const] : [];
    }),
  );
  if (owners.size === 0) return unchanged;
  return (text) =>
    text.replace(/(?<![\w$."])([A-Za-z_]\w*)(?=(\(?))/g, (name, _, opened: string) => {
      const owner = (opened === '(') === /^[a-z]/.test(name) ? owners.get(name) : undefined;
      return owner === undefined ? name : `${owner}.${name}`;
    });
});
