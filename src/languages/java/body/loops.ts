import type { Expression } from '../../../code/expression.ts';
import type { Statement } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { partsOf, rangeOf, textOf } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { branch, field, lowerVariables } from './statement-parts.ts';

export function lowerWhile(reading: Reading, node: SyntaxNode): Statement[] {
  const form = node.type === 'do_statement' ? 'do' : 'while';
  return [
    {
      kind: 'loop',
      form,
      header: [field(reading, node, 'condition')],
      body: branch(reading, node.childForFieldName('body')),
      range: rangeOf(node),
    },
  ];
}

export function lowerFor(reading: Reading, node: SyntaxNode): Statement[] {
  const body = node.childForFieldName('body');
  const header = partsOf(node).filter((part) => part.startIndex !== body?.startIndex);
  return [
    {
      kind: 'loop',
      form: 'for',
      header: header.flatMap((part) => headerExpressions(reading, part)),
      body: branch(reading, body),
      range: rangeOf(node),
    },
  ];
}

/** A variable declared in the header is an assignment to it. */
function headerExpressions(reading: Reading, part: SyntaxNode): Expression[] {
  if (part.type !== 'local_variable_declaration') return [reading.expression(part)];
  return lowerVariables(reading, part).map(({ name, value, range }): Expression => {
    const target: Expression = { kind: 'name', name, range };
    return value ? { kind: 'assignment', operator: '=', target, value, range } : target;
  });
}

export function lowerForEach(reading: Reading, node: SyntaxNode): Statement[] {
  const name = node.childForFieldName('name');
  return [
    {
      kind: 'loop',
      form: 'for-each',
      header: [field(reading, node, 'value')],
      body: branch(reading, node.childForFieldName('body')),
      range: rangeOf(node),
      ...(name && { variable: textOf(reading, name) }),
    },
  ];
}
