import type { CodeChange } from '../../../code/code-change.ts';
import { lowerCased } from './novelty.ts';
import type { Reach } from './reach.ts';
import type { TestCase } from './test-index.ts';

/**
 * Names that this change brings into the world and that older tests already say: those tests were written for it.
 * A function counts where a test calls it, anything else where its name can hardly be another's.
 */
export function namesKnownToOldTests(change: CodeChange, tests: readonly TestCase[], reach: Reach): ReadonlySet<string> {
  const old = tests.filter(({ touched }) => !touched);
  if (old.length === 0) return new Set();
  const base = change.files.flatMap(({ base: file }) => (file?.role === 'production' ? [lowerCased(file)] : []));
  const known = new Set<string>();
  for (const each of change.symbols) {
    if (each.kind !== 'added' || each.head.file.role !== 'production' || each.head.symbol.visibility === 'private') continue;
    const { name, kind, modifiers } = each.head.symbol;
    if (known.has(name) || name.length < 4 || modifiers.includes('implicit') || base.some((text) => text.includes(name.toLowerCase())))
      continue;
    const isFunction = kind === 'function' || kind === 'method' || kind === 'constructor';
    const isKnown = isFunction
      ? reach.linkedTo(each.head).some(({ link, test }) => link === 'call' && !test.touched)
      : /[a-z][A-Z]|_|^.{9,}$/.test(name) && old.some(({ names }) => names.has(name));
    if (isKnown) known.add(name);
  }
  return known;
}
