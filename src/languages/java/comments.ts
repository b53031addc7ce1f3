import { LineIndex } from '../../base/line-index.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { CommentFact, SymbolFact } from '../../code/facts.ts';
import type { Touched } from '../../code/language.ts';
import { isTouched } from '../../code/touched.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { mayHoldComment } from '../comment-places.ts';
import { rangeOf } from './reading.ts';

const commentTypes = ['line_comment', 'block_comment'];

/** The touched comments that document no symbol, in order. */
export function commentsOf(tree: SyntaxTree, text: string, touched: Touched, symbols: readonly SymbolFact[]): CommentFact[] {
  const documentation = new Set(symbols.map((symbol) => symbol.documentation?.start));
  const found = touched === 'all' ? tree.rootNode.descendantsOfType(commentTypes) : touchedComments(tree, text, touched);
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

/** Beyond so many ranges one look at the whole stretch is cheaper than one at each. */
const manyRanges = 8;

function touchedComments(tree: SyntaxTree, text: string, everywhere: readonly TextRange[]): SyntaxNode[] {
  const touched = everywhere.filter((range) => mayHoldComment(text, range));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return [];
  const lines = new LineIndex(text);
  const root = tree.rootNode;
  const point = (offset: number): { row: number; column: number } => {
    const { line, column } = lines.position(offset);
    return { row: line - 1, column: column - 1 };
  };
  const ranges = touched.length > manyRanges ? [{ start: first.start, end: last.end }] : touched;
  return ranges.flatMap(({ start, end }) => root.descendantsOfType(commentTypes, point(start), point(end)));
}

function commentOf(text: string, range: TextRange): CommentFact {
  const written = text.slice(range.start, range.end);
  if (written.startsWith('//')) return { form: 'line', text: written.slice(2), range };
  const isDocumentation = written.startsWith('/**') && written.length > '/**/'.length;
  return { form: isDocumentation ? 'documentation' : 'block', text: written.slice(isDocumentation ? 3 : 2, -2), range };
}
