import type { Binary, Call, Expression } from '../../../code/expression.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, foldedText, isWithin, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

/** Products and quotients that become a larger type too late, magnitudes of any number, bytes above 127. */
export function* arithmeticMistakes(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('variable')) {
    const value = sight.node.value;
    if (value?.kind === 'binary' && sight.node.type !== undefined) yield* widened(value, sight.node.type, sight);
  }
  for (const sight of code.of('return')) {
    const value = sight.node.value;
    const isNested = isWithin(sight, ({ kind }) => kind === 'function' || kind === 'functions');
    if (value?.kind === 'binary' && !isNested && sight.symbol.type !== undefined) yield* widened(value, sight.symbol.type, sight);
  }
  for (const sight of code.calls('abs')) {
    const [given] = sight.node.arguments;
    if (given && isAnyNumber(bare(given)) && (sight.node.receiver && lastName(sight.node.receiver)) === 'Math')
      yield {
        at: sight,
        range: sight.node.range,
        message: `\`${foldedText(sight.file.text, sight.node.range)}\` is negative for the smallest number, which has no positive counterpart: use \`Math.floorMod\`.`,
      };
  }
  for (const sight of code.calls('toHexString')) if (isByteInHex(sight)) yield toldHex(sight);
  for (const sight of code.of('binary')) yield* ofByte(sight);
}

function* widened(value: Binary, type: string, sight: Sight): Generator<Sighting> {
  const { operator, left, right, range } = value;
  const text = `\`${foldedText(sight.file.text, range)}\``;
  const fix = {
    title: `Make it a ${type} first`,
    edits: [{ range: { start: left.range.start, end: left.range.start }, newText: `(${type}) ` }],
  };
  if (operator === '*' && type === 'long' && isInt(left, sight) && isInt(right, sight) && mayBeLarge(left, right, sight))
    yield { at: sight, range, message: `${text} is worked out as int and wraps around before it becomes a long.`, fix };
  const isFraction = type === 'double' || type === 'float';
  if (operator === '/' && isFraction && isInt(left, sight) && isInt(right, sight))
    yield {
      at: sight,
      range,
      message: `${text} is worked out as int: what stands behind the point is gone before it becomes a ${type}.`,
      fix,
    };
}

/** A variable that is declared as int, or a whole number that is written. */
function isInt(side: Expression, sight: Sight): boolean {
  const value = bare(side);
  if (side.kind === 'cast') return side.type === 'int';
  if (value.kind === 'binary' && /^[*+-]$/.test(value.operator)) return isInt(value.left, sight) && isInt(value.right, sight);
  if (value.kind === 'number') return /^[\d_]+$|^0x[\da-f_]+$/i.test(value.text);
  return (value.kind === 'name' || value.kind === 'member') && typeOf(value, sight) === 'int';
}

/** Two variables, or one times a hundred thousand and more. */
function mayBeLarge(left: Expression, right: Expression, sight: Sight): boolean {
  const factors = [...factorsOf(left), ...factorsOf(right)].map((each) => constantOf(each, sight));
  const known = factors.filter((each) => each !== undefined).map(Number);
  const product = known.reduce((all, each) => all * each, 1);
  const open = factors.length - known.length;
  if (open === 0) return product > 2_147_483_647;
  return open > 1 || product >= 100_000;
}

/** `days`, `24` and `60` of `days * 24 * 60`. */
function factorsOf(side: Expression): readonly Expression[] {
  const value = bare(side);
  return value.kind === 'binary' && value.operator === '*' ? [...factorsOf(value.left), ...factorsOf(value.right)] : [value];
}

/** A hash or a random number may be the smallest there is. */
function isAnyNumber(value: Expression): boolean {
  if (value.kind !== 'call') return false;
  if (value.name === 'hashCode' || (value.name === 'hash' && (value.receiver && lastName(value.receiver)) === 'Objects')) return true;
  return /^next(?:Int|Long)$/.test(value.name) && value.arguments.length === 0;
}

function* ofByte(sight: Sight<Binary>): Generator<Sighting> {
  const { operator, left, right, range } = sight.node;
  if (operator !== '==' && operator !== '!=') return;
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const known = bare(other).kind === 'number' ? constantOf(other, sight) : undefined;
    const value = bare(side);
    if (typeof known !== 'number' || known <= 127 || value.kind !== 'name') continue;
    if (simpleTypeName(typeOf(value, sight) ?? '') !== 'byte') continue;
    yield {
      at: sight,
      range,
      message: `\`${foldedText(sight.file.text, range)}\` is never ${operator === '==' ? 'true' : 'false'}: a byte is at most 127; compare \`${value.name} & 0xFF\`.`,
    };
  }
}

function toldHex(sight: Sight<Call>): Sighting {
  return {
    at: sight,
    range: sight.node.range,
    message: `\`${foldedText(sight.file.text, sight.node.range)}\` leaves out the zero in front of a small byte: different bytes come to the same text.`,
    category: 'weak-hash',
  };
}

/** `text.append(Integer.toHexString(b & 0xFF))`, where nothing puts a zero in front. */
function isByteInHex({ node, parent, code, ...scope }: Sight<Call>): boolean {
  const [given] = node.arguments;
  const value = given && bare(given);
  if (!value || (node.receiver && lastName(node.receiver)) !== 'Integer') return false;
  const isMasked =
    value.kind === 'binary' &&
    value.operator === '&' &&
    [value.left, value.right].some((side) => constantOf(side, { code, ...scope }) === 255);
  const isByte = value.kind === 'name' && typeOf(value, { code, ...scope }) === 'byte';
  const isPutTogether =
    parent?.node.kind === 'concatenation' || (parent?.node.kind === 'call' && /^(?:append|print|add|concat)$/.test(parent.node.name));
  return (isMasked || isByte) && isPutTogether && !visitsOf(code, 'string').some((each) => /^0+$|%0?2[xX]/.test(each.node.value));
}
