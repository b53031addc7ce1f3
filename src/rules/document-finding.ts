import { shownRange, type DocumentNode } from '../code/document-node.ts';
import type { FindingDraft } from '../finding/draft.ts';

/** A finding on a piece of a document: shown at its name, or at a scalar itself. */
export function findingAt(
  node: DocumentNode,
  { category, ...draft }: Omit<FindingDraft, 'place' | 'properties'> & { readonly category: string },
): FindingDraft {
  return { ...draft, place: { file: node.file, range: shownRange(node) }, properties: { category } };
}
