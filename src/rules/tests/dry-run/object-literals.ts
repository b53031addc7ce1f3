import type { TextRange } from '../../../base/text-range.ts';
import type { ObjectLiteral } from '../../../code/expression.ts';
import { ofDottedName } from './chains.ts';
import type { Machine } from './machine.ts';
import { keysOf, memberOf } from './members.ts';
import { propertyKey } from './operators.ts';
import type { Scope } from './scope.ts';
import { AccessorProperty, isThing, unclear, Unclear, type Value } from './value.ts';

export function objectOf(machine: Machine, { properties }: ObjectLiteral, scope: Scope): Value {
  const { realm } = machine;
  const made = realm.plain();
  for (const { key, value: written, range } of properties) {
    if (key === '...') {
      spreadInto(machine, made, machine.evaluate(written, scope));
      continue;
    }
    const isMethod = written.kind === 'function' && written.range.start === range.start;
    const name = key === '' ? computedKey(machine, range, scope) : key;
    const access = isMethod ? /^(get|set)\s+[\w$'"[]/.exec(scope.file.text.slice(range.start, range.start + 40))?.[1] : undefined;
    const value = isMethod ? machine.expressionFunction(written, scope, true) : machine.evaluate(written, scope);
    if (name === '__proto__' && (value === null || isThing(value))) made.prototype = value;
    else if (access === undefined) made.properties.set(name, value);
    else addAccessor(made, name, access, value);
  }
  return made;
}

/** The key of `[key]: value` is no part of neutral code. */
function computedKey(machine: Machine, { start, end }: TextRange, scope: Scope): string {
  const written = /^(?:(?:get|set|async)\s+)?\[\s*([A-Za-z_$][\w$.]*)\s*\]/.exec(scope.file.text.slice(start, end))?.[1];
  const key = written === undefined ? unclear : ofDottedName(machine, written, scope);
  if (key === unclear) throw new Unclear('a computed key');
  return propertyKey(machine.realm, key);
}

export function addAccessor(
  made: { readonly properties: Map<string, Value | AccessorProperty> },
  name: string,
  access: string,
  value: Value,
): void {
  const known = made.properties.get(name);
  const accessor = known instanceof AccessorProperty ? known : new AccessorProperty();
  if (isThing(value)) accessor[access === 'get' ? 'get' : 'set'] = value.call;
  made.properties.set(name, accessor);
}

function spreadInto(machine: Machine, made: Extract<Value, object>, value: Value): void {
  if (value === unclear || (isThing(value) && value.isOpen)) made.isOpen = true;
  else {
    const symbols = isThing(value) ? [...value.properties.keys()].filter((key) => machine.realm.symbols.has(key)) : [];
    for (const key of [...keysOf(value), ...symbols]) made.properties.set(key, memberOf(machine.realm, value, key));
  }
}
