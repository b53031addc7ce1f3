import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { foldedText } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { reference } from '../code-in-file.ts';

/** A finding at a piece of code, known again by its text. */
export function findingAt(file: SourceFile, symbol: SymbolFact, range: TextRange, message: string, category?: string): FindingDraft {
  const text = foldedText(file.text, range);
  return {
    message,
    place: { file, range },
    subject: `${symbol.qualifiedName} ${text}`,
    content: text,
    symbol: reference(symbol),
    ...(category !== undefined && { properties: { category } }),
  };
}
