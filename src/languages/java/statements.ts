import type { Expression } from '../../code/expression.ts';
import type { Handler, Statement, Switch, Try, VariableStatement } from '../../code/statement.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';
import { isComment, partsOf, rangeOf, textOf, typeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { switchCases } from './switch.ts';

type Lower = (reading: Reading, node: SyntaxNode) => Statement[];

/** Lowers one statement: a declaration of several variables is several. Nesting is bounded by `Reading.statements`. */
export function lowerStatement(reading: Reading, node: SyntaxNode): Statement[] {
  return (lowerings[node.type] ?? lowerOther)(reading, node);
}

function lowerOther(reading: Reading, node: SyntaxNode): Statement[] {
  return [{ kind: 'other', children: partsOf(node).map(reading.expression), range: rangeOf(node) }];
}

function lowerExpressionStatement(reading: Reading, node: SyntaxNode): Statement[] {
  const [value, ...more] = partsOf(node);
  if (!value || more.length > 0) return lowerOther(reading, node);
  return [{ kind: 'expression', value: reading.expression(value), range: rangeOf(node) }];
}

function lowerConstructorCall(reading: Reading, node: SyntaxNode): Statement[] {
  return [{ kind: 'expression', value: reading.expression(node), range: rangeOf(node) }];
}

/** `assert test : message` as the call `assert(test, message)`. */
function lowerAssert(reading: Reading, node: SyntaxNode): Statement[] {
  const range = rangeOf(node);
  const nameRange = { start: range.start, end: range.start + 'assert'.length };
  return [{ kind: 'expression', value: { kind: 'call', name: 'assert', nameRange, arguments: partsOf(node).map(reading.expression), range }, range }];
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

function lowerReturn(reading: Reading, node: SyntaxNode): Statement[] {
  const [value] = partsOf(node);
  return [{ kind: 'return', range: rangeOf(node), ...(value && { value: reading.expression(value) }) }];
}

function lowerThrow(reading: Reading, node: SyntaxNode): Statement[] {
  return [{ kind: 'throw', value: inner(reading, node), range: rangeOf(node) }];
}

function inner(reading: Reading, node: SyntaxNode): Expression {
  const [value] = partsOf(node);
  return value ? reading.expression(value) : { kind: 'other', children: [], range: rangeOf(node) };
}

function field(reading: Reading, node: SyntaxNode, name: string): Expression {
  const child = node.childForFieldName(name);
  return child ? reading.expression(child) : { kind: 'other', children: [], range: rangeOf(node) };
}

/** The statements of a branch: those of its block, or the only one. */
function branch(reading: Reading, node: SyntaxNode | null): Statement[] {
  if (!node) return [];
  return reading.statements(node.type === 'block' ? node.namedChildren : [node]);
}

function lowerIf(reading: Reading, node: SyntaxNode): Statement[] {
  const alternative = node.childForFieldName('alternative');
  return [
    {
      kind: 'if',
      test: field(reading, node, 'condition'),
      then: branch(reading, node.childForFieldName('consequence')),
      range: rangeOf(node),
      ...(alternative && { otherwise: branch(reading, alternative) }),
    },
  ];
}

function lowerWhile(reading: Reading, node: SyntaxNode): Statement[] {
  const form = node.type === 'do_statement' ? 'do' : 'while';
  return [{ kind: 'loop', form, header: [field(reading, node, 'condition')], body: branch(reading, node.childForFieldName('body')), range: rangeOf(node) }];
}

function lowerFor(reading: Reading, node: SyntaxNode): Statement[] {
  const body = node.childForFieldName('body');
  const header = partsOf(node).filter((part) => part.id !== body?.id);
  return [
    { kind: 'loop', form: 'for', header: header.flatMap((part) => headerExpressions(reading, part)), body: branch(reading, body), range: rangeOf(node) },
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

function lowerForEach(reading: Reading, node: SyntaxNode): Statement[] {
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

function lowerTry(reading: Reading, node: SyntaxNode): Statement[] {
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

function lowerSwitch(reading: Reading, node: SyntaxNode): Statement[] {
  const body = node.childForFieldName('body');
  const lowered: Switch = { kind: 'switch', subject: field(reading, node, 'condition'), cases: body ? switchCases(reading, body) : [], range: rangeOf(node) };
  return [lowered];
}

function lowerJump(kind: 'break' | 'continue'): Lower {
  return (_, node) => [{ kind, range: rangeOf(node) }];
}

function lowerBlock(reading: Reading, node: SyntaxNode): Statement[] {
  return [{ kind: 'block', body: reading.statements(node.namedChildren), range: rangeOf(node) }];
}

function lowerSynchronized(reading: Reading, node: SyntaxNode): Statement[] {
  return [{ kind: 'block', lock: inner(reading, node), body: branch(reading, node.childForFieldName('body')), range: rangeOf(node) }];
}

function lowerLabeled(reading: Reading, node: SyntaxNode): Statement[] {
  return reading.statements(node.namedChildren.filter((child) => !isComment(child)).slice(1));
}

function lowerLocalClass(reading: Reading, node: SyntaxNode): Statement[] {
  const body = node.childForFieldName('body');
  return [{ kind: 'functions', functions: body ? reading.nestedFunctions(body) : [], range: rangeOf(node) }];
}

const lowerings: Readonly<Record<string, Lower>> = {
  expression_statement: lowerExpressionStatement,
  explicit_constructor_invocation: lowerConstructorCall,
  local_variable_declaration: lowerVariables,
  return_statement: lowerReturn,
  yield_statement: lowerReturn,
  throw_statement: lowerThrow,
  if_statement: lowerIf,
  while_statement: lowerWhile,
  do_statement: lowerWhile,
  for_statement: lowerFor,
  enhanced_for_statement: lowerForEach,
  try_statement: lowerTry,
  try_with_resources_statement: lowerTry,
  switch_expression: lowerSwitch,
  break_statement: lowerJump('break'),
  continue_statement: lowerJump('continue'),
  block: lowerBlock,
  synchronized_statement: lowerSynchronized,
  labeled_statement: lowerLabeled,
  assert_statement: lowerAssert,
  class_declaration: lowerLocalClass,
  record_declaration: lowerLocalClass,
  enum_declaration: lowerLocalClass,
  interface_declaration: lowerLocalClass,
};
