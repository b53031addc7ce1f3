import type { Expression } from '../../../code/expression.ts';
import type { Machine } from './machine.ts';
import { inherited, memberOf } from './members.ts';
import { itemsOf } from './iteration.ts';
import { propertyKey } from './operators.ts';
import type { Scope } from './scope.ts';
import { isThing, longestList, unclear, Unclear, type Value } from './value.ts';

/** What a chain gives that `?.` ends. */
export const shortCut: unique symbol = Symbol('short cut');

export type Chained = Value | typeof shortCut;

export function isNothing(value: Chained): value is null | undefined {
  return value === undefined || value === null;
}

/** What `super.name` is. */
export function ofSuper(name: string, scope: Scope): Value {
  const home = scope.read('super');
  return isThing(home) && home.prototype ? inherited(home.prototype, scope.read('this'), name) : unclear;
}

/** The name in brackets. */
export function keyOf(machine: Machine, index: Expression, scope: Scope): string | typeof unclear {
  const key = machine.evaluate(index, scope);
  if (key === unclear) return unclear;
  return propertyKey(machine.realm, key);
}

export function argumentsOf(machine: Machine, given: readonly Expression[], scope: Scope): readonly Value[] {
  const values = given.flatMap((each): readonly Value[] =>
    each.kind === 'spread' ? itemsOf(machine.evaluate(each.value, scope)) : [machine.evaluate(each, scope)],
  );
  if (values.length > longestList) throw new Unclear('a long list');
  return values;
}

/** `new a.b.Type()`. */
export function ofDottedName(machine: Machine, name: string, scope: Scope): Value {
  const written = /^\(([\w$.\s]{1,200}?)\bas\b[^()]{0,500}\)$/.exec(name)?.[1] ?? name;
  const [first = '', ...path] = written.split('.').map((each) => each.trim());
  const start = first === 'this' ? scope.read('this') : /^[\w$]+$/.test(first) ? scope.read(first) : unclear;
  return path.reduce<Value>((value, each) => memberOf(machine.realm, value, each), start);
}
