import { remembered } from '../../../base/remembered.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { ArrayLiteral, Assignment, Call, Expression, Index, ObjectLiteral, OtherExpression, Unary } from '../../../code/expression.ts';
import { numberOf as literalNumber } from '../../../code/flow/fold.ts';
import type { Machine } from './machine.ts';
import { keysOf, memberOf, setMember } from './members.ts';
import { itemsOf, numberOf, operated, primitiveOf, text, textOf, typeOf } from './operators.ts';
import { bind } from './parameters.ts';
import { boundedPattern } from './patterns/bounded.ts';
import type { Scope } from './scope.ts';
import { AccessorProperty, isThing, longestList, Thrown, truth, unclear, Unclear, type Value } from './value.ts';

/** What a chain gives that `?.` ends. */
export const shortCut: unique symbol = Symbol('short cut');

type Chained = Value | typeof shortCut;

/** The value of an expression. */
export function evaluated(machine: Machine, node: Expression, scope: Scope): Chained {
  const { realm } = machine;
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return literalNumber(node.text) ?? unclear;
    case 'true':
    case 'false':
      return node.kind === 'true';
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'this':
      return scope.has('this') ? scope.read('this') : undefined;
    case 'regex':
      return realm.expression(boundedPattern(node.pattern, node.flags));
    case 'concatenation':
      return joined(machine, node, scope);
    case 'name':
      return scope.read(node.name);
    case 'member': {
      const object = machine.chained(node.object, scope);
      if (object === shortCut || (node.optional === true && isNothing(object))) return shortCut;
      return node.object.kind === 'super' ? ofSuper(machine, node.name, scope) : memberOf(realm, object, node.name);
    }
    case 'super':
      return undefined;
    case 'index': {
      const object = machine.chained(node.object, scope);
      if (object === shortCut || (isNothing(object) && isOptionalIndex(node, scope))) return shortCut;
      const key = keyOf(machine, node.index, scope);
      return key === unclear ? unclear : memberOf(realm, object, key);
    }
    case 'call':
      return called(machine, node, scope);
    case 'new':
      if (node.members) throw new Unclear('a class');
      return machine.construct(ofDottedName(machine, node.type, scope), argumentsOf(machine, node.arguments, scope));
    case 'binary':
      return combined(machine, node, scope);
    case 'unary':
      return unary(machine, node, scope);
    case 'assignment':
      return assigned(machine, node, scope);
    case 'conditional':
      return machine.evaluate(truth(machine.evaluate(node.test, scope)) ? node.then : node.otherwise, scope);
    case 'object':
      return objectOf(machine, node, scope);
    case 'array':
      if (hasHoles(node, scope.file.text)) throw new Unclear('a list with holes');
      return realm.list(argumentsOf(machine, node.elements, scope));
    case 'function':
      return machine.expressionFunction(node, scope);
    case 'await':
      return realm.awaited(machine.evaluate(node.value, scope));
    case 'cast':
      return machine.chained(node.value, scope);
    case 'other':
      return sequence(machine, node, scope);
    default:
      throw new Unclear(`an expression (${node.kind})`);
  }
}

/** `[, 'b']`: neutral code has the elements only. */
const hasHoles = remembered(({ range, elements }: ArrayLiteral, text: string): boolean => {
  let at = range.start + 1;
  return elements.some((each) => {
    const between = text.slice(at, each.range.start);
    at = each.range.end;
    return (between.match(/,/g)?.length ?? 0) > (at > 0 && each === elements[0] ? 0 : 1) && !/[/*]/.test(between);
  });
});

/** `a, b` gives what the last of them gives. */
function sequence(machine: Machine, node: OtherExpression, scope: Scope): Value {
  const [first, ...others] = node.children;
  const isSequence = first && others.length > 0 && node.range.start >= first.range.start - 1 && areBetweenCommas(node, scope.file.text);
  if (!isSequence) throw new Unclear('an expression');
  return node.children.reduce<Value>((_, each) => machine.evaluate(each, scope), undefined);
}

const areBetweenCommas = remembered(({ children }: OtherExpression, text: string): boolean =>
  children.every((each, index) => {
    const next = children[index + 1];
    return !next || /^[\s)]*,[\s(]*$/.test(text.slice(each.range.end, next.range.start));
  }),
);

function isNothing(value: Chained): value is null | undefined {
  return value === undefined || value === null;
}

function ofSuper(machine: Machine, name: string, scope: Scope): Value {
  const home = scope.read('super');
  return isThing(home) ? memberOf(machine.realm, home.prototype, name) : unclear;
}

function isOptionalIndex({ object, index }: Index, { file }: Scope): boolean {
  return file.text.slice(object.range.end, index.range.start).includes('?.');
}

function keyOf(machine: Machine, index: Expression, scope: Scope): string | typeof unclear {
  const key = machine.evaluate(index, scope);
  if (key === unclear) return unclear;
  return isThing(key) && key.isSymbol ? '@@symbol' : textOf(machine.realm, key);
}

function joined(machine: Machine, node: Extract<Expression, { kind: 'concatenation' }>, scope: Scope): Value {
  if (node.tag) throw new Unclear('a tagged template');
  const values = node.parts.map((part) => machine.evaluate(part, scope));
  if (values.includes(unclear)) return unclear;
  const isTemplate = scope.file.text[node.range.start] === '`';
  return text(values.map((each) => String(primitiveOf(machine.realm, each, isTemplate ? 'string' : 'default'))).join(''));
}

export function argumentsOf(machine: Machine, given: readonly Expression[], scope: Scope): readonly Value[] {
  const values = given.flatMap((each): readonly Value[] =>
    each.kind === 'spread' ? itemsOf(machine.evaluate(each.value, scope)) : [machine.evaluate(each, scope)],
  );
  if (values.length > longestList) throw new Unclear('a long list');
  return values;
}

function called(machine: Machine, node: Call, scope: Scope): Chained {
  const { receiver, name } = node;
  if (!receiver) return calledByName(machine, node, scope);
  const object = machine.chained(receiver, scope);
  if (object === shortCut || (node.optional === true && isNothing(object))) return shortCut;
  const isSuper = receiver.kind === 'super';
  const callee = name === '' ? object : isSuper ? ofSuper(machine, name, scope) : memberOf(machine.realm, object, name);
  if (isNothing(callee) && scope.file.text.startsWith('?.', node.nameRange.end)) return shortCut;
  const self = name === '' ? selfOf(machine, receiver, scope) : isSuper ? scope.read('this') : object;
  if (isNothing(callee)) throw machine.realm.error('TypeError', `${name} is not a function`);
  const given = argumentsOf(machine, node.arguments, scope);
  machine.site = { start: node.range.start, file: scope.file };
  return machine.call(callee, self, given);
}

/** `object[key]()` is called on the object. */
function selfOf(machine: Machine, callee: Expression, scope: Scope): Value {
  return callee.kind === 'index' || callee.kind === 'member' ? machine.evaluate(callee.object, scope) : undefined;
}

function calledByName(machine: Machine, node: Call, scope: Scope): Chained {
  const given = argumentsOf(machine, node.arguments, scope);
  if (node.name === 'import') {
    const [source] = given;
    return typeof source === 'string' ? machine.realm.promised(machine.require(source, scope.file)) : unclear;
  }
  if (node.name === 'super') {
    const home = scope.read('super');
    const parent = isThing(home) ? home.held('@@parent') : undefined;
    const self = scope.read('this');
    if (!isThing(parent) || !parent.construct || !isThing(self)) throw new Unclear('a superclass');
    parent.construct(self, given);
    const fields = isThing(home) ? home.held('@@fields') : undefined;
    if (isThing(fields)) fields.call?.(self, []);
    return undefined;
  }
  const callee = scope.read(node.name);
  if (isNothing(callee) && scope.file.text.startsWith('?.', node.nameRange.end)) return shortCut;
  machine.site = { start: node.range.start, file: scope.file };
  return machine.call(callee, undefined, given);
}

/** `new a.b.Type()`. */
function ofDottedName(machine: Machine, name: string, scope: Scope): Value {
  const [first = '', ...path] = name.split('.').map((each) => each.trim());
  const start = first === 'this' ? scope.read('this') : /^[\w$]+$/.test(first) ? scope.read(first) : unclear;
  return path.reduce<Value>((value, each) => memberOf(machine.realm, value, each), start);
}

function combined(machine: Machine, { operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const first = machine.evaluate(left, scope);
  if (operator === ',') return machine.evaluate(right, scope);
  if (operator === '&&') return truth(first) ? machine.evaluate(right, scope) : first;
  if (operator === '||') return truth(first) ? first : machine.evaluate(right, scope);
  if (operator === '??') {
    if (first === unclear) throw new Unclear('a condition on what is not known');
    return first ?? machine.evaluate(right, scope);
  }
  return operated(machine.realm, operator, first, machine.evaluate(right, scope));
}

function unary(machine: Machine, node: Unary, scope: Scope): Value {
  const { operator, operand } = node;
  if (operator === 'typeof')
    return operand.kind === 'name' && !scope.has(operand.name) ? unclear : typeOf(machine.evaluate(operand, scope));
  if (operator === 'delete') return removed(machine, operand, scope);
  const value = machine.evaluate(operand, scope);
  if (operator === 'void') return undefined;
  if (value === unclear) return unclear;
  if (operator === '!') return !truth(value);
  const number = numberOf(machine.realm, value);
  if (operator === '-') return -number;
  if (operator === '+') return number;
  if (operator === '~') return ~number;
  if (operator !== '++' && operator !== '--') throw new Unclear(`the operator ${operator}`);
  const next = operator === '++' ? number + 1 : number - 1;
  put(machine, operand, next, scope);
  return operand.range.start === node.range.start ? number : next;
}

function removed(machine: Machine, operand: Expression, scope: Scope): Value {
  if (operand.kind !== 'member' && operand.kind !== 'index') throw new Unclear('what is deleted');
  const object = machine.evaluate(operand.object, scope);
  const key = operand.kind === 'member' ? operand.name : keyOf(machine, operand.index, scope);
  if (!isThing(object) || key === unclear) return unclear;
  if (object.elements) throw new Unclear('a hole in a list');
  object.properties.delete(key);
  return true;
}

function assigned(machine: Machine, node: Assignment, scope: Scope): Value {
  const { operator, target } = node;
  if (operator === '=') return put(machine, target, machine.evaluate(node.value, scope), scope);
  const before = machine.evaluate(target, scope);
  if (/^(?:\|\||&&|\?\?)=$/.test(operator)) {
    const isKept = operator === '||=' ? truth(before) : operator === '&&=' ? !truth(before) : !isNothing(before);
    return isKept ? before : put(machine, target, machine.evaluate(node.value, scope), scope);
  }
  return put(machine, target, operated(machine.realm, operator.slice(0, -1), before, machine.evaluate(node.value, scope)), scope);
}

function put(machine: Machine, target: Expression, value: Value, scope: Scope): Value {
  const { realm } = machine;
  if (target.kind === 'name') scope.assign(target.name, value);
  else if (target.kind === 'member') setMember(realm, machine.evaluate(target.object, scope), target.name, value);
  else if (target.kind === 'index') {
    const object = machine.evaluate(target.object, scope);
    const key = keyOf(machine, target.index, scope);
    if (key !== unclear) setMember(realm, object, key, value);
    else if (isThing(object)) object.isOpen = true;
  } else if (target.kind === 'object' || target.kind === 'array') {
    bind(scope.file.text.slice(target.range.start, target.range.end), value, scope, realm, false);
  } else if (target.kind === 'cast') put(machine, target.value, value, scope);
  else throw new Unclear('what is set');
  return value;
}

function objectOf(machine: Machine, { properties }: ObjectLiteral, scope: Scope): Value {
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
  return isThing(key) && key.isSymbol ? '@@symbol' : textOf(machine.realm, key);
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
  else for (const key of keysOf(value)) made.properties.set(key, memberOf(machine.realm, value, key));
}

/** Runs what may throw. */
export function attempted(run: () => Value): { readonly value?: Value; readonly thrown?: Value } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof Thrown) return { thrown: error.value };
    throw error;
  }
}
