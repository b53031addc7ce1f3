import type { JavaSide } from './java-side.ts';
import { boxed, isPrimitive, isSameClass, isSameType, isWidening, type JavaType } from './java-type.ts';

/** `undefined` where a type on the way is not known. */
export type Answer = boolean | undefined;

const deepest = 12;
const mostSteps = 300;

/** Whether a value of one type can be given where another is wanted in source: with subclasses, boxing and widening. */
export function isAssignable(from: JavaType, to: JavaType, side: JavaSide): Answer {
  if (isPrimitive(from) && isPrimitive(to)) return isWidening(from.name, to.name);
  return isSubtype(boxed(from), boxed(to), side);
}

/** Whether one reference type is the other or a kind of it. */
export function isSubtype(from: JavaType, to: JavaType, side: JavaSide, depth = 0): Answer {
  if (isSameType(from, to)) return true;
  if (from.name === '?' && from.bound !== 'extends') return isObject(to);
  if (from.name === '?') return isSubtype(from.args[0] ?? from, to, side, depth + 1);
  if (depth > deepest) return undefined;
  if (isObject(to)) return from.dimensions > 0 || !isPrimitive(from);
  if (from.dimensions > 0 || to.dimensions > 0) return isArraySubtype(from, to, side, depth);
  if (from.bounds) return anyOf(from.bounds().map((bound) => isSubtype(bound, to, side, depth + 1)));
  return to.bounds ? false : climb(from, to, side, depth);
}

function isObject({ name, dimensions }: JavaType): boolean {
  return name === 'Object' && dimensions === 0;
}

function isArraySubtype(from: JavaType, to: JavaType, side: JavaSide, depth: number): Answer {
  if (to.dimensions === 0) return to.name === 'Cloneable' || to.name === 'Serializable';
  if (from.dimensions === 0) return false;
  const [inner, outer] = [from, to].map((each) => ({ ...each, dimensions: each.dimensions - 1 })) as [JavaType, JavaType];
  if (isPrimitive(inner) || isPrimitive(outer)) return inner.name === outer.name && inner.dimensions === outer.dimensions;
  return isSubtype(inner, outer, side, depth + 1);
}

function climb(from: JavaType, to: JavaType, side: JavaSide, depth: number): Answer {
  const pending = [from];
  const seen = new Set<string>();
  let isComplete = true;
  for (let at = pending.shift(); at && seen.size < mostSteps; at = pending.shift()) {
    if (isSameClass(at, to)) return areContained(at.args, to.args, side, depth + 1);
    const key = `${at.qualifier}.${at.name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const next = side.supertypes(at);
    if (next) pending.push(...next);
    else isComplete = false;
  }
  return isComplete ? false : undefined;
}

function anyOf(answers: readonly Answer[]): Answer {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function allOf(answers: readonly Answer[]): Answer {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** Type arguments, by place. A raw type fits any: the compiler only warns. */
export function areContained(from: readonly JavaType[], to: readonly JavaType[], side: JavaSide, depth = 0): Answer {
  if (from.length !== to.length || depth > deepest) return from.length === 0 || to.length === 0 ? true : undefined;
  return allOf(from.map((each, index) => isContained(each, to[index] ?? each, side, depth)));
}

/** JLS 4.5.1: which arguments another one takes in. */
function isContained(from: JavaType, to: JavaType, side: JavaSide, depth: number): Answer {
  if (isSameType(from, to)) return true;
  if (to.name !== '?') return false;
  const [limit] = to.args;
  if (!limit || (to.bound === 'extends' && isObject(limit))) return true;
  if (to.bound === 'extends') return isSubtype(from, limit, side, depth + 1);
  const [lower] = from.args;
  if (from.name === '?') return from.bound === 'super' && lower ? isSubtype(limit, lower, side, depth + 1) : false;
  return isSubtype(limit, from, side, depth + 1);
}
