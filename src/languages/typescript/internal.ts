import type { SymbolFact } from '../../code/facts.ts';
import { hasTag } from './declarations/documentation.ts';

/** Why a symbol is not for others although it is visible; undefined where its documentation does not say so. */
export function internalReasonOf(symbol: SymbolFact, text: string): string | undefined {
  if (!symbol.documentation) return undefined;
  const comment = text.slice(symbol.documentation.start, symbol.documentation.end);
  if (hasTag(comment, 'public')) return undefined;
  const tag = ['internal', 'private', 'package'].find((each) => hasTag(comment, each));
  return tag && `${symbol.qualifiedName} is marked @${tag}`;
}
