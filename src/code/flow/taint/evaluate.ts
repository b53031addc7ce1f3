import type { Expression } from '../../expression.ts';
import { dottedName } from '../../walk.ts';
import { folded, foldedUnary, numberOf } from '../fold.ts';
import type { Callable } from './callable.ts';
import { evaluateCall, evaluateNew } from './calls.ts';
import { chosenMember, isOwnObject, reportChosen } from './chosen.ts';
import { bareType } from './bare-type.ts';
import type { Follower } from './follower.ts';
import { narrowed } from './guards.ts';
import { anyMember, assign, memberOf } from './members.ts';
import type { State } from './state.ts';
import { added, concatenated } from './text.ts';
import { joined, stepped, taintOf, unknown, withMember, type Value } from './value.ts';

/** What an expression comes to. */
export function evaluate(follower: Follower, expression: Expression, state: State): Value {
  return follower.within(() => evaluateKind(follower, expression, state), unknown);
}

function evaluateKind(follower: Follower, node: Expression, state: State): Value {
  switch (node.kind) {
    case 'string':
      return { constant: node.value };
    case 'number': {
      const constant = numberOf(node.text);
      return constant === undefined ? unknown : { constant };
    }
    case 'true':
    case 'false':
      return { constant: node.kind === 'true' };
    case 'null':
      return { constant: null };
    case 'this':
      return state.get('this') ?? { origin: '@this' };
    case 'name':
      return state.get(node.name) ?? follower.outer(node.name, node.range);
    case 'member':
      return memberOf(follower, follower.evaluate(node.object, state), node.name, node.range);
    case 'index':
      return evaluateIndex(follower, node, state);
    case 'regex':
      return { origin: `regex:${node.pattern}/${node.flags}` };
    case 'concatenation':
      return evaluateText(follower, node, state);
    case 'call':
      return evaluateCall(follower, node, state, false);
    case 'await':
      return node.value.kind === 'call' ? evaluateCall(follower, node.value, state, true) : follower.evaluate(node.value, state);
    case 'new':
      return evaluateNew(follower, node, state);
    case 'binary':
      return evaluateBinary(follower, node, state);
    case 'unary':
      return evaluateUnary(follower, node, state);
    case 'assignment':
      return evaluateAssignment(follower, node, state);
    case 'conditional':
      return evaluateConditional(follower, node, state);
    case 'object':
      return evaluateObject(follower, node, state);
    case 'array':
      return evaluateArray(follower, node, state);
    case 'function':
      return evaluateFunction(follower, node, state);
    case 'cast':
      return evaluateCast(follower, node, state);
    case 'spread':
      return follower.evaluate(node.value, state);
    case 'element':
      return evaluateElement(follower, node, state);
    case 'other':
      return node.children.map((child) => follower.evaluate(child, state)).at(-1) ?? unknown;
    default:
      return unknown;
  }
}

type Node<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

function evaluateIndex(follower: Follower, node: Node<'index'>, state: State): Value {
  const object = follower.evaluate(node.object, state);
  const index = follower.evaluate(node.index, state);
  const chosen = chosenMember(object, index, node.range);
  if (chosen) return chosen;
  return index.constant === undefined ? anyMember(object) : memberOf(follower, object, String(index.constant), node.range);
}

/** A tag makes something else of a template: often parameters. */
function evaluateText(follower: Follower, node: Node<'concatenation'>, state: State): Value {
  const values = node.parts.map((part) => follower.evaluate(part, state));
  if (node.tag) return unknown;
  const text = concatenated(values.map(asText));
  return text.taint ? { ...text, taint: stepped(text.taint, node.range, 'becomes part of this text') } : text;
}

/** An object in a text shows all that is in it. */
function asText(value: Value): Value {
  const taint = taintOf(value);
  return taint && !value.taint ? { taint } : value;
}

function evaluateBinary(follower: Follower, node: Node<'binary'>, state: State): Value {
  const left = follower.evaluate(node.left, state);
  if (node.operator === '&&' || node.operator === '||' || node.operator === '??') {
    const decided = folded(node.operator, left.constant, () => undefined);
    if (decided !== undefined) return left;
    const inner = state.copy();
    if (node.operator !== '??') narrowed(follower, node.left, node.operator === '&&', inner);
    const right = follower.evaluate(node.right, inner);
    return left.constant !== undefined || node.operator === '&&' ? right : joined(left, right);
  }
  const right = follower.evaluate(node.right, state);
  if (node.operator === '+') return added(asText(left), asText(right));
  const constant = folded(node.operator, left.constant, () => right.constant);
  return constant === undefined ? unknown : { constant };
}

function evaluateUnary(follower: Follower, node: Node<'unary'>, state: State): Value {
  const operand = follower.evaluate(node.operand, state);
  if (node.operator === '++' || node.operator === '--') {
    assign(follower, node.operand, unknown, state);
    return unknown;
  }
  const constant = foldedUnary(node.operator, operand.constant);
  return constant === undefined ? unknown : { constant };
}

function evaluateAssignment(follower: Follower, node: Node<'assignment'>, state: State): Value {
  const value = assignedValue(follower, node, state);
  const kept = value.taint ? { ...value, taint: stepped(value.taint, node.range, `kept in \`${shortName(node.target)}\``) } : value;
  if (node.target.kind === 'member' || node.target.kind === 'index') reportSet(follower, node, kept, state);
  assign(follower, node.target, kept, state);
  return kept;
}

/** `a ||= b` gives b where a is empty, `a &&= b` where it is not. */
function assignedValue(follower: Follower, node: Node<'assignment'>, state: State): Value {
  const { operator, target, value } = node;
  if (operator === '=') return follower.evaluate(value, state);
  const before = follower.evaluate(target, state);
  if (operator === '||=' || operator === '&&=') {
    const inner = state.copy();
    narrowed(follower, target, operator === '&&=', inner);
    const given = follower.evaluate(value, inner);
    return operator === '&&=' ? given : joined(before, given);
  }
  const given = follower.evaluate(value, state);
  return operator === '+=' ? added(before, given) : joined(before, given);
}

function reportSet(follower: Follower, node: Node<'assignment'>, value: Value, state: State): void {
  const { target } = node;
  if (target.kind !== 'member' && target.kind !== 'index') return;
  const receiver = follower.evaluate(target.object, state);
  const key = target.kind === 'index' ? follower.evaluate(target.index, state) : undefined;
  const name = target.kind === 'member' ? target.name : typeof key?.constant === 'string' ? key.constant : '[]';
  const written = dottedName(target.kind === 'member' ? target : target.object);
  follower.notes.report({
    form: 'set',
    name,
    ...(receiver.origin !== undefined && { origin: receiver.origin }),
    ...(written !== undefined && { written }),
    receiver,
    receiverRange: target.object.range,
    ...(isOwnObject(target.object, state) && { isOwn: true as const }),
    values: key ? [value, key] : [value],
    ranges: [node.value.range],
    range: node.range,
  });
  if (receiver.chosen) reportChosen(follower, 'set', receiver.chosen, node.range);
}

function shortName(expression: Expression): string {
  return dottedName(expression) ?? (expression.kind === 'member' ? expression.name : 'it');
}

function evaluateConditional(follower: Follower, node: Node<'conditional'>, state: State): Value {
  const { constant } = follower.evaluate(node.test, state);
  if (constant !== undefined) return follower.evaluate(constant ? node.then : node.otherwise, state);
  const [yes, no] = [state.copy(), state.copy()];
  narrowed(follower, node.test, true, yes);
  narrowed(follower, node.test, false, no);
  return joined(follower.evaluate(node.then, yes), follower.evaluate(node.otherwise, no));
}

function evaluateObject(follower: Follower, node: Node<'object'>, state: State): Value {
  let object: Value = { members: new Map() };
  for (const { key, value } of node.properties) {
    const held = follower.evaluate(value, state);
    if (key === '...') object = { ...joined(object, { ...held }) };
    else object = withMember(object, key === '' ? '*' : key, held);
  }
  return object;
}

function evaluateArray(follower: Follower, node: Node<'array'>, state: State): Value {
  const values = node.elements.map((each) => follower.evaluate(each, state));
  if (!node.elements.some((each) => each.kind === 'spread'))
    return { members: new Map(values.slice(0, 64).map((value, index) => [String(index), value])), size: values.length };
  return values.reduce(
    (list, value, index) =>
      node.elements[index]?.kind === 'spread'
        ? joined(list, value)
        : withMember(list, '*', joined(list.members?.get('*') ?? unknown, value)),
    unknown,
  );
}

/** A switch that yields a value stands as a function that is its only statement: it runs at once. */
function evaluateFunction(follower: Follower, node: Node<'function'>, state: State): Value {
  const [only] = node.body;
  if (only?.kind === 'switch' && only.range.start === node.range.start && only.range.end === node.range.end) {
    const frame = follower.frame;
    const before = frame?.returned.length ?? 0;
    follower.run(node.body, state.copy());
    const given = frame?.returned.splice(before) ?? [];
    return given.length === 0 ? unknown : given.reduce((a, b) => joined(a, b));
  }
  const callable: Callable = {
    name: node.name ?? '',
    parameters: node.parameters,
    body: node.body,
    range: node.range,
    around: state,
    symbol: follower.symbol,
  };
  follower.noteFunction(callable);
  return { callable };
}

const numeric = /^(int|long|short|byte|double|float|boolean|Integer|Long|Short|Double|Float|Boolean|UUID|number)$/;

function evaluateCast(follower: Follower, node: Node<'cast'>, state: State): Value {
  const value = follower.evaluate(node.value, state);
  if (numeric.test(node.type)) return value.constant === undefined ? unknown : value;
  return follower.isJava && node.type !== '' && value.origin === undefined ? { ...value, origin: bareType(node.type) } : value;
}

function evaluateElement(follower: Follower, node: Node<'element'>, state: State): Value {
  for (const attribute of node.attributes) {
    if (!attribute.value) continue;
    const value = follower.evaluate(attribute.value, state);
    follower.notes.report({
      form: 'set',
      name: attribute.name,
      origin: `<${node.name}>`,
      values: [value],
      ranges: [attribute.value.range],
      range: attribute.range,
    });
  }
  for (const child of node.children) follower.evaluate(child, state);
  return unknown;
}
