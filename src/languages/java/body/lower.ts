import type { TextRange } from '../../../base/text-range.ts';
import type { Statement } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { lowerExpression } from './expressions.ts';
import { lowerNestedFunctions } from './nested-functions.ts';
import { deepest, isComment, rangeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { lowerStatement } from './statements.ts';

/** Reads code out of a tree of `text`. The one place that knows how deep it is. */
export function readingOf(text: string): Reading {
  const tooDeep: TextRange[] = [];
  let depth = 0;

  function within<Result>(
    node: SyntaxNode,
    lower: (reading: Reading, node: SyntaxNode) => Result,
    otherwise: (range: TextRange) => Result,
  ): Result {
    if (depth >= deepest) return otherwise(cutOff(node));
    depth++;
    try {
      return lower(reading, node);
    } finally {
      depth--;
    }
  }

  function cutOff(node: SyntaxNode): TextRange {
    const range = rangeOf(node);
    tooDeep.push(range);
    return range;
  }

  const reading: Reading = {
    text,
    tooDeep,
    modifiers: new Map(),
    expression: (node) => within(node, lowerExpression, (range) => ({ kind: 'other', children: [], range })),
    statements: (nodes) =>
      nodes.flatMap((node) =>
        isComment(node) ? [] : within(node, lowerStatement, (range): Statement[] => [{ kind: 'other', children: [], range }]),
      ),
    nestedFunctions: (body) => within(body, lowerNestedFunctions, () => []),
  };
  return reading;
}
