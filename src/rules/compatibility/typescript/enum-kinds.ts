import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { canonical } from '../../../code/canonical.ts';
import type { SymbolPair } from '../api/api-change.ts';
import type { ScriptDifference } from './kinds.ts';
import type { ScriptPair } from './script-pair.ts';

/** A value of an enum is written into compiled code, stored and sent. */
export function enumValueKinds({ base, head }: ScriptPair): readonly ScriptDifference[] {
  const [old, now] = [base.symbol.value, head.symbol.value];
  if (old?.kind === 'array' || now?.kind === 'array') return [];
  const [before, after] = [old && canonical(old), now && canonical(now)];
  return before === after || isSameNumber(base, head) ? [] : [renumbered(before ?? 'numbered', after ?? 'numbered')];
}

/** What the members behind a new one are: the first that has another number now, which all that follow have, too. */
export function movedOn(added: SymbolAt, base: SourceFile): Moved | undefined {
  const members = membersOf(added);
  const symbol = members[members.indexOf(added.symbol) + 1];
  const before = symbol && base.facts?.symbols.find((each) => each.kind === symbol.kind && each.qualifiedName === symbol.qualifiedName);
  if (!before || symbol.value || before.value) return undefined;
  const at = { base: { file: base, symbol: before }, head: { file: added.file, symbol } };
  const [was, is] = [numberOf(at.base), numberOf(at.head)];
  if (was === undefined || is === undefined || was === is) return undefined;
  const owner = symbol.parent === undefined ? undefined : added.file.facts?.symbols[symbol.parent];
  // Only of a `const enum` the numbers are in the code of consumers.
  const impact = owner?.modifiers.includes('const') ? {} : { impact: 'risky' as const };
  return { ...at, difference: { ...renumbered(String(was), String(is)), ...impact, confidence: 'medium' } };
}

interface Moved extends SymbolPair {
  readonly difference: ScriptDifference;
}

function renumbered(before: string, after: string): ScriptDifference {
  return {
    id: 'enum-member-value-changed',
    what: `is ${after} instead of ${before}`,
    whom: 'what was compiled, stored or sent with the old value no longer fits',
  };
}

/** Written out now, and the number that it had without that, or the other way round. */
function isSameNumber(base: SymbolAt, head: SymbolAt): boolean {
  const [was, is] = [numberOf(base), numberOf(head)];
  return was !== undefined && was === is;
}

/** The number of a member: as written, or one more than that of the one before it; undefined for all other values. */
function numberOf({ file, symbol }: SymbolAt): number | undefined {
  const members = membersOf({ file, symbol });
  let count = 0;
  for (let place = members.indexOf(symbol); place >= 0; place--) {
    const value = members[place]?.value;
    if (!value) count++;
    else return value.kind === 'number' && /^\d+$/.test(value.text) ? Number(value.text) + count : undefined;
  }
  return count - 1;
}

function membersOf({ file, symbol }: SymbolAt): readonly SymbolFact[] {
  return (file.facts?.symbols ?? []).filter(({ parent, kind }) => parent === symbol.parent && kind === 'enum-constant');
}
