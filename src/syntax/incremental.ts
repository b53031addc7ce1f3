import { Edit } from 'web-tree-sitter';
import type { Point, Tree } from 'web-tree-sitter';
import { LineIndex } from '../base/line-index.ts';
import type { TextEdit } from './edit.ts';
import type { SyntaxTree } from './tree.ts';

/** UTF-16 units below which a parse from scratch is as fast. */
const smallText = 2_000;

/** Whether so much of the text stayed that its old tree helps. */
export function paysToReparse(olderText: string, edits: readonly TextEdit[], text: string): boolean {
  if (text.length < smallText) return false;
  const replaced = edits.reduce((sum, edit) => sum + edit.range.end - edit.range.start, 0);
  return replaced * 2 < olderText.length;
}

/**
 * A copy of the tree, moved to where the nodes are in `text`. To be freed by the caller.
 * @param edits in order, in offsets of the older text
 */
export function editTree(older: { readonly text: string; readonly tree: SyntaxTree }, edits: readonly TextEdit[], text: string): Tree {
  const tree = older.tree.parsed.copy();
  const olderLines = new LineIndex(older.text);
  const lines = new LineIndex(text);
  let shift = 0;
  const moved = edits.map(({ range, length }) => {
    const newStart = range.start + shift;
    shift += length - (range.end - range.start);
    return { range, length, newStart };
  });
  // From last to first, so that no edit moves the ones still to come.
  for (const { range, length, newStart } of moved.reverse()) {
    const startPosition = point(olderLines, range.start);
    const [from, to] = [point(lines, newStart), point(lines, newStart + length)];
    tree.edit(
      new Edit({
        startIndex: range.start,
        oldEndIndex: range.end,
        newEndIndex: range.start + length,
        startPosition,
        oldEndPosition: point(olderLines, range.end),
        // At this moment the text before the edit is still the old one: only the extent is new.
        newEndPosition: {
          row: startPosition.row + to.row - from.row,
          column: to.row === from.row ? startPosition.column + to.column - from.column : to.column,
        },
      }),
    );
  }
  return tree;
}

function point(lines: LineIndex, offset: number): Point {
  const { line, column } = lines.position(offset);
  return { row: line - 1, column: column - 1 };
}
