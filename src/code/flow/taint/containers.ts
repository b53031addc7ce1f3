import type { Call, Expression } from '../../expression.ts';
import type { Follower } from './follower.ts';
import type { Use } from './knowledge.ts';
import { anyMember, assign, memberOf, withoutConstant } from './members.ts';
import type { State } from './state.ts';
import { concatenated } from './text.ts';
import { joined, stepped, taintOf, unknown, withMember, type Value } from './value.ts';

type Kept = (use: Use, receiver: Value, follower: Follower) => { readonly receiver?: Value; readonly result: Value } | undefined;

/** What a method of a list, map or text builder gives; what it changes is kept. Undefined where it is none of these. */
export function contained(follower: Follower, call: Call, use: Use, state: State): Value | undefined {
  const { receiver } = use;
  const keep = receiver && (methods.get(call.name) ?? (/^set[A-Z]/.test(call.name) ? setProperty : undefined));
  if (!keep || !call.receiver) return undefined;
  const kept = keep(use, receiver, follower);
  if (!kept) return undefined;
  if (kept.receiver) {
    const taint = kept.receiver.taint;
    const target = changedThrough(call.receiver);
    assign(follower, target, taint ? { ...kept.receiver, taint: stepped(taint, call.range, 'added here') } : kept.receiver, state);
  }
  return kept.result;
}

/** `text.append(a).append(b)` changes `text`. */
function changedThrough(receiver: Expression): Expression {
  let at = receiver;
  while (at.kind === 'call' && at.receiver && /^(append|add|push|put|set|insert)$/.test(at.name)) at = at.receiver;
  return at;
}

function isContainer(value: Value): boolean {
  return value.members !== undefined;
}

/** A list with one element more. */
function appended(list: Value, values: readonly Value[]): Value {
  let result = list;
  for (const value of values) {
    if (result.size === undefined) result = withMember(result, '*', joined(result.members?.get('*') ?? unknown, value));
    else result = { ...withMember(result, String(result.size), value), size: result.size + 1 };
  }
  return result;
}

const push: Kept = ({ values }, list) =>
  isContainer(list) || values.some((value) => taintOf(value)) ? { receiver: appended(list, values), result: unknown } : undefined;

const add: Kept = (use, list, follower) => {
  if (!isContainer(list) && !use.values.some((value) => taintOf(value))) return undefined;
  const [first, second] = use.values;
  if (second && typeof first?.constant === 'number') return { receiver: inserted(list, first.constant, second), result: unknown };
  return push(use, list, follower);
};

function inserted(list: Value, index: number, value: Value): Value {
  if (list.size === undefined) return appended(list, [value]);
  const elements = Array.from({ length: list.size }, (_, at) => list.members?.get(String(at)) ?? unknown).toSpliced(index, 0, value);
  return { ...list, members: new Map(elements.map((each, at) => [String(at), each])), size: elements.length };
}

const remove: Kept = ({ values }, list) => {
  const index = values[0]?.constant;
  if (!isContainer(list)) return undefined;
  if (list.size === undefined || typeof index !== 'number') return { result: anyMember(list) };
  const elements = Array.from({ length: list.size }, (_, at) => list.members?.get(String(at)) ?? unknown);
  const rest = elements.toSpliced(index, 1);
  return {
    receiver: { ...list, members: new Map(rest.map((each, at) => [String(at), each])), size: rest.length },
    result: elements[index] ?? unknown,
  };
};

const put: Kept = ({ values }, map) => {
  const [key, value] = values;
  if (!key || !value || (!isContainer(map) && !taintOf(value))) return undefined;
  const name = key.constant === undefined ? '*' : String(key.constant);
  return { receiver: withMember(map, name, name === '*' ? joined(map.members?.get('*') ?? unknown, value) : value), result: unknown };
};

/** `order.setName(name)`. */
const setProperty: Kept = ({ name, values }, object) => {
  const [value] = values;
  if (values.length !== 1 || !value || !taintOf(value)) return undefined;
  const property = `${name.charAt(3).toLowerCase()}${name.slice(4)}`;
  return { receiver: withMember(object, property, value), result: object };
};

const get: Kept = ({ values, range }, map, follower) => {
  if (!isContainer(map)) return undefined;
  const key = values[0]?.constant;
  if (key === undefined) return { result: anyMember(map) };
  const held = map.members?.get(String(key)) ?? map.members?.get('*');
  return { result: held ?? (map.taint ? memberOf(follower, map, String(key), range) : unknown) };
};

/** `this.setState({ name })`, after which it is `this.state.name`. */
const setState: Kept = ({ values }, component) => {
  const [given] = values;
  if (!given || component.origin !== '@this' || !taintOf(given)) return undefined;
  return { receiver: withMember(component, 'state', joined(component.members?.get('state') ?? unknown, given)), result: unknown };
};

/** What a text builder holds is the text. */
const append: Kept = ({ values, origin }, builder) => {
  if (builder.constant === undefined && !builder.taint && !/^String(Builder|Buffer)$/.test(origin ?? '')) {
    return values.some((value) => value.taint)
      ? { receiver: { ...builder, ...concatenated([builder, ...values]) }, result: concatenated([builder, ...values]) }
      : undefined;
  }
  const rest = withoutConstant(builder);
  const text = { ...rest, ...concatenated([builder, ...values]) };
  return { receiver: text, result: text };
};

const replaceInBuilder: Kept = ({ values, origin }, builder) => {
  if (!/^String(Builder|Buffer)$/.test(origin ?? '')) return undefined;
  const rest = withoutConstant(builder);
  const taint = builder.taint ?? values.map((value) => value.taint).find((each) => each !== undefined);
  return { receiver: { ...rest, ...(taint && { taint }) }, result: { ...rest, ...(taint && { taint }) } };
};

const addAll: Kept = ({ values }, list) => {
  const [first] = values;
  return first && isContainer(list) ? { receiver: appended(list, [anyMember(first)]), result: unknown } : undefined;
};

const methods: ReadonlyMap<string, Kept> = new Map<string, Kept>([
  ['push', push],
  ['unshift', push],
  ['add', add],
  ['addElement', add],
  ['addLast', push],
  ['offer', push],
  ['addAll', addAll],
  ['remove', remove],
  ['put', put],
  ['putIfAbsent', put],
  ['setProperty', put],
  ['set', put],
  ['setState', setState],
  ['get', get],
  ['getOrDefault', get],
  ['getProperty', get],
  ['elementAt', get],
  ['append', append],
  ['insert', replaceInBuilder],
  ['replace', replaceInBuilder],
  ['deleteCharAt', replaceInBuilder],
  ['reverse', replaceInBuilder],
]);
