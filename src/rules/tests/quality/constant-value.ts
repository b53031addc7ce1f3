import type { Expression } from '../../../code/expression.ts';
import { bare, foldedText } from '../../../code/walk.ts';
import type { Comparison } from './comparison.ts';

/** Why a comparison holds whatever the code does; undefined where it may fail. */
export function whyItHolds({ relation, actual, expected }: Comparison, text: string): 'constant' | 'same' | 'size' | undefined {
  switch (relation) {
    case 'true':
      return isAlwaysTrue(actual) ? 'constant' : isSizeFromZero(actual) ? 'size' : undefined;
    case 'false':
      return bare(actual).kind === 'false' ? 'constant' : undefined;
    case 'null':
    case 'undefined':
      return bare(actual).kind === relation ? 'constant' : undefined;
    case 'present':
      return isLiteral(actual) ? 'constant' : undefined;
    case 'at least':
      return isSize(actual) && (expected === undefined || isZero(expected)) ? 'size' : undefined;
    case 'same':
      return expected && whyTheSame(actual, expected, text);
  }
}

function whyTheSame(actual: Expression, expected: Expression, text: string): 'constant' | 'same' | undefined {
  // A literal that is cast is there for its type.
  if (actual.kind === 'cast' && actual.type !== '') return undefined;
  if (bare(actual).kind === 'true' && bare(expected).kind === 'true') return 'constant';
  const isSame = foldedText(text, bare(actual).range) === foldedText(text, bare(expected).range);
  if (!isSame) return undefined;
  return isLiteral(actual) ? 'constant' : bare(actual).kind === 'name' ? 'same' : undefined;
}

/** What a condition is that asks nothing: a literal that is not empty, a function that is not called, `true || …`. */
function isAlwaysTrue(expression: Expression): boolean {
  const value = bare(expression);
  switch (value.kind) {
    case 'true':
    case 'function':
      return true;
    case 'string':
      return value.value !== '';
    case 'unary':
      return value.operator === '!' && bare(value.operand).kind === 'false';
    case 'binary':
      return value.operator === '||' && (isAlwaysTrue(value.left) || isAlwaysTrue(value.right));
    default:
      return false;
  }
}

/** Literals, and lists of them. */
function isLiteral(expression: Expression): boolean {
  const value = bare(expression);
  if (value.kind === 'array') return value.elements.every(isLiteral);
  if (value.kind === 'object') return value.properties.every((property) => isLiteral(property.value));
  if (value.kind === 'unary') return value.operator === '-' && isLiteral(value.operand);
  return /^(?:string|number|true|false|null|undefined|regex)$/.test(value.kind);
}

/** `items.length >= 0`. */
function isSizeFromZero(expression: Expression): boolean {
  const value = bare(expression);
  return value.kind === 'binary' && value.operator === '>=' && isSize(value.left) && isZero(value.right);
}

function isSize(expression: Expression): boolean {
  const value = bare(expression);
  if (value.kind === 'member') return value.name === 'length' || value.name === 'size';
  return (
    value.kind === 'call' && value.receiver !== undefined && /^(?:size|length|count)$/.test(value.name) && value.arguments.length === 0
  );
}

function isZero(expression: Expression): boolean {
  const value = bare(expression);
  return value.kind === 'number' && /^0+(?:\.0+)?[lLdDfFn]?$/.test(value.text);
}
