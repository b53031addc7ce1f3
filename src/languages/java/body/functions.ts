import type { Expression, FunctionExpression } from '../../../code/expression.ts';
import type { Statement } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { lowerOther } from './expression-parts.ts';
import { partsOf, rangeOf, textOf, typeOf, withoutTypeArguments } from '../reading.ts';
import type { Reading } from '../reading.ts';

export function lowerLambda(reading: Reading, node: SyntaxNode): Expression {
  const parameters = node.childForFieldName('parameters');
  const body = node.childForFieldName('body');
  const statements = body?.type === 'block' ? reading.statements(body.namedChildren) : body ? [returned(reading.expression(body))] : [];
  return functionExpression(node, parameters ? parameterNames(reading, parameters) : [], statements);
}

function returned(value: Expression): Statement {
  return { kind: 'return', value, range: value.range };
}

function functionExpression(node: SyntaxNode, parameters: string[], body: Statement[]): FunctionExpression {
  return { kind: 'function', parameters, async: false, body, range: rangeOf(node) };
}

/** The names in a parameter list of any form. */
export function parameterNames(reading: Pick<Reading, 'text'>, list: SyntaxNode): string[] {
  if (list.type === 'identifier') return [textOf(reading, list)];
  return partsOf(list).flatMap((parameter) => {
    if (parameter.type === 'receiver_parameter') return [];
    const declarator = parameter.namedChildren.find((child) => child.type === 'variable_declarator');
    return [textOf(reading, (declarator ?? parameter).childForFieldName('name') ?? declarator ?? parameter)];
  });
}

/** `Type::method` as the function that it stands for: one that returns the call. */
export function lowerMethodReference(reading: Reading, node: SyntaxNode): Expression {
  const parts = partsOf(node).filter((part) => part.type !== 'type_arguments');
  const [object] = parts;
  const name = textOf(reading, node)
    .slice(textOf(reading, node).lastIndexOf('::') + 2)
    .trim();
  const range = rangeOf(node);
  if (!object) return lowerOther(reading, node);
  const nameRange = { start: range.end - name.length, end: range.end };
  const value: Expression =
    name === 'new'
      ? { kind: 'new', type: withoutTypeArguments(typeOf(reading, object)), arguments: [], range }
      : { kind: 'call', name, nameRange, receiver: reading.expression(object), arguments: [], range };
  return functionExpression(node, [], [returned(value)]);
}

/** A switch that yields a value: a function that returns from its cases. */
export function lowerSwitchExpression(reading: Reading, node: SyntaxNode): Expression {
  const body = reading.statements([node]).map((statement): Statement => {
    if (statement.kind !== 'switch') return statement;
    return { ...statement, cases: statement.cases.map((each) => ({ ...each, body: each.body.map(valueReturned) })) };
  });
  return functionExpression(node, [], body);
}

function valueReturned(statement: Statement): Statement {
  return statement.kind === 'expression' ? { kind: 'return', value: statement.value, range: statement.range } : statement;
}
