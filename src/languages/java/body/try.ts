import type { Handler, Statement, Try } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { partsOf, rangeOf, textOf, typeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { branch, field, inner } from './statement-parts.ts';

export function lowerTry(reading: Reading, node: SyntaxNode): Statement[] {
  const resources = node.childForFieldName('resources');
  const finalizer = node.namedChildren.find((child) => child.type === 'finally_clause');
  const lowered: Try = {
    kind: 'try',
    resources: resources ? partsOf(resources).map((resource) => lowerResource(reading, resource)) : [],
    body: branch(reading, node.childForFieldName('body')),
    handlers: node.namedChildren.filter((child) => child.type === 'catch_clause').map((clause) => lowerHandler(reading, clause)),
    range: rangeOf(node),
    ...(finalizer && { finalizer: branch(reading, partsOf(finalizer)[0] ?? null) }),
  };
  return [lowered];
}

function lowerResource(reading: Reading, node: SyntaxNode): Statement {
  const name = node.childForFieldName('name');
  const type = node.childForFieldName('type');
  if (!name) return { kind: 'expression', value: inner(reading, node), range: rangeOf(node) };
  return {
    kind: 'variable',
    name: textOf(reading, name),
    constant: true,
    value: field(reading, node, 'value'),
    range: rangeOf(node),
    ...(type && { type: typeOf(reading, type) }),
  };
}

function lowerHandler(reading: Reading, clause: SyntaxNode): Handler {
  const parameter = clause.namedChildren.find((child) => child.type === 'catch_formal_parameter');
  const types = parameter?.namedChildren.find((child) => child.type === 'catch_type');
  const name = parameter?.childForFieldName('name');
  const body = clause.childForFieldName('body');
  return {
    types: types ? partsOf(types).map((type) => typeOf(reading, type)) : [],
    body: branch(reading, body),
    bodyRange: body ? { start: body.startIndex + 1, end: Math.max(body.startIndex + 1, body.endIndex - 1) } : rangeOf(clause),
    range: rangeOf(clause),
    ...(name && { name: textOf(reading, name) }),
  };
}
