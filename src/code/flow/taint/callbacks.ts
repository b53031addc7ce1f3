import type { Follower } from './follower.ts';
import type { Use } from './knowledge.ts';
import { anyMember } from './members.ts';
import { joined, taintOf, unknown, type Value } from './value.ts';

const overElements =
  /^(map|flatMap|filter|forEach|find|findLast|some|every|findIndex|sort|anyMatch|allMatch|noneMatch|peek|forEachOrdered|removeIf|takeWhile|dropWhile|ifPresent|orElseGet)$/;
const givesElements =
  /^(filter|find|findLast|sort|peek|takeWhile|dropWhile|reverse|toSorted|toReversed|slice|splice|concat|flat|values|sorted|distinct|limit|skip|stream|iterator|toList|collect|findFirst|findAny|orElse|orElseThrow|toArray|asList|next|entrySet|keySet)$/;
const gives: ReadonlySet<string> = new Set([
  'pop',
  'shift',
  'at',
  'next',
  'nextElement',
  'peek',
  'poll',
  'getFirst',
  'getLast',
  'firstElement',
  'lastElement',
  'element',
]);

/** Goes into the functions that a call is handed, with what they are given. */
export function followCallbacks(follower: Follower, use: Use, receiver: Value | undefined): void {
  if (overElements.test(use.name) || /^(then|catch|finally|reduce|reduceRight)$/.test(use.name)) return;
  for (const { callable } of use.values) {
    if (!callable || (!callable.around && !callable.symbol)) continue;
    const given = follower.knowledge.callback(use, callable.parameters);
    if (!given) continue;
    const result = follower.enter(
      callable,
      given.map((value) => value ?? unknown),
      use.range,
      receiver,
    );
    if (follower.knowledge.takesResult(use))
      follower.notes.report({ ...use, values: use.values.map((value) => (value.callable === callable ? result : value)) });
  }
}

/** What the methods of lists and promises give that are handed a function; undefined for other methods. */
export function followedByMethod(follower: Follower, use: Use): Value | undefined {
  const { receiver, name, values, range } = use;
  if (!receiver) return undefined;
  const [callback, other] = values;
  if (name === 'then' || name === 'catch' || name === 'finally') return followPromise(follower, use, receiver);
  if (name === 'reduce' || name === 'reduceRight') {
    const start = other ?? anyMember(receiver);
    return callback?.callable ? joined(start, follower.enter(callback.callable, [start, anyMember(receiver)], range)) : undefined;
  }
  if (overElements.test(name) && callback?.callable) {
    const element = anyMember(receiver);
    const result = follower.enter(callback.callable, [element, unknown, receiver], range);
    if (name === 'map' || name === 'flatMap') return listOf(result);
    return givesElements.test(name) ? (name.startsWith('find') ? element : receiver) : unknown;
  }
  if (name === 'join') return joinedList(receiver, values[0]);
  if (gives.has(name) && receiver.members) return anyMember(receiver);
  if (name === 'concat' && receiver.members) return [...values, receiver].reduce((a, b) => joined(a, b));
  if (!givesElements.test(name) || !receiver.members) return undefined;
  return /^(find|orElse)/.test(name) || name === 'next'
    ? anyMember(receiver)
    : { ...listOf(anyMember(receiver)), ...(receiver.taint && { taint: receiver.taint }) };
}

function followPromise(follower: Follower, use: Use, receiver: Value): Value | undefined {
  if (use.name === 'catch') return receiver;
  const [callback] = use.values;
  return callback?.callable ? follower.enter(callback.callable, [receiver], use.range) : undefined;
}

function listOf(element: Value): Value {
  return { members: new Map([['*', element]]) };
}

/** A list as a text: what stands before the first tainted element is known where the list is. */
function joinedList(list: Value, separator: Value | undefined): Value | undefined {
  const taint = taintOf(list);
  if (!taint) return undefined;
  if (list.size === undefined) return { taint: { ...taint, lead: list.taint ? '' : '\0' } };
  const between = typeof separator?.constant === 'string' ? separator.constant : ',';
  let lead = '';
  for (let index = 0; index < list.size; index++) {
    const element = list.members?.get(String(index));
    const own = taintOf(element);
    if (own) return { taint: { ...own, lead: lead + own.lead } };
    lead += (element?.constant === undefined ? '\0' : String(element.constant)) + between;
  }
  return { taint };
}
