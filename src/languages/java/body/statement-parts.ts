import type { Expression } from '../../../code/expression.ts';
import type { Statement, VariableStatement } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { partsOf, rangeOf, textOf, typeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

export function inner(reading: Reading, node: SyntaxNode): Expression {
  const [value] = partsOf(node);
  return value ? reading.expression(value) : { kind: 'other', children: [], range: rangeOf(node) };
}

export function field(reading: Reading, node: SyntaxNode, name: string): Expression {
  const child = node.childForFieldName(name);
  return child ? reading.expression(child) : { kind: 'other', children: [], range: rangeOf(node) };
}

/** The statements of a branch: those of its block, or the only one. */
export function branch(reading: Reading, node: SyntaxNode | null): Statement[] {
  if (!node) return [];
  return reading.statements(node.type === 'block' ? node.namedChildren : [node]);
}

/** The variables of a local declaration or a field. */
export function lowerVariables(reading: Reading, node: SyntaxNode): VariableStatement[] {
  const type = node.childForFieldName('type');
  const modifiers = node.namedChildren.find((child) => child.type === 'modifiers');
  const declarators = node.namedChildren.filter((child) => child.type === 'variable_declarator');
  return declarators.map((declarator) => {
    const name = declarator.childForFieldName('name');
    const value = declarator.childForFieldName('value');
    return {
      kind: 'variable',
      name: textOf(reading, name ?? declarator),
      constant: modifiers !== undefined && /\bfinal\b/.test(textOf(reading, modifiers)),
      range: declarators.length === 1 ? rangeOf(node) : rangeOf(declarator),
      ...(type && { type: typeOf(reading, type) }),
      ...(value && { value: reading.expression(value) }),
    };
  });
}
