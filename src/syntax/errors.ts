import type { TextRange } from '../base/text-range.ts';
import type { SyntaxTree } from './tree.ts';

/** Where the parser could not make sense of the text, in order: what it skipped, and places where something is missing. */
export function syntaxErrors(tree: SyntaxTree): TextRange[] {
  if (!tree.rootNode.hasError) return [];
  const errors: TextRange[] = [];
  const cursor = tree.walk();
  try {
    for (;;) {
      const node = cursor.currentNode;
      if (node.isError || node.isMissing) errors.push({ start: node.startIndex, end: node.endIndex });
      else if (node.hasError && cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return errors;
    }
  } finally {
    cursor.delete();
  }
}
