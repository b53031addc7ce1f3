import { remembered } from '../../../base/remembered.ts';
import type { ArrayLiteral, Expression, Index, OtherExpression, Unary } from '../../../code/expression.ts';
import { numberOf as literalNumber } from '../../../code/flow/fold.ts';
import { assigned, put, removed } from './assignments.ts';
import { called } from './calls.ts';
import { argumentsOf, isNothing, keyOf, ofDottedName, ofSuper, shortCut, type Chained } from './chains.ts';
import { yielding } from './generators.ts';
import { classExpression } from './local-classes.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { objectOf } from './object-literals.ts';
import { numberOf, operated, primitiveOf, text, typeOf } from './operators.ts';
import type { Scope } from './scope.ts';
import { Thrown, truth, unclear, Unclear, type Value } from './value.ts';

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
      return realm.expression(node.pattern, node.flags);
    case 'concatenation':
      return joined(machine, node, scope);
    case 'name':
      return scope.read(node.name);
    case 'member': {
      const object = machine.chained(node.object, scope);
      if (object === shortCut || (node.optional === true && isNothing(object))) return shortCut;
      return node.object.kind === 'super' ? ofSuper(node.name, scope) : memberOf(realm, object, node.name);
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
      return machine.evaluate(machine.holds(machine.evaluate(node.test, scope)) ? node.then : node.otherwise, scope);
    case 'object':
      return objectOf(machine, node, scope);
    case 'array':
      return realm.list(elementsOf(machine, node, scope));
    case 'function':
      return machine.expressionFunction(node, scope);
    case 'await':
      return realm.awaited(machine.evaluate(node.value, scope));
    case 'cast':
      return machine.chained(node.value, scope);
    case 'other':
      return rest(machine, node, scope);
    default:
      throw new Unclear(`an expression (${node.kind})`);
  }
}

/** `[, 'b']`: neutral code has the elements only, the holes stand in the text. */
function elementsOf(machine: Machine, node: ArrayLiteral, scope: Scope): readonly Value[] {
  const values = argumentsOf(machine, node.elements, scope);
  const holes = holesIn(node, scope.file.text);
  if (holes.length === 0) return values;
  if (values.length !== node.elements.length) throw new Unclear('a list with holes');
  return values.flatMap((value, index) => [...Array.from({ length: holes[index] ?? 0 }, () => undefined), value]);
}

/** How many holes stand before each element; nothing where there are none. */
const holesIn = remembered(({ range, elements }: ArrayLiteral, text: string): readonly number[] => {
  let at = range.start + 1;
  const found = elements.map((each, index) => {
    const between = text.slice(at, each.range.start);
    at = each.range.end;
    return /[/*]/.test(between) ? 0 : (between.match(/,/g)?.length ?? 0) - (index === 0 ? 0 : 1);
  });
  return found.some((count) => count > 0) ? found.map((count) => Math.max(0, count)) : [];
});

/** What has no neutral shape is known by its text. */
function rest(machine: Machine, node: OtherExpression, scope: Scope): Value {
  const start = scope.file.text.slice(node.range.start, Math.min(node.range.end, node.range.start + longestWord));
  if (/^yield\b/.test(start)) {
    const [value] = node.children;
    return yielding(machine, scope, value && machine.evaluate(value, scope), /^yield\s*\*/.test(start));
  }
  if (/^(?:@[\w.]+\s+)*class\b/.test(start)) return classExpression(machine, node, scope);
  if (start === 'new.target') return memberOf(machine.realm, scope.read('this'), 'constructor');
  return sequence(machine, node, scope);
}

/** In UTF-16 units. */
const longestWord = 40;

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

function isOptionalIndex({ object, index }: Index, { file }: Scope): boolean {
  return file.text.slice(object.range.end, index.range.start).includes('?.');
}

function joined(machine: Machine, node: Extract<Expression, { kind: 'concatenation' }>, scope: Scope): Value {
  if (node.tag) return tagged(machine, node, node.tag, scope);
  const values = node.parts.map((part) => machine.evaluate(part, scope));
  if (values.includes(unclear)) return unclear;
  const isTemplate = scope.file.text[node.range.start] === '`';
  return text(values.map((each) => String(primitiveOf(machine.realm, each, isTemplate ? 'string' : 'default'))).join(''));
}

/** A tag is called with the texts and what stands between them. */
function tagged(machine: Machine, { parts }: Extract<Expression, { kind: 'concatenation' }>, tag: Expression, scope: Scope): Value {
  const { realm } = machine;
  const { text: written } = scope.file;
  const texts: Value[] = [];
  const values: Value[] = [];
  let isAfterText = false;
  for (const part of parts) {
    const isText = part.kind === 'string' && !/\$\{\s*$/.test(written.slice(Math.max(0, part.range.start - 3), part.range.start));
    if (isText) texts.push(part.value);
    else {
      if (!isAfterText) texts.push('');
      values.push(machine.evaluate(part, scope));
    }
    isAfterText = isText;
  }
  if (!isAfterText) texts.push('');
  const strings = realm.list(texts);
  strings.properties.set('raw', texts.some((each) => typeof each === 'string' && /[\n\t\\]/.test(each)) ? unclear : realm.list(texts));
  strings.hidden = new Set(['raw']);
  const self = tag.kind === 'member' ? machine.evaluate(tag.object, scope) : undefined;
  return machine.call(machine.evaluate(tag, scope), self, [strings, ...values]);
}

function combined(machine: Machine, { operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const first = machine.evaluate(left, scope);
  if (operator === ',') return machine.evaluate(right, scope);
  if (first === unclear && machine.isSupposing && supposable.has(operator)) return besideUnclear(operator, machine.evaluate(right, scope));
  if (operator === '&&') return truth(first) ? machine.evaluate(right, scope) : first;
  if (operator === '||') return truth(first) ? first : machine.evaluate(right, scope);
  if (operator === '??') {
    if (first === unclear) throw new Unclear('a condition on what is not known');
    return first ?? machine.evaluate(right, scope);
  }
  return operated(machine.realm, operator, first, machine.evaluate(right, scope));
}

const supposable: ReadonlySet<string> = new Set(['&&', '||', '??']);

/** The one side decides alone, or nothing is known. */
function besideUnclear(operator: string, value: Value): Value {
  if (value === unclear || operator === '??') return unclear;
  return (operator === '&&') === truth(value) ? unclear : value;
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

/** Runs what may throw. */
export function attempted(run: () => Value): { readonly value?: Value; readonly thrown?: Value } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof Thrown) return { thrown: error.value };
    throw error;
  }
}
