import type { Expression, ObjectLiteral } from '../../../code/expression.ts';
import { numberOf } from '../../../code/flow/fold.ts';
import { bare, dottedName } from '../../../code/walk.ts';

/** As much as the sources tell about a value before anything runs. */
export type Shape =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'array'; readonly length: number }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Shape | undefined>; readonly isOpen: boolean }
  | { readonly kind: 'function' }
  /** Some object of a class. */
  | { readonly kind: 'instance'; readonly type: string };

/** What a name stands for; undefined where that is not known. */
export type Names = (name: string) => Shape | undefined;

/** What is nested deeper is not known. */
const deepest = 10;

const constant = (value: string | number | boolean | null | undefined): Shape => ({ kind: 'constant', value });

/** The shape of an expression; undefined where it is not known. */
export function shapeOf(expression: Expression, names: Names, depth = 0): Shape | undefined {
  if (depth > deepest) return undefined;
  const value = bare(expression);
  const of = (each: Expression): Shape | undefined => shapeOf(each, names, depth + 1);
  switch (value.kind) {
    case 'string':
      return constant(value.value);
    case 'number': {
      const number = numberOf(value.text);
      return number === undefined ? undefined : constant(number);
    }
    case 'true':
    case 'false':
      return constant(value.kind === 'true');
    case 'null':
      return constant(null);
    case 'undefined':
      return constant(undefined);
    case 'name':
      return names(value.name);
    case 'array':
      return value.elements.some(({ kind }) => kind === 'spread') ? undefined : { kind: 'array', length: value.elements.length };
    case 'object':
      return objectOf(value, of);
    case 'function':
      return { kind: 'function' };
    case 'new':
      return { kind: 'instance', type: value.type };
    case 'member':
      return limitOf(value) ?? memberOf(of(value.object), value.name);
    case 'unary':
      return unary(value.operator, of(value.operand));
    case 'binary':
      return binary(value.operator, of(value.left), () => of(value.right), value.right);
    case 'conditional': {
      const test = truthOf(of(value.test));
      return test === undefined ? undefined : of(test ? value.then : value.otherwise);
    }
    case 'call':
      return value.receiver ? callOn(of(value.receiver), value.name, value.arguments.map(of), value.receiver) : undefined;
    default:
      return undefined;
  }
}

const limits: ReadonlyMap<string, number> = new Map([
  ['Integer.MAX_VALUE', 2 ** 31 - 1],
  ['Integer.MIN_VALUE', -(2 ** 31)],
  ['Short.MAX_VALUE', 2 ** 15 - 1],
  ['Short.MIN_VALUE', -(2 ** 15)],
  ['Byte.MAX_VALUE', 127],
  ['Byte.MIN_VALUE', -128],
  ['Long.MAX_VALUE', 2 ** 63],
  ['Long.MIN_VALUE', -(2 ** 63)],
  ['Double.POSITIVE_INFINITY', Infinity],
  ['Double.NEGATIVE_INFINITY', -Infinity],
  ['Number.MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER],
  ['Number.MIN_SAFE_INTEGER', Number.MIN_SAFE_INTEGER],
  ['Number.POSITIVE_INFINITY', Infinity],
  ['Number.NEGATIVE_INFINITY', -Infinity],
]);

/** What a language names the ends of its numbers. */
function limitOf(value: Extract<Expression, { kind: 'member' }>): Shape | undefined {
  const limit = limits.get(dottedName(value) ?? '');
  return limit === undefined ? undefined : constant(limit);
}

function objectOf({ properties }: ObjectLiteral, of: (value: Expression) => Shape | undefined): Shape {
  const open = properties.map(({ key }) => key === '...' || key === '').lastIndexOf(true);
  // What is spread after a property may replace it.
  return { kind: 'object', properties: new Map(properties.slice(open + 1).map(({ key, value }) => [key, of(value)])), isOpen: open >= 0 };
}

/** Whether a shape counts as true; undefined where that is not known. */
export function truthOf(shape: Shape | undefined): boolean | undefined {
  if (!shape) return undefined;
  return shape.kind === 'constant' ? Boolean(shape.value) : true;
}

function memberOf(object: Shape | undefined, name: string): Shape | undefined {
  if (!object) return undefined;
  if (object.kind === 'object') {
    if (object.properties.has(name)) return object.properties.get(name);
    return object.isOpen ? undefined : constant(undefined);
  }
  if (name === 'length' && object.kind === 'array') return constant(object.length);
  if (object.kind !== 'constant') return undefined;
  if (name === 'length' && typeof object.value === 'string') return constant(object.value.length);
  // What is asked of nothing by `?.`; without it an error ends the function.
  return object.value === undefined || object.value === null ? constant(undefined) : undefined;
}

function unary(operator: string, operand: Shape | undefined): Shape | undefined {
  if (!operand) return undefined;
  if (operator === '!') {
    const truth = truthOf(operand);
    return truth === undefined ? undefined : constant(!truth);
  }
  if (operator === '-' && operand.kind === 'constant' && typeof operand.value === 'number') return constant(-operand.value);
  if (operator === 'typeof') return constant(typeName(operand));
  return operator === 'void' ? constant(undefined) : undefined;
}

function typeName(shape: Shape): string {
  if (shape.kind === 'constant') return shape.value === null ? 'object' : typeof shape.value;
  return shape.kind === 'function' ? 'function' : 'object';
}

function binary(operator: string, left: Shape | undefined, right: () => Shape | undefined, written: Expression): Shape | undefined {
  if (operator === '&&' || operator === '||') {
    const truth = truthOf(left);
    if (truth === undefined) {
      // Whatever the left side is, the right one may decide.
      const other = right();
      return truthOf(other) === (operator === '||') ? other : undefined;
    }
    return truth === (operator === '&&') ? right() : left;
  }
  if (operator === '??') return left?.kind === 'constant' && (left.value === null || left.value === undefined) ? right() : left;
  if (operator === 'instanceof' && left) return instanceOf(left, bare(written));
  return compared(operator, left, right());
}

function instanceOf(left: Shape, type: Expression): Shape | undefined {
  const name = type.kind === 'name' || type.kind === 'member' ? type.name : undefined;
  if (left.kind === 'constant') return constant(false);
  if (left.kind === 'instance') return left.type === name ? constant(true) : undefined;
  if (left.kind === 'array') return constant(name === 'Array' || name === 'Object');
  return undefined;
}

function compared(operator: string, left: Shape | undefined, right: Shape | undefined): Shape | undefined {
  if (!left || !right) return undefined;
  if (left.kind !== 'constant' || right.kind !== 'constant') return comparedWithObject(operator, left, right);
  const [a, b] = [left.value, right.value];
  const loose = operator.length === 2 && (a === null || a === undefined) && (b === null || b === undefined);
  if (/^={2,3}$/.test(operator)) return constant(a === b || loose);
  if (/^!==?$/.test(operator)) return constant(!(a === b || loose));
  if (typeof a === 'string' && typeof b === 'string' && /^[<>]=?$/.test(operator))
    return constant(ordered(operator, a < b ? -1 : a > b ? 1 : 0));
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (/^[<>]=?$/.test(operator)) return constant(ordered(operator, a - b));
  return arithmetic(operator, a, b);
}

/** An object is nothing that a literal is. */
function comparedWithObject(operator: string, left: Shape, right: Shape): Shape | undefined {
  if (left.kind !== 'constant' && right.kind !== 'constant') return undefined;
  if (/^={2,3}$/.test(operator)) return constant(false);
  return /^!==?$/.test(operator) ? constant(true) : undefined;
}

function ordered(operator: string, difference: number): boolean {
  if (difference === 0) return operator.endsWith('=');
  return operator.startsWith('<') === difference < 0;
}

function arithmetic(operator: string, a: number, b: number): Shape | undefined {
  if (operator === '+') return constant(a + b);
  if (operator === '-') return constant(a - b);
  if (operator === '*') return constant(a * b);
  return operator === '%' && b !== 0 ? constant(a % b) : undefined;
}

function callOn(receiver: Shape | undefined, name: string, given: readonly (Shape | undefined)[], written: Expression): Shape | undefined {
  const [first] = given;
  if (written.kind === 'name' && written.name === 'Array' && name === 'isArray' && first) return constant(first.kind === 'array');
  if (name === 'equals') return compared('==', receiver, first);
  if (name === 'isEmpty' && receiver?.kind === 'array') return constant(receiver.length === 0);
  if (receiver?.kind !== 'constant' || typeof receiver.value !== 'string') return undefined;
  const text = receiver.value;
  switch (name) {
    case 'isEmpty':
      return constant(text === '');
    case 'isBlank':
      return constant(text.trim() === '');
    case 'length':
      return constant(text.length);
    case 'trim':
      return constant(text.trim());
    case 'toLowerCase':
      return constant(text.toLowerCase());
    case 'toUpperCase':
      return constant(text.toUpperCase());
    default:
      return first?.kind === 'constant' && typeof first.value === 'string' ? partOf(text, name, first.value) : undefined;
  }
}

function partOf(text: string, name: string, part: string): Shape | undefined {
  if (name === 'startsWith') return constant(text.startsWith(part));
  if (name === 'endsWith') return constant(text.endsWith(part));
  if (name === 'includes' || name === 'contains') return constant(text.includes(part));
  return name === 'indexOf' ? constant(text.indexOf(part)) : undefined;
}
