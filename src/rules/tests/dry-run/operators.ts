import { hasMember, memberOf } from './members.ts';
import type { Realm } from './realm.ts';
import { isThing, Thing, typeName, unclear, Unclear, type Value } from './value.ts';

/** Longer texts are not made by a dry run. */
const longestText = 200_000;

/** What a binary operator gives that needs both of its sides. */
export function operated(realm: Realm, operator: string, left: Value, right: Value): Value {
  if (operator === '===') return same(left, right);
  if (operator === '!==') return negated(same(left, right));
  if (operator === '==' || operator === '!=') return operator === '==' ? alike(realm, left, right) : negated(alike(realm, left, right));
  if (operator === 'instanceof') return isInstance(left, right);
  if (operator === 'in') return isThing(right) && !isThing(left) && left !== unclear ? hasMember(right, String(left)) : unclear;
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
  return left === unclear || right === unclear ? unclear : left === right;
}

function negated(value: Value): Value {
  return value === unclear ? unclear : !value;
}

/** `==`, which takes values for one another. */
function alike(realm: Realm, left: Value, right: Value): Value {
  if (left === unclear || right === unclear) return unclear;
  const isNothing = (value: Value): boolean => value === null || value === undefined;
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (isThing(left) && isThing(right)) return left === right;
  const [one, other] = [primitiveOf(realm, left, 'default'), primitiveOf(realm, right, 'default')];
  return typeof one === typeof other ? one === other : Number(one) === Number(other);
}

function isInstance(left: Value, right: Value): Value {
  if (left === unclear || right === unclear || !isThing(right)) return unclear;
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
  if (value === unclear) throw new Unclear('a text or number of what is not known');
  if (!isThing(value)) return value;
  if (value.isSymbol) throw realm.error('TypeError', 'Cannot convert a Symbol value to a string');
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
  return value === unclear ? unclear : typeName(value);
}

/** What can be gone through one after another. */
export function itemsOf(value: Value): readonly Value[] {
  if (typeof value === 'string') return Array.from(value);
  if (isThing(value)) {
    if (value.elements) return [...value.elements];
    if (value.set) return [...value.set];
    if (value.map) return Array.from(value.map, ([key, each]) => pairOf(value, key, each));
  }
  throw new Unclear('what is gone through');
}

function pairOf(map: Thing, key: Value, value: Value): Thing {
  const made = new Thing(map.listPrototype);
  made.elements = [key, value];
  return made;
}
