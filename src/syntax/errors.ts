import type { TextRange } from '../base/text-range.ts';
import type { SyntaxTree } from './tree.ts';

/** Where the parser could not make sense of the text, in order: what it skipped, and places where something is missing. */
export function syntaxErrors(tree: SyntaxTree): TextRange[] {
  const errors: TextRange[] = [];
  const pending = [tree.rootNode];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.isError || node.isMissing) errors.push({ start: node.startIndex, end: node.endIndex });
    else if (node.hasError) pending.push(...node.children.reverse());
  }
  return errors;
}
