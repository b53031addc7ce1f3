import type { Binary, Call, Expression, StringLiteral } from '../../../code/expression.ts';

/** What is said in other words stands where it is written. */
type At = Pick<Expression, 'range'>;

export function callOn(receiver: Expression, name: string, given: readonly Expression[], { range }: At): Call {
  return { kind: 'call', name, nameRange: range, receiver, arguments: given, range };
}

export function binary(operator: string, left: Expression, right: Expression, { range }: At): Binary {
  return { kind: 'binary', operator, left, right, range };
}

export function nothing({ range }: At): Expression {
  return { kind: 'null', range };
}

export function isNull(value: Expression, at: At): Binary {
  return binary('==', value, nothing(at), at);
}

export function text(value: string, { range }: At): StringLiteral {
  return { kind: 'string', value, range };
}

/** The opposite. */
export function not(value: Expression): Expression {
  if (value.kind === 'unary' && value.operator === '!') return value.operand;
  if (value.kind === 'binary' && /^[=!]==?$/.test(value.operator))
    return { ...value, operator: `${value.operator.startsWith('!') ? '=' : '!'}${value.operator.slice(1)}` };
  return { kind: 'unary', operator: '!', operand: value, range: value.range };
}
