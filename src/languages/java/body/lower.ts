import type { TextRange } from '../../../base/text-range.ts';
import type { Expression, NestedFunction } from '../../../code/expression.ts';
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

  function within<Result>(at: TextRange, lower: () => Result, otherwise: Result): Result {
    if (depth >= deepest) {
      tooDeep.push(at);
      return otherwise;
    }
    depth++;
    try {
      return lower();
    } finally {
      depth--;
    }
  }

  const reading: Reading = {
    text,
    tooDeep,
    modifiers: new Map(),
    expression(node): Expression {
      const range = rangeOf(node);
      return within<Expression>(range, () => lowerExpression(reading, node), { kind: 'other', children: [], range });
    },
    statements(nodes): Statement[] {
      return nodes.flatMap((node) => {
        if (isComment(node)) return [];
        const range = rangeOf(node);
        return within<Statement[]>(range, () => lowerStatement(reading, node), [{ kind: 'other', children: [], range }]);
      });
    },
    nestedFunctions(body: SyntaxNode): NestedFunction[] {
      return within<NestedFunction[]>(rangeOf(body), () => lowerNestedFunctions(reading, body), []);
    },
  };
  return reading;
}
