import type { SourceFile, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import type { ChangedFunction } from './changed-function.ts';
import type { LinkedTest } from './tests-of-file.ts';

/**
 * Whether two things that were equal differ now by what they had before: `equals` looks at a field that it did not look at.
 * A new field belongs to what is done with it.
 */
export function comparesMore(change: SymbolChange): boolean {
  return change.kind === 'paired' && change.bodyChanged && newlyCompared(change.base, change.head).length > 0;
}

/** Whether an older test of equality names what is compared now. */
export function isComparedByTests({ at, base }: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  if (!base || at.symbol.name !== 'equals') return false;
  const fields = newlyCompared(base, at).map((name) => name.toLowerCase());
  const about = linked.flatMap(({ test }) => (isAboutEquality(test.text) ? [test.text.toLowerCase()] : []));
  // Where all name it, it is what they begin with.
  return fields.length > 0 && fields.every((field) => isNamedBySome(field, about));
}

function isNamedBySome(field: string, texts: readonly string[]): boolean {
  const naming = texts.filter((text) => text.includes(field)).length;
  return naming > 0 && naming < Math.max(3, texts.length);
}

function isAboutEquality(text: string): boolean {
  return /[Ee]qual/.test(text.slice(0, text.indexOf('{'))) || /\b(?:assertNotEquals|isNotEqualTo|notEqualTo|EqualsVerifier)\b/.test(text);
}

function newlyCompared(base: SymbolAt, head: SymbolAt): readonly string[] {
  if (head.symbol.name !== 'equals') return [];
  const before = namesIn(base.symbol);
  const fields = new Set(fieldsBeside(base.symbol, base.file));
  return [...namesIn(head.symbol)].filter((name) => !before.has(name) && fields.has(name));
}

function namesIn(symbol: SymbolFact): ReadonlySet<string> {
  return new Set(visitsOf(codeOf(symbol), 'name', 'member').map(({ node }) => node.name));
}

function fieldsBeside({ parent }: SymbolFact, { facts }: SourceFile): readonly string[] {
  return (facts?.symbols ?? []).flatMap((each) => (each.kind === 'field' && each.parent === parent ? [each.name] : []));
}
