import { rememberedByName } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import { lowerCased } from './novelty.ts';
import type { Reach } from './reach.ts';
import type { TestCase } from './test-index.ts';

/**
 * Whether older tests already say a name that this change brings into the world: those tests were written for it.
 * A function counts where a test calls it, anything else where its name can hardly be another's.
 */
export function isKnownToOldTests(change: CodeChange, tests: readonly TestCase[], reach: Reach): boolean {
  const old = tests.filter(({ touched }) => !touched);
  if (old.length === 0) return false;
  const base = change.files.flatMap(({ base: file }) => (file?.role === 'production' ? [file] : []));
  const isAtBase = (name: string): boolean => base.some((file) => isSaidIn(file, name));
  return change.symbols.some((each) => {
    if (each.kind !== 'added' || each.head.file.role !== 'production' || each.head.symbol.visibility === 'private') return false;
    const { name, kind, modifiers } = each.head.symbol;
    if (name.length < 4 || modifiers.includes('implicit')) return false;
    const isFunction = kind === 'function' || kind === 'method' || kind === 'constructor';
    const isKnown = isFunction
      ? reach.linkedTo(each.head).some(({ link, test }) => link === 'call' && !test.touched)
      : /[a-z][A-Z]|_|^.{9,}$/.test(name) && old.some(({ names }) => names.has(name));
    return isKnown && !isAtBase(name);
  });
}

const isSaidIn = rememberedByName((file: SourceFile, name) => lowerCased(file).includes(name.toLowerCase()));
