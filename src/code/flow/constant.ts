import { remembered } from '../../base/remembered.ts';
import { stepLimit } from '../../base/step-limit.ts';
import type { Call, Expression, ObjectLiteral } from '../expression.ts';
import { bare } from '../walk.ts';
import { bindingsOf, type Binding } from './bindings.ts';
import { isSetOnce } from './set-once.ts';
import { folded, foldedUnary, numberOf, stringMethod } from './fold.ts';
import type { Constant } from './fold.ts';
import { farthest, symbolsNamed, valueOf } from './scope.ts';
import type { Scope } from './scope.ts';

const isTooFar = stepLimit(farthest);

/**
 * What an expression is known to be without running it: literals, sums and concatenations of them, locals that are given one value only,
 * constants of the same file, conditionals whose test is known. Undefined where it cannot be told.
 */
export function constantOf(expression: Expression, scope: Scope, depth = 0): Constant | undefined {
  const value = bare(expression);
  if (isTooFar(depth)) return undefined;
  const of = (each: Expression): Constant | undefined => constantOf(each, scope, depth + 1);
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return numberOf(value.text);
    case 'true':
    case 'false':
      return value.kind === 'true';
    case 'null':
      return null;
    case 'concatenation':
      return value.tag ? undefined : joined(value.parts.map(of));
    case 'binary':
      return folded(value.operator, of(value.left), () => of(value.right));
    case 'unary':
      return foldedUnary(value.operator, of(value.operand));
    case 'conditional': {
      const test = of(value.test);
      return test === undefined ? undefined : of(test === true ? value.then : value.otherwise);
    }
    case 'call':
      return constantCall(value, of);
    case 'name':
    case 'member':
    case 'index': {
      const held = heldBy(value, scope, depth + 1);
      return held && held !== value ? of(held) : undefined;
    }
    default:
      return undefined;
  }
}

/** All that an expression may be, where every case is known: both ways of a conditional, every value that a local is given. */
export function constantsOf(expression: Expression, scope: Scope, depth = 0): readonly Constant[] | undefined {
  const value = bare(expression);
  const one = constantOf(value, scope, depth);
  if (one !== undefined) return [one];
  if (isTooFar(depth)) return undefined;
  const cases =
    value.kind === 'conditional'
      ? [value.then, value.otherwise]
      : value.kind === 'name'
        ? valuesOf(value.name, scope)
        : value.kind === 'binary' && (value.operator === '||' || value.operator === '??')
          ? [value.left, value.right]
          : undefined;
  const known = cases?.map((each) => constantsOf(each, scope, depth + 1));
  return known && known.length > 0 && known.every((each) => each !== undefined) ? known.flat() : undefined;
}

function valuesOf(name: string, scope: Scope): readonly Expression[] | undefined {
  const bindings = bindingsOf(name, scope).filter((each) => each.form !== 'variable' || each.value);
  const values = bindings.flatMap(({ form, value, path }) =>
    (form === 'variable' || form === 'assignment') && value && path.length === 0 ? [value] : [],
  );
  return values.length > 0 && values.length === bindings.length ? values : undefined;
}

function joined(parts: readonly (Constant | undefined)[]): string | undefined {
  return parts.every((part) => part !== undefined) ? parts.map(String).join('') : undefined;
}

function constantCall(call: Call, of: (each: Expression) => Constant | undefined): Constant | undefined {
  if (!call.receiver) return call.name === 'String' && call.arguments[0] ? String(of(call.arguments[0]) ?? '') || undefined : undefined;
  if (call.name === 'valueOf' && call.receiver.kind === 'name' && call.arguments[0]) return of(call.arguments[0]);
  const receiver = of(call.receiver);
  if (typeof receiver !== 'string') return undefined;
  return stringMethod(receiver, call.name, call.arguments.map(of));
}

/**
 * The expression that a name, member or index stands for: the only value a local is given, the initial value of a constant of the file,
 * a property of an object that is written out, an element of an array that is. Undefined where it may be another one.
 */
export function heldBy(expression: Expression, scope: Scope, depth = 0): Expression | undefined {
  const value = bare(expression);
  if (isTooFar(depth)) return undefined;
  switch (value.kind) {
    case 'name':
      return heldByName(value.name, scope, depth);
    case 'member': {
      if (value.object.kind === 'this' || isTypeOfFile(value.object, scope)) return heldBySymbol(value.name, scope);
      return propertyOf(heldBy(value.object, scope, depth + 1), value.name);
    }
    case 'index': {
      const index = constantOf(value.index, scope, depth + 1);
      return index === undefined ? undefined : propertyOf(heldBy(value.object, scope, depth + 1), String(index));
    }
    default:
      return value;
  }
}

function heldByName(name: string, scope: Scope, depth: number): Expression | undefined {
  const bindings = bindingsOf(name, scope);
  if (bindings.length === 0) {
    const own = heldBySymbol(name, scope);
    return own && (own.kind === 'name' || own.kind === 'member') ? heldBy(own, scope, depth + 1) : own;
  }
  const only = onlyGiven(bindings);
  if (!only?.value || (only.form !== 'variable' && only.form !== 'assignment')) return undefined;
  const held = heldBy(only.value, scope, depth + 1) ?? (only.path.length === 0 ? only.value : undefined);
  return only.path.reduce(propertyOf, held);
}

/** The one that gives a value, or may; undefined where there are several. */
function onlyGiven(bindings: readonly Binding[]): Binding | undefined {
  let only: Binding | undefined;
  for (const each of bindings) {
    if (each.form === 'variable' && !each.value) continue;
    if (only) return undefined;
    only = each;
  }
  return only;
}

/** Of several with one key the first. */
const valuesByKey = remembered(
  ({ properties }: ObjectLiteral): ReadonlyMap<unknown, Expression | undefined> =>
    new Map(properties.toReversed().map(({ key, value }) => [key, value])),
);

function propertyOf(held: Expression | undefined, key: string): Expression | undefined {
  if (held?.kind === 'object') return valuesByKey(held).get(key);
  return held?.kind === 'array' && /^\d+$/.test(key) ? held.elements[Number(key)] : undefined;
}

function heldBySymbol(name: string, { file }: Scope): Expression | undefined {
  const [symbol, ...more] = (file.facts ? symbolsNamed(file.facts, name) : []).filter(
    ({ kind }) => kind === 'field' || kind === 'variable',
  );
  if (!symbol || more.length > 0) return undefined;
  return symbol.modifiers.some((each) => unchanging.has(each)) || isSetOnce(symbol, file) ? valueOf(symbol) : undefined;
}

const unchanging: ReadonlySet<string> = new Set(['final', 'const', 'readonly']);

function isTypeOfFile(expression: Expression, { file }: Scope): boolean {
  return (
    expression.kind === 'name' &&
    !!file.facts &&
    symbolsNamed(file.facts, expression.name).some(({ kind }) => kind === 'class' || kind === 'interface' || kind === 'enum')
  );
}
