import { canonical } from '../../../code/canonical.ts';
import type { Binary, Call, Expression } from '../../../code/expression.ts';
import { callOn, isNull, text } from './made-expressions.ts';

/** A comparison, or two of one thing, in the plainest of the ways to ask it; undefined where it is. Its parts are plain. */
export function plainComparison(value: Binary): Expression | undefined {
  return comparison(value) ?? emptiness(value) ?? nothing(value);
}

const equality = /^[=!]==?$/;

function comparison(value: Binary): Expression | undefined {
  if (!equality.test(value.operator)) return undefined;
  const [left, right] = [value.left, value.right];
  const not = value.operator.startsWith('!');
  if (right.kind === 'true' || right.kind === 'false') return sign(left, not === (right.kind === 'true'));
  const part = right.kind === 'string' ? partOf(left, right.value) : left.kind === 'string' ? partOf(right, left.value) : undefined;
  if (part) return sign(part, not);
  if (isUndefined(right)) return { ...value, right: { kind: 'undefined', range: right.range } };
  if (right.kind === 'string' && right.value === 'undefined' && left.kind === 'unary' && left.operator === 'typeof')
    return { ...value, left: left.operand, right: { kind: 'undefined', range: right.range } };
  return literalLast(value);
}

/** `'a' === b` is `b === 'a'`; what kind of value something is is a text, whichever way it is compared. */
function literalLast(value: Binary): Binary | undefined {
  const [left, right] = isLiteral(value.left) && !isLiteral(value.right) ? [value.right, value.left] : [value.left, value.right];
  const operator = left.kind === 'unary' && left.operator === 'typeof' ? value.operator.padEnd(3, '=') : value.operator;
  return left === value.left && operator === value.operator ? undefined : { ...value, operator, left, right };
}

function isLiteral({ kind }: Expression): boolean {
  return kind === 'string' || kind === 'number' || kind === 'null';
}

function isUndefined(value: Expression): boolean {
  return value.kind === 'undefined' || (value.kind === 'unary' && value.operator === 'void');
}

/** `s.slice(0, 2) === 'ab'`, `s.charAt(0) === 'a'`, `s.slice(-2) === 'ab'`. */
function partOf(value: Expression, part: string): Expression | undefined {
  const from = (receiver: Expression, name: string): Call => callOn(receiver, name, [text(part, value)], value);
  if (value.kind === 'index')
    return value.index.kind === 'number' && value.index.text === '0' && part.length === 1 ? from(value.object, 'startsWith') : undefined;
  if (value.kind !== 'call' || !value.receiver) return undefined;
  const [first, second] = value.arguments.map(numberIn);
  if (value.name === 'charAt' && first === 0 && part.length === 1) return from(value.receiver, 'startsWith');
  if (!/^(slice|substr|substring)$/.test(value.name)) return undefined;
  if (first === 0 && second === part.length) return from(value.receiver, 'startsWith');
  return first === -part.length && value.arguments.length === 1 ? from(value.receiver, 'endsWith') : undefined;
}

function numberIn(value: Expression): number | undefined {
  // What libraries of texts call the place of what is not there.
  if ((value.kind === 'name' || value.kind === 'member') && /^(?:INDEX_)?NOT_FOUND$/.test(value.name)) return -1;
  if (value.kind === 'number') return Number(value.text);
  return value.kind === 'unary' && value.operator === '-' && value.operand.kind === 'number' ? -Number(value.operand.text) : undefined;
}

/** `a === null || a === undefined` is `a == null`; `a !== null && a !== undefined` its opposite. */
function nothing({ operator, left, right, range }: Binary): Expression | undefined {
  if (operator !== '||' && operator !== '&&') return undefined;
  const [one, other] = [left, right].map((side) => comparedWithNothing(side, operator === '||' ? '=' : '!'));
  if (!one || !other || one.with === other.with || canonical(one.subject) !== canonical(other.subject)) return undefined;
  return sign(isNull(one.subject, { range }), operator === '&&');
}

function comparedWithNothing(value: Expression, sense: '=' | '!'): { readonly subject: Expression; readonly with: string } | undefined {
  if (value.kind !== 'binary' || !equality.test(value.operator) || !value.operator.startsWith(sense)) return undefined;
  const [subject, other] = isNothing(value.right) ? [value.left, value.right] : [value.right, value.left];
  return isNothing(other) ? { subject, with: other.kind } : undefined;
}

function isNothing({ kind }: Expression): boolean {
  return kind === 'null' || kind === 'undefined';
}

/** Sizes compared with nothing, and places of a part that is looked for. */
function emptiness(value: Binary): Expression | undefined {
  const { operator, left } = value;
  const bound = numberIn(value.right);
  if (bound === undefined) return undefined;
  const size = sizedBy(left);
  if (size) {
    const empty = (operator === '<' && bound === 1) || (/^={2,3}$/.test(operator) && bound === 0) || (operator === '<=' && bound === 0);
    const filled = (operator === '>' && bound === 0) || (/^!==?$/.test(operator) && bound === 0) || (operator === '>=' && bound === 1);
    return empty || filled ? sign(callOn(size, 'isEmpty', [], value), filled) : undefined;
  }
  if (left.kind !== 'call' || !/^(indexOf|search)$/.test(left.name) || !left.receiver) return undefined;
  if (bound === 0 && /^={2,3}$/.test(operator)) return callOn(left.receiver, 'startsWith', left.arguments, value);
  const found = (bound === -1 && /^(!==?|>)$/.test(operator)) || (bound === 0 && operator === '>=');
  const missing = (bound === -1 && /^={2,3}$/.test(operator)) || (bound === 0 && operator === '<');
  return found || missing ? sign(callOn(left.receiver, 'includes', left.arguments, value), missing) : undefined;
}

function sizedBy(value: Expression): Expression | undefined {
  if (value.kind === 'member' && /^(length|size)$/.test(value.name)) return value.object;
  return value.kind === 'call' && /^(length|size)$/.test(value.name) && value.arguments.length === 0 ? value.receiver : undefined;
}

function sign(value: Expression, not: boolean): Expression {
  return not ? { kind: 'unary', operator: '!', operand: value, range: value.range } : value;
}
