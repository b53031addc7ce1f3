import { remembered } from '../../../base/remembered.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { Obligation, ObligationKind } from './obligation.ts';

/** What is lost where a behaviour of a kind is wrong and nobody sees it. */
const weights: Partial<Record<ObligationKind, number>> = {
  auth: 8,
  throws: 5,
  'new-api': 5,
  'new-branch': 4,
  'changed-behaviour': 4,
  'null-empty': 3,
  'enum-case': 3,
  boundary: 2,
};

const dear = /secur|auth|token|password|crypt|payment|price|invoice|money|balance|account|billing/i;

/** Asked for each case of a function, and again at every save. */
const isDear = remembered(({ qualifiedName }: SymbolFact, { path }: SourceFile): boolean => dear.test(qualifiedName) || dear.test(path));

/** How much there is to lose with a function, for ordering: the worst of what is new, how much of it there is, and who depends on it. */
export function riskOf({ file, symbol }: SymbolAt, obligations: readonly Obligation[]): number {
  const missing = obligations.filter(({ shown }) => shown !== 'shown');
  const worst = Math.max(0, ...missing.map(({ kind }) => weights[kind] ?? 1));
  const exposed = symbol.visibility === 'private' ? 1 : 1.5;
  return worst * exposed * (isDear(symbol, file) ? 1.5 : 1) * (1 + Math.min(missing.length, 10) / 10);
}
