import type { Statement, Switch } from '../../../code/statement.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { lowerFor, lowerForEach, lowerWhile } from './loops.ts';
import { isComment, partsOf, rangeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { branch, field, inner, lowerVariables } from './statement-parts.ts';
import { switchCases } from './switch.ts';
import { lowerTry } from './try.ts';

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
  return [
    {
      kind: 'expression',
      value: { kind: 'call', name: 'assert', nameRange, arguments: partsOf(node).map(reading.expression), range },
      range,
    },
  ];
}

function lowerReturn(reading: Reading, node: SyntaxNode): Statement[] {
  const [value] = partsOf(node);
  return [{ kind: 'return', range: rangeOf(node), ...(value && { value: reading.expression(value) }) }];
}

function lowerThrow(reading: Reading, node: SyntaxNode): Statement[] {
  return [{ kind: 'throw', value: inner(reading, node), range: rangeOf(node) }];
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

function lowerSwitch(reading: Reading, node: SyntaxNode): Statement[] {
  const body = node.childForFieldName('body');
  const lowered: Switch = {
    kind: 'switch',
    subject: field(reading, node, 'condition'),
    cases: body ? switchCases(reading, body) : [],
    range: rangeOf(node),
  };
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
