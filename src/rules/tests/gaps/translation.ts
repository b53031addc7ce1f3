import { rememberedByContent } from '../../../base/remembered.ts';
import type { CodeChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';

/** Says what one side says in the words of the other. */
export type Translation = (text: string) => string;

export function unchanged(text: string): string {
  return text;
}

/** Puts new names in the places of old ones that the change renames. */
export function renamingOf(change: CodeChange): Translation {
  const renamed = change.symbols.flatMap((each) =>
    each.kind === 'paired' && each.base.symbol.name !== each.head.symbol.name
      ? [[each.base.symbol.name, each.head.symbol.name] as const]
      : [],
  );
  return renamings(renamed);
}

const renamings = rememberedByContent((names: readonly (readonly [string, string])[]) => renaming(new Map(names)));

function renaming(names: ReadonlyMap<string, string>): Translation {
  return names.size === 0 ? unchanged : (text) => text.replace(/[\w$]+/g, (word) => names.get(word) ?? word);
}

/** A function's base text with the names that its parameters have at head, and without those that it no longer takes. */
export function localRenaming(base: SymbolFact, head: SymbolFact): Translation {
  const [before, after] = [base.parameters ?? [], head.parameters ?? []].map((parameters) => parameters.map(({ name }) => name));
  if (!before || !after || before.join() === after.join()) return unchanged;
  if (before.length === after.length)
    return renaming(
      new Map(before.flatMap((name, index) => (name === after[index] || after.includes(name) ? [] : [[name, after[index] ?? name]]))),
    );
  const gone = before.filter((name) => !after.includes(name) && /^[\w$]+$/.test(name)).map((name) => name.replace(/\$/g, '\\$'));
  if (gone.length === 0) return unchanged;
  const passedOn = new RegExp(`,(?:${gone.join('|')})(?=[,)])`, 'g');
  return (text) => text.replace(passedOn, '');
}

/** Of calls of what takes more or less than before: what is done with that is the behaviour of the called. */
export function argumentsLeftOut(change: CodeChange): Translation {
  const names = change.symbols.flatMap((each) =>
    each.kind === 'paired' && each.base.symbol.parameters?.length !== each.head.symbol.parameters?.length ? [each.head.symbol.name] : [],
  );
  return withoutArgumentsOf([...new Set(names)].filter((name) => /^\w+$/.test(name)));
}

/** Of calls of what has another owner now: `Prices.tax(n)` is `tax(n)`. */
export function ownersLeftOut(change: CodeChange): Translation {
  const names = change.symbols.flatMap((each) => {
    if (each.kind !== 'paired' || each.head.symbol.kind !== 'method' || !/^\w+$/.test(each.head.symbol.name)) return [];
    return ownerOf(each.base.symbol) === ownerOf(each.head.symbol) ? [] : [each.head.symbol.name];
  });
  return withoutOwnersOf([...new Set(names)]);
}

/** What a symbol is declared in, as its qualified name begins. */
export function ownerOf({ name, qualifiedName }: SymbolFact): string {
  return qualifiedName.slice(0, -name.length);
}

const withoutOwnersOf = rememberedByContent((names: readonly string[]): Translation => {
  if (names.length === 0) return unchanged;
  const calls = new RegExp(`(?<![\\w$.])[A-Z]\\w*\\.(?=(?:${names.join('|')})\\()`, 'g');
  return (text) => text.replace(calls, '');
});

const withoutArgumentsOf = rememberedByContent((names: readonly string[]): Translation => {
  if (names.length === 0) return unchanged;
  const calls = new RegExp(`(?<![\\w$])(${names.join('|')})\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)`, 'g');
  return (text) => text.replace(calls, '$1()');
});
