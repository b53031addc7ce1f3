import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { withoutComments } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import { deepest } from '../reader.ts';
import type { ExpressionReader, Reader } from '../reader.ts';

/** What is written between two parts: the operator. */
function between(left: Part, right: Part, reader: Reader): string {
  return withoutComments(reader.text.slice(left.end, right.start)).trim();
}

interface Operand {
  readonly operator: string;
  readonly part: Part;
  readonly range: TextRange;
}

/** Chains such as `a + b + c` lean to the left: they are read in a loop, so that long ones stay shallow. */
const binary: ExpressionReader = (part, reader) => {
  const { first, operands } = chain(part, reader);
  if (!first) return other(part, reader);
  if (operands.every(({ operator }) => operator === '+')) return sum(first, operands, reader);
  const build = (): Expression =>
    operands.reduce<Expression>((left, operand) => join(left, operand, reader.expression(operand.part)), reader.expression(first));
  return reader.within(operands.length, part, build) ?? { kind: 'other', children: [], range: rangeOf(part) };
};

/** From its first text on a sum is one concatenation, however long; what comes before nests as it is written, as far as that may go. */
function sum(first: Part, operands: readonly Operand[], reader: Reader): Expression {
  const start = reader.expression(first);
  const values = operands.map(({ part }) => reader.expression(part));
  const range = operands.at(-1)?.range ?? rangeOf(first);
  const text = isText(start) ? 0 : values.findIndex(isText);
  const nested = text === -1 ? operands.length : text;
  if (nested > deepest) return { kind: 'other', children: [start, ...values], range };
  const before = operands.slice(0, nested).reduce<Expression>((left, operand, at) => join(left, operand, values[at] ?? left), start);
  return text === -1 ? before : { kind: 'concatenation', parts: [before, ...values.slice(nested)].flatMap(pieces), range };
}

function chain(part: Part, reader: Reader): { first: Part | undefined; operands: Operand[] } {
  const operands: Operand[] = [];
  let at = part;
  for (;;) {
    const [left, right] = at.parts;
    if (!left || !right) return { first: operands.length > 0 ? at : undefined, operands: operands.reverse() };
    operands.push({ operator: between(left, right, reader), part: right, range: rangeOf(at) });
    if (left.type !== 'binary_expression') return { first: left, operands: operands.reverse() };
    at = left;
  }
}

function join(left: Expression, { operator, range }: Operand, right: Expression): Expression {
  if (operator !== '+' || !(isText(left) || isText(right))) return { kind: 'binary', operator, left, right, range };
  return { kind: 'concatenation', parts: [...pieces(left), ...pieces(right)], range };
}

function isText(expression: Expression): boolean {
  return expression.kind === 'string' || expression.kind === 'concatenation';
}

function pieces(expression: Expression): readonly Expression[] {
  return expression.kind === 'concatenation' && !expression.tag ? expression.parts : [expression];
}

/** `!x`, `typeof x`, `x++`: the operator is what is left beside the operand. */
const unary: ExpressionReader = (part, reader) => {
  const operand = part.first;
  if (!operand) return other(part, reader);
  const operator = withoutComments(reader.text.slice(part.start, operand.start)).trim() || reader.text.slice(operand.end, part.end).trim();
  return { kind: 'unary', operator, operand: reader.expression(operand), range: rangeOf(part) };
};

const assignment: ExpressionReader = (part, reader) => {
  const [target, value] = part.parts;
  if (!target || !value) return other(part, reader);
  const operator = between(target, value, reader);
  return { kind: 'assignment', operator, target: reader.expression(target), value: reader.expression(value), range: rangeOf(part) };
};

const conditional: ExpressionReader = (part, reader) => {
  const [test, then, otherwise] = part.parts;
  if (!test || !then || !otherwise) return other(part, reader);
  return {
    kind: 'conditional',
    test: reader.expression(test),
    then: reader.expression(then),
    otherwise: reader.expression(otherwise),
    range: rangeOf(part),
  };
};

const awaiting: ExpressionReader = (part, reader) =>
  part.first ? { kind: 'await', value: reader.expression(part.first), range: rangeOf(part) } : other(part, reader);

const spread: ExpressionReader = (part, reader) =>
  part.first ? { kind: 'spread', value: reader.expression(part.first), range: rangeOf(part) } : other(part, reader);

/** Parentheses mean nothing in the neutral form. */
const parenthesized: ExpressionReader = (part, reader) =>
  part.first && part.parts.length <= 2 ? reader.expression(part.first) : other(part, reader);

/** `x as T`, `x satisfies T`: the type is what follows the word. */
const cast: ExpressionReader = (part, reader) => {
  const value = part.first;
  if (!value) return other(part, reader);
  const type = withoutComments(reader.text.slice(value.end, part.end))
    .trim()
    .replace(/^(?:as|satisfies)\s+/, '');
  return { kind: 'cast', type, value: reader.expression(value), range: rangeOf(part) };
};

const angleCast: ExpressionReader = (part, reader) => {
  const [type, value] = part.parts;
  if (!type || !value) return other(part, reader);
  return {
    kind: 'cast',
    type: reader.text.slice(type.start + 1, type.end - 1).trim(),
    value: reader.expression(value),
    range: rangeOf(part),
  };
};

const nonNull: ExpressionReader = (part, reader) =>
  part.first ? { kind: 'cast', type: '', value: reader.expression(part.first), range: rangeOf(part) } : other(part, reader);

const typeParts = new Set([
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'constraint',
  'predefined_type',
  'generic_type',
  'accessibility_modifier',
]);

/** Whatever has no neutral shape keeps the expressions inside it. */
export const other: ExpressionReader = (part, reader) => ({
  kind: 'other',
  children: reader.expressions(part.parts.filter(({ type }) => !typeParts.has(type))),
  range: rangeOf(part),
});

export const operators: readonly (readonly [string, ExpressionReader])[] = [
  ['binary_expression', binary],
  ['unary_expression', unary],
  ['update_expression', unary],
  ['assignment_expression', assignment],
  ['augmented_assignment_expression', assignment],
  ['assignment_pattern', assignment],
  ['object_assignment_pattern', assignment],
  ['ternary_expression', conditional],
  ['await_expression', awaiting],
  ['spread_element', spread],
  ['rest_pattern', spread],
  ['parenthesized_expression', parenthesized],
  ['as_expression', cast],
  ['satisfies_expression', cast],
  ['type_assertion', angleCast],
  ['non_null_expression', nonNull],
];
