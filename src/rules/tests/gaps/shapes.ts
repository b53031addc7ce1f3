import type { Call, Construction, Expression, ObjectLiteral } from '../../../code/expression.ts';
import { numberOf } from '../../../code/flow/fold.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { fits, knownCall, knownConstruction } from './known-calls.ts';
import type { Names, Shape } from './shape.ts';

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
      if (value.elements.some(({ kind }) => kind === 'spread')) return undefined;
      return { kind: 'array', length: value.elements.length, elements: value.elements.map(of) };
    case 'regex':
      return { kind: 'pattern', pattern: value.pattern, flags: value.flags };
    case 'concatenation':
      return value.tag ? undefined : joined(value.parts.map(of));
    case 'object':
      return objectOf(value, of);
    case 'function':
      return { kind: 'function' };
    case 'new':
      return knownConstruction(value, (index) => argumentOf(value, index, of)) ?? { kind: 'instance', type: value.type };
    case 'member':
      return limitOf(value) ?? memberOf(of(value.object), value.name);
    case 'index':
      return elementOf(of(value.object), of(value.index));
    case 'unary':
      return unary(value.operator, of(value.operand));
    case 'binary':
      return binary(value.operator, of(value.left), () => of(value.right), value.right);
    case 'conditional': {
      const test = truthOf(of(value.test));
      return test === undefined ? undefined : of(test ? value.then : value.otherwise);
    }
    case 'call':
      return (
        knownCall(value, (index) => argumentOf(value, index, of)) ??
        (value.receiver ? callOn(of(value.receiver), value.name, value.arguments.map(of), value.receiver) : undefined)
      );
    default:
      return undefined;
  }
}

function argumentOf(
  { arguments: given }: Call | Construction,
  index: number,
  of: (value: Expression) => Shape | undefined,
): Shape | undefined {
  const argument = given[index];
  return argument && of(argument);
}

function joined(parts: readonly (Shape | undefined)[]): Shape | undefined {
  const texts = parts.map((part) => (part?.kind === 'constant' ? String(part.value) : undefined));
  return texts.includes(undefined) ? undefined : constant(texts.join('').slice(0, longestText));
}

/** Longer texts are of no use to anyone. */
const longestText = 10_000;

function elementOf(object: Shape | undefined, index: Shape | undefined): Shape | undefined {
  if (index?.kind !== 'constant' || (typeof index.value !== 'number' && typeof index.value !== 'string')) return undefined;
  return memberOf(object, String(index.value));
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

/** A property, or an element by its index. */
export function memberOf(object: Shape | undefined, name: string): Shape | undefined {
  if (!object) return undefined;
  if (object.kind === 'array' && object.elements && /^\d+$/.test(name))
    return Number(name) < object.length ? object.elements[Number(name)] : constant(undefined);
  if (object.kind === 'object') {
    if (object.properties.has(name)) return object.properties.get(name);
    return object.isOpen ? undefined : constant(undefined);
  }
  if (name === 'length' && object.kind === 'array') return constant(object.length);
  if (object.kind !== 'constant') return undefined;
  if (typeof object.value === 'string' && /^\d{1,5}$/.test(name)) return constant(object.value[Number(name)]);
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
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string'))
    return constant(`${String(a)}${String(b)}`.slice(0, longestText));
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
  if (receiver?.kind === 'array' && name === 'isEmpty') return constant(receiver.length === 0);
  if (receiver?.kind === 'array' && (name === 'size' || name === 'length')) return constant(receiver.length);
  if (receiver?.kind === 'pattern') return name === 'test' ? fitting(receiver, first) : undefined;
  if (receiver?.kind !== 'constant' || typeof receiver.value !== 'string') return undefined;
  const text = receiver.value;
  if (name === 'match' && first?.kind === 'pattern') return matched(fitting(first, receiver));
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

function fitting({ pattern, flags }: Extract<Shape, { kind: 'pattern' }>, text: Shape | undefined): Shape | undefined {
  const isFit = text?.kind === 'constant' && typeof text.value === 'string' ? fits(pattern, flags, text.value) : undefined;
  return isFit === undefined ? undefined : constant(isFit);
}

function matched(isFit: Shape | undefined): Shape | undefined {
  return isFit && (truthOf(isFit) === true ? { kind: 'instance', type: 'Array' } : constant(null));
}

function partOf(text: string, name: string, part: string): Shape | undefined {
  if (name === 'startsWith') return constant(text.startsWith(part));
  if (name === 'endsWith') return constant(text.endsWith(part));
  if (name === 'includes' || name === 'contains') return constant(text.includes(part));
  return name === 'indexOf' ? constant(text.indexOf(part)) : undefined;
}
