import type { Call, Construction, Expression } from '../../expression.ts';
import { dottedName } from '../../walk.ts';
import { stringMethod } from '../fold.ts';
import { followCallbacks, followedByMethod } from './callbacks.ts';
import { reportChosen } from './chosen.ts';
import { contained } from './containers.ts';
import { bareType } from './bare-type.ts';
import type { Follower } from './follower.ts';
import type { Use } from './knowledge.ts';
import { assign, memberOf } from './members.ts';
import { passedOn } from './passing.ts';
import type { State } from './state.ts';
import { stepped, taintOf, unknown, type Value } from './value.ts';

/** What a call gives; harm on the way is reported. */
export function evaluateCall(follower: Follower, call: Call, state: State, awaited: boolean): Value {
  return follower.within(() => followCall(follower, call, state, awaited), unknown);
}

function followCall(follower: Follower, call: Call, state: State, awaited: boolean): Value {
  const receiver = call.receiver ? follower.evaluate(call.receiver, state) : undefined;
  const callee = calleeOf(follower, call, receiver, state);
  const values = argumentsOf(follower, call.arguments, state);
  const use = useOf(call, receiver, callee, values);
  follower.notes.report(use);
  if (callee.chosen) reportChosen(follower, 'call', callee.chosen, call.range);
  const local = localCallable(follower, call, receiver, callee);
  if (local) return follower.knowledge.handedBack(call.name, follower.enter(local, values, call.range, selfOf(call, receiver)));
  const changed = follower.knowledge.effect(use);
  if (changed && call.receiver) assign(follower, call.receiver, changed, state);
  const known = follower.knowledge.result(changed ? { ...use, receiver: changed } : use);
  if (known && follower.knowledge.isInput(known)) follower.notes.noteInput();
  followCallbacks(follower, use, known ?? receiver);
  fillArguments(follower, call, receiver, state);
  if (known) return known;
  const text =
    typeof receiver?.constant === 'string'
      ? stringMethod(
          receiver.constant,
          call.name,
          values.map(({ constant }) => constant),
        )
      : undefined;
  if (text !== undefined) return { constant: text };
  noteThrown(follower, use);
  return followedByMethod(follower, use) ?? contained(follower, call, use, state) ?? passedOn(use, awaited, follower.isJava);
}

/** What a function of which nothing is known throws often quotes what it was given. */
function noteThrown(follower: Follower, { receiver, name, origin, values, range }: Use): void {
  const thrown = follower.frame?.thrown.at(-1);
  if (!thrown || receiver || origin !== undefined || follower.isJava || /^(?:set|clear)|^(?:alert|isNaN|fetch|require|\$)$/.test(name))
    return;
  const taint = values.map((value) => taintOf(value)).find((each) => each?.kind === 'client');
  if (taint) thrown.push({ taint: { ...stepped(taint, range, 'may be in what is thrown here'), weak: true, lead: '' } });
}

/** `stream.read(buffer)` fills the buffer. */
function fillArguments(follower: Follower, call: Call, receiver: Value | undefined, state: State): void {
  const taint = taintOf(receiver);
  if (!taint || !/^(read|readFully|readNBytes|encode|toNormalizedString|getChars|copyTo|pipe)$/.test(call.name)) return;
  for (const argument of call.arguments) {
    const held = argument.kind === 'name' ? state.get(argument.name) : undefined;
    if (held && held.constant === undefined)
      assign(follower, argument, { ...held, taint: stepped({ ...taint, lead: '' }, call.range, 'read here') }, state);
  }
}

/** The arguments, the elements of a spread list each for themselves where they are known. */
function argumentsOf(follower: Follower, given: readonly Expression[], state: State): readonly Value[] {
  return given.flatMap((argument): readonly Value[] => {
    const value = follower.evaluate(argument, state);
    if (argument.kind !== 'spread' || value.size === undefined) return [value];
    return Array.from({ length: Math.min(value.size, 10) }, (_, index) => value.members?.get(String(index)) ?? unknown);
  });
}

function calleeOf(follower: Follower, call: Call, receiver: Value | undefined, state: State): Value {
  if (call.name === '') return receiver ?? unknown;
  if (!receiver) return state.get(call.name) ?? follower.outer(call.name, call.nameRange);
  return memberOf(follower, receiver, call.name, call.nameRange);
}

function useOf(call: Call, receiver: Value | undefined, callee: Value, values: readonly Value[]): Use {
  const written = call.receiver ? dottedName(call.receiver) : undefined;
  const origin = call.receiver && call.name !== '' ? receiver?.origin : callee.origin;
  return {
    form: 'call',
    name: call.name,
    ...(origin !== undefined && { origin }),
    ...(call.receiver ? written !== undefined && { written: `${written}.${call.name}` } : { written: call.name }),
    ...(receiver && { receiver }),
    ...(call.receiver && { receiverRange: call.receiver.range }),
    values,
    ranges: call.arguments.map(({ range }) => range),
    range: call.range,
  };
}

function localCallable(follower: Follower, call: Call, receiver: Value | undefined, callee: Value): Value['callable'] {
  if (callee.callable) return callee.callable;
  if (!call.receiver) return follower.isJava ? follower.method(call.name, call.arguments.length) : undefined;
  if (call.receiver.kind === 'this') return follower.method(call.name, call.arguments.length);
  const type = receiver?.origin ?? (call.receiver.kind === 'name' ? call.receiver.name : undefined);
  return type !== undefined && follower.isTypeOfFile(type) ? follower.method(call.name, call.arguments.length, type) : undefined;
}

function selfOf(call: Call, receiver: Value | undefined): Value | undefined {
  return call.receiver && receiver?.members ? receiver : undefined;
}

/** What a construction gives. */
export function evaluateNew(follower: Follower, node: Construction, state: State): Value {
  const values = argumentsOf(follower, node.arguments, state);
  for (const member of node.members ?? []) {
    follower.noteFunction({
      name: member.name,
      parameters: member.parameters,
      body: member.body,
      range: member.range,
      around: state,
      symbol: follower.symbol,
    });
  }
  const [first = '', ...rest] = node.type.split('.');
  const callee = state.get(first) ?? follower.outer(first, node.range);
  const origin = follower.isJava ? bareType(node.type) : [callee.origin ?? first, ...rest].join('.');
  const use: Use = {
    form: 'new',
    name: bareType(node.type),
    origin,
    written: node.type,
    values,
    ranges: node.arguments.map(({ range }) => range),
    range: node.range,
  };
  follower.notes.report(use);
  if (callee.chosen) reportChosen(follower, 'call', callee.chosen, node.range);
  const constructor = follower.isTypeOfFile(node.type)
    ? follower.method(follower.isJava ? node.type : 'constructor', values.length, node.type)
    : undefined;
  if (constructor)
    return { ...follower.enter(constructor, values, node.range, { origin: node.type, members: new Map() }), origin: node.type };
  const known = follower.knowledge.result(use);
  followCallbacks(follower, use, undefined);
  return known ?? constructed(use, origin, follower.isJava);
}

const lists = /^(ArrayList|LinkedList|Vector|Stack|ArrayDeque|PriorityQueue|HashSet|LinkedHashSet|TreeSet|Array|Set)$/;
const maps = /^(HashMap|LinkedHashMap|TreeMap|Hashtable|ConcurrentHashMap|Properties|Map|WeakMap|EnumMap)$/;
const texts = /^(StringBuilder|StringBuffer|String|StringWriter|StringReader|Buffer|Text)$/;

function constructed(use: Use, origin: string, isJava: boolean): Value {
  const own = isJava ? origin : `${origin}()`;
  const [first] = use.values;
  if (lists.test(use.name))
    return {
      origin: own,
      ...(first?.members ? { ...first, origin: own } : { members: new Map(), size: 0 }),
      ...(first?.taint && { taint: first.taint }),
    };
  if (maps.test(use.name))
    return { origin: own, members: first?.members ?? new Map<string, Value>(), ...(first?.taint && { taint: first.taint }) };
  if (texts.test(use.name)) return { ...(first ?? { constant: '' }), origin: own };
  const taint = use.values.map((value) => taintOf(value)).find((each) => each !== undefined);
  return { origin: own, ...(taint && { taint: { ...stepped(taint, use.range, `goes into \`new ${use.name}\``), lead: '' } }) };
}
