import { remembered } from '../../../base/remembered.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { symbolsQualified } from '../../../code/indexed-facts.ts';
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
  const symbol = placeOf(added)?.next;
  const before = symbol && symbolsQualified(base.facts, symbol.qualifiedName).find((each) => each.kind === symbol.kind);
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

/** The number of a member; undefined for all other values. */
function numberOf(member: SymbolAt): number | undefined {
  return placeOf(member)?.number;
}

/** A member among the others of its enum. */
interface EnumPlace {
  /** As written, or one more than that of the one before it. */
  readonly number: number | undefined;
  next?: SymbolFact;
}

function placeOf({ file, symbol }: SymbolAt): EnumPlace | undefined {
  return file.facts && enumPlaces(file.facts).get(symbol);
}

/** All enums of a file are gone through once: some have thousands of members. */
const enumPlaces = remembered(({ symbols }: FileFacts): ReadonlyMap<SymbolFact, EnumPlace> => {
  const places = new Map<SymbolFact, EnumPlace>();
  const last = new Map<number | undefined, EnumPlace>();
  for (const symbol of symbols) {
    if (symbol.kind !== 'enum-constant') continue;
    const before = last.get(symbol.parent);
    if (before) before.next = symbol;
    const place: EnumPlace = { number: symbol.value ? writtenNumber(symbol.value) : before ? following(before) : 0 };
    places.set(symbol, place);
    last.set(symbol.parent, place);
  }
  return places;
});

function writtenNumber(value: Expression): number | undefined {
  return value.kind === 'number' && /^\d+$/.test(value.text) ? Number(value.text) : undefined;
}

function following({ number }: EnumPlace): number | undefined {
  return number === undefined ? undefined : number + 1;
}
