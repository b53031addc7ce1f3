import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../expression.ts';
import type { Follower } from './follower.ts';
import type { State } from './state.ts';
import { joined, taintOf, unknown, withMember, type Taint, type Value } from './value.ts';

const counts: ReadonlySet<string> = new Set(['length', 'size', 'byteLength', 'constructor', 'prototype']);

/** What `object.name` holds. */
export function memberOf(follower: Follower, object: Value, name: string, range: TextRange): Value {
  const own = object.members?.get(name);
  if (own) return own;
  const brought = follower.knowledge.member(object, name, range);
  if (brought) return brought;
  if (name === 'length' && object.size !== undefined) return { constant: object.size };
  if (name === 'length' && typeof object.constant === 'string') return { constant: object.constant.length };
  if (counts.has(name) && !(object.taint && !object.taint.steps.before)) return unknown;
  const any = object.members?.get('*');
  const taint = object.taint ?? any?.taint;
  const origin = object.origin === undefined || object.origin.length > 120 ? undefined : `${object.origin}.${name}`;
  return { ...(taint && { taint: { ...sharper(taint, range), lead: '' } }), ...(origin !== undefined && { origin }) };
}

/** `req.query.name` says more than `req.query`: as long as the data is where it came in, all of the way is its source. */
function sharper(taint: Taint, range: TextRange): Taint {
  const { source, steps } = taint;
  if (steps.before || range.start !== source.start || range.end <= source.end) return taint;
  return { ...taint, source: range, steps: { ...steps, range } };
}

/** What an index that is not known takes out. */
export function anyMember(object: Value): Value {
  const all = [...(object.members?.values() ?? [])];
  const held = all.length === 0 ? unknown : all.reduce((a, b) => joined(a, b));
  const rest = withoutConstant(held);
  return object.taint ? { ...rest, taint: { ...object.taint, lead: '' } } : rest;
}

/** The same of a value that may be another one. */
export function withoutConstant(value: Value): Value {
  if (value.constant === undefined && !value.chosen) return value;
  const rest: { -readonly [Key in keyof Value]: Value[Key] } = { ...value };
  delete rest.constant;
  delete rest.chosen;
  return rest;
}

/** A variable keeps the type that it was declared with: `ZipEntry e; while ((e = zip.getNextEntry()) != null)`. */
function typedAs(value: Value, before: Value | undefined): Value {
  const type = before?.origin;
  return value.origin === undefined && !value.callable && type !== undefined && /^[A-Z]/.test(type) ? { ...value, origin: type } : value;
}

/** Puts a value where a name, member or index stands for it. */
export function assign(follower: Follower, target: Expression, value: Value, state: State): void {
  switch (target.kind) {
    case 'name':
      state.assign(target.name, follower.isJava ? typedAs(value, state.get(target.name)) : value);
      return;
    case 'this':
      state.assign('this', value);
      return;
    case 'cast':
      assign(follower, target.value, value, state);
      return;
    case 'member':
      assign(follower, target.object, withMember(follower.evaluate(target.object, state), target.name, value), state);
      return;
    case 'index':
      assignIndex(follower, target, value, state);
      return;
    case 'array':
    case 'object':
    case 'assignment':
      assignPattern(follower, target, value, state);
      return;
    default:
  }
}

function assignIndex(follower: Follower, target: Extract<Expression, { kind: 'index' }>, value: Value, state: State): void {
  const object = follower.evaluate(target.object, state);
  const { constant } = follower.evaluate(target.index, state);
  if (constant !== undefined) assign(follower, target.object, withMember(object, String(constant), value), state);
  else if (taintOf(value))
    assign(follower, target.object, withMember(object, '*', joined(object.members?.get('*') ?? unknown, value)), state);
}

function assignPattern(
  follower: Follower,
  target: Extract<Expression, { kind: 'array' | 'object' | 'assignment' }>,
  value: Value,
  state: State,
): void {
  if (target.kind === 'assignment') {
    assign(follower, target.target, value, state);
    return;
  }
  if (target.kind === 'array') {
    target.elements.forEach((each, index) => {
      if (each.kind === 'spread') assign(follower, each.value, withMember(unknown, '*', anyMember(value)), state);
      else assign(follower, each, memberOf(follower, value, String(index), each.range), state);
    });
    return;
  }
  for (const { key, value: each } of target.properties)
    assign(follower, each, key === '...' ? value : memberOf(follower, value, key, each.range), state);
}
