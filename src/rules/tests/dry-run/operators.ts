import { hasMember, lookedUp, memberOf } from './members.ts';
import type { Realm } from './realm.ts';
import { isThing, typeName, unclear, Unclear, type Value } from './value.ts';

/** Longer texts are not made by a dry run. */
const longestText = 200_000;

/** What a binary operator gives that needs both of its sides. */
export function operated(realm: Realm, operator: string, left: Value, right: Value): Value {
  if (operator === '===') return same(left, right);
  if (operator === '!==') return negated(same(left, right));
  if (operator === '==' || operator === '!=') return operator === '==' ? alike(realm, left, right) : negated(alike(realm, left, right));
  if (operator === 'instanceof') return isInstance(left, right);
  if (operator === 'in') return isThing(right) && left !== unclear ? hasMember(right, propertyKey(realm, left)) : unclear;
  if (left === unclear || right === unclear) return unclear;
  return calculated(operator, primitiveOf(realm, left, 'default'), primitiveOf(realm, right, 'default'));
}

function calculated(operator: string, left: Primitive, right: Primitive): Value {
  if (typeof left === 'bigint' || typeof right === 'bigint') return unclear;
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return text(`${String(left)}${String(right)}`);
  if (typeof left === 'string' && typeof right === 'string') {
    if (operator === '<') return left < right;
    if (operator === '>') return left > right;
    if (operator === '<=') return left <= right;
    if (operator === '>=') return left >= right;
  }
  return ofNumbers(operator, Number(left), Number(right));
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};

function ofNumbers(operator: string, left: number, right: number): Value {
  const calculate = Object.hasOwn(arithmetic, operator) ? arithmetic[operator] : undefined;
  if (!calculate) throw new Unclear(`the operator ${operator}`);
  return calculate(left, right);
}

export function text(value: string): string {
  if (value.length > longestText) throw new Unclear('a long text');
  return value;
}

export function same(left: Value, right: Value): Value {
  if (left === right && left !== unclear) return true;
  return isUnknownBeside(left, right) || isUnknownBeside(right, left) ? unclear : false;
}

/** Of what is foreign only that it is there is known. */
function isUnknownBeside(value: Value, other: Value): boolean {
  return value === unclear || (isThing(value) && value.isForeign && other !== null && other !== undefined);
}

function negated(value: Value): Value {
  return value === unclear ? unclear : !value;
}

/** `==`, which takes values for one another. */
function alike(realm: Realm, left: Value, right: Value): Value {
  if (left === unclear || right === unclear) return unclear;
  const isNothing = (value: Value): boolean => value === null || value === undefined;
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (isThing(left) && isThing(right)) return same(left, right);
  const [one, other] = [primitiveOf(realm, left, 'default'), primitiveOf(realm, right, 'default')];
  return typeof one === typeof other ? one === other : Number(one) === Number(other);
}

function isInstance(left: Value, right: Value): Value {
  if (left === unclear || right === unclear || !isThing(right) || right.isForeign || (isThing(left) && left.isForeign)) return unclear;
  const own = lookedUp(right, '@@hasInstance');
  if (isThing(own) && own.call) return own.call(right, [left]);
  if (!isThing(left)) return false;
  const prototype = right.held('prototype');
  for (let at = left.prototype; at; at = at.prototype) if (at === prototype) return true;
  return false;
}

export type Primitive = string | number | boolean | bigint | null | undefined;

/** How deep lists may lie in each other. */
const deepest = 30;

/** What an object is where a text or a number is wanted. */
export function primitiveOf(realm: Realm, value: Value, wanted: 'string' | 'default', depth = 0): Primitive {
  if (value === unclear || (isThing(value) && value.isForeign)) throw new Unclear('a text or number of what is not known');
  if (!isThing(value)) return value;
  if (value.isSymbol) throw realm.error('TypeError', 'Cannot convert a Symbol value to a string');
  const own = lookedUp(value, '@@toPrimitive');
  const made = isThing(own) ? own.call?.(value, [wanted]) : undefined;
  if (made !== undefined && made !== unclear && !isThing(made)) return made;
  if (value.elements) return joined(realm, value.elements, ',', depth);
  const ways = wanted === 'string' || value.date ? ['toString', 'valueOf'] : ['valueOf', 'toString'];
  for (const way of ways) {
    const method = memberOf(realm, value, way);
    const given = isThing(method) && method.call ? method.call(value, []) : undefined;
    if (given === unclear) throw new Unclear('a text or number of what is not known');
    if (given !== undefined && !isThing(given)) return given;
  }
  throw realm.error('TypeError', 'Cannot convert object to primitive value');
}

export function textOf(realm: Realm, value: Value, depth = 0): string {
  return String(primitiveOf(realm, value, 'string', depth));
}

/** What a value is as the name of a property. */
export function propertyKey(realm: Realm, value: Value): string {
  return isThing(value) && value.symbol ? value.symbol.key : textOf(realm, value);
}

/** The texts of a list, with another one between them. */
export function joined(realm: Realm, list: readonly Value[], by: string, depth = 0): string {
  if (depth > deepest) throw new Unclear('a deep list');
  const texts = list.map((each) => {
    const one = each === null || each === undefined ? '' : textOf(realm, each, depth + 1);
    realm.spend(1 + ((one.length + by.length) >> 6));
    return one;
  });
  return text(texts.join(by));
}

export function numberOf(realm: Realm, value: Value): number {
  return Number(primitiveOf(realm, value, 'default'));
}

export function typeOf(value: Value): Value {
  return value === unclear || (isThing(value) && value.isForeign) ? unclear : typeName(value);
}
