import type { CommentFact, SymbolFact } from '../../code/facts.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';
import { commentProbe } from '../comment-places.ts';
import type { Reader } from './reader.ts';

const commentTypes = ['comment'];

/** Comments in touched text that document no symbol. */
export function readComments(root: SyntaxNode, reader: Reader, symbols: readonly SymbolFact[]): CommentFact[] {
  const documenting = new Set(symbols.map(({ documentation }) => documentation?.start));
  return touchedComments(root, reader)
    .map((node) => ({ start: node.startIndex, end: node.endIndex }))
    .filter((range) => reader.isTouched(range) && !documenting.has(range.start))
    .map((range) => ({ ...formOf(reader.slice(range)), range }));
}

function touchedComments(root: SyntaxNode, { text, touched }: Reader): SyntaxNode[] {
  if (touched === 'all') return root.descendantsOfType(commentTypes);
  const found = new Map<number, SyntaxNode>();
  const mayHoldComment = commentProbe(text);
  for (const { start, end } of touched) {
    if (!mayHoldComment({ start, end })) continue;
    for (const node of root.descendantsOfType(commentTypes, start, end)) found.set(node.startIndex, node);
  }
  return [...found.values()].sort((a, b) => a.startIndex - b.startIndex);
}

function formOf(text: string): Pick<CommentFact, 'form' | 'text'> {
  if (text.startsWith('//')) return { form: 'line', text: text.slice(2).trim() };
  const form = text.startsWith('/**') && text.length > 4 ? 'documentation' : 'block';
  return { form, text: text.slice(form === 'block' ? 2 : 3, -2).trim() };
}
