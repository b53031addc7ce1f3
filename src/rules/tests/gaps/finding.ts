import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { enclosing, reference } from '../../code-in-file.ts';
import { skeletonFixes } from '../skeleton/skeleton-fix.ts';
import type { FunctionUnderTest, Obligation } from './obligation.ts';

/** What every finding about a function under test says about it. @param change where a new test file is to be offered, too */
export function gapFinding(found: FunctionUnderTest, change?: CodeChange): Omit<FindingDraft, 'message'> {
  const { at, gap = 'untested', confidence, obligations, fingerprint } = found;
  const fixes = skeletonFixes(found, change);
  const types = (at.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',');
  const missing = obligations.filter(({ shown }) => shown !== 'shown');
  return {
    subject: `${at.symbol.qualifiedName}(${types}) ${gap} ${fingerprint}`,
    symbol: reference(at.symbol),
    confidence,
    ...(fixes.length > 0 && { fixes }),
    properties: { gap, obligations: missing.map(({ kind, text }) => ({ kind, text })) },
  };
}

/** `Cart.total` for a method, `total` for a function. */
export function shortName({ file, symbol }: SymbolAt): string {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  return owner && owner.name !== symbol.name ? `${owner.name}.${symbol.name}` : symbol.name;
}

/** The first of several, and how many more there are. */
export function listed(items: readonly string[]): string {
  const different = [...new Set(items)];
  const rest = different.length - 3;
  return `${different.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What is said in the sentence: a changed value says little beside a new condition. */
export function mainObligations({ obligations }: FunctionUnderTest): readonly Obligation[] {
  const values = obligations.filter(({ kind }) => kind === 'changed-behaviour');
  const others = obligations.filter(({ kind }) => kind !== 'changed-behaviour');
  return [
    ...others.filter(({ kind }) => kind !== 'throws'),
    ...(others.length === 0 ? values.slice(0, 1) : []),
    ...others.filter(({ kind }) => kind === 'throws'),
  ];
}
