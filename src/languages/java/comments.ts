import type { TextRange } from '../../base/text-range.ts';
import type { CommentFact, SymbolFact } from '../../code/facts.ts';
import type { Touched } from '../../code/language.ts';
import { isTouched } from '../../code/touched.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { commentProbe } from '../comment-places.ts';
import { rangeOf } from './reading.ts';

const commentTypes = ['line_comment', 'block_comment'];

/** The touched comments that document no symbol, in order. */
export function commentsOf(tree: SyntaxTree, text: string, touched: Touched, symbols: readonly SymbolFact[]): CommentFact[] {
  const documentation = new Set(symbols.map((symbol) => symbol.documentation?.start));
  const found = touched === 'all' ? tree.rootNode.descendantsOfType(commentTypes) : touchedComments(tree.rootNode, text, touched);
  const seen = new Set<number>();
  return found.flatMap((node) => {
    const range = withoutCarriageReturn(rangeOf(node), text);
    if (documentation.has(range.start) || seen.has(range.start) || !isTouched(range, touched)) return [];
    seen.add(range.start);
    return [commentOf(text, range)];
  });
}

/** For the grammar a line comment ends before its line feed only. */
function withoutCarriageReturn({ start, end }: TextRange, text: string): TextRange {
  return { start, end: text[end - 1] === '\r' ? end - 1 : end };
}

function touchedComments(root: SyntaxNode, text: string, touched: readonly TextRange[]): SyntaxNode[] {
  return touched.filter(commentProbe(text)).flatMap(({ start, end }) => root.descendantsOfType(commentTypes, start, end));
}

function commentOf(text: string, range: TextRange): CommentFact {
  const written = text.slice(range.start, range.end);
  if (written.startsWith('//')) return { form: 'line', text: written.slice(2), range };
  const isDocumentation = written.startsWith('/**') && written.length > '/**/'.length;
  return { form: isDocumentation ? 'documentation' : 'block', text: written.slice(isDocumentation ? 3 : 2, -2), range };
}
