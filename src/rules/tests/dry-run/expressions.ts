import { remembered } from '../../../base/remembered.ts';
import type { ArrayLiteral, Expression, Index, OtherExpression, Unary } from '../../../code/expression.ts';
import { numberOf as literalNumber } from '../../../code/flow/fold.ts';
import { assigned, put, removed } from './assignments.ts';
import { called } from './calls.ts';
import { argumentsOf, isNothing, keyOf, ofDottedName, ofSuper, shortCut, type Chained } from './chains.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { objectOf } from './object-literals.ts';
import { numberOf, operated, primitiveOf, text, typeOf } from './operators.ts';
import { boundedPattern } from './patterns/bounded.ts';
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

function isOptionalIndex({ object, index }: Index, { file }: Scope): boolean {
  return file.text.slice(object.range.end, index.range.start).includes('?.');
}

function joined(machine: Machine, node: Extract<Expression, { kind: 'concatenation' }>, scope: Scope): Value {
  if (node.tag) throw new Unclear('a tagged template');
  const values = node.parts.map((part) => machine.evaluate(part, scope));
  if (values.includes(unclear)) return unclear;
  const isTemplate = scope.file.text[node.range.start] === '`';
  return text(values.map((each) => String(primitiveOf(machine.realm, each, isTemplate ? 'string' : 'default'))).join(''));
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

/** Runs what may throw. */
export function attempted(run: () => Value): { readonly value?: Value; readonly thrown?: Value } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof Thrown) return { thrown: error.value };
    throw error;
  }
}
