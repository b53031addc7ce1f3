import type { Call, Expression } from '../../expression.ts';
import { bare } from '../../walk.ts';
import type { Follower } from './follower.ts';
import { assign, withoutConstant } from './members.ts';
import type { State } from './state.ts';
import { cleaned, taintOf, type Danger, type Taint, type Value } from './value.ts';

/** Takes into the state what is known where a test has come out true or false. */
export function narrowed(follower: Follower, test: Expression, outcome: boolean, state: State): void {
  const node = bare(test);
  switch (node.kind) {
    case 'unary':
      if (node.operator === '!') narrowed(follower, node.operand, !outcome, state);
      return;
    case 'binary':
      narrowedByBinary(follower, node, outcome, state);
      return;
    case 'call':
      narrowedByCall(follower, node, outcome, state);
      return;
    case 'assignment':
      narrowed(follower, node.value, outcome, state);
      return;
    case 'name':
    case 'member':
      // Nothing is in an empty text.
      if (!outcome) harmless(follower, node, 'all', state);
      return;
    default:
  }
}

function narrowedByBinary(follower: Follower, node: Extract<Expression, { kind: 'binary' }>, outcome: boolean, state: State): void {
  const { operator, left, right } = node;
  if (operator === '&&' || operator === '||') {
    narrowedByBoth(follower, node, outcome, state);
    return;
  }
  const isEqual = operator === '==' || operator === '===';
  if (!isEqual && operator !== '!=' && operator !== '!==') {
    narrowedByComparison(follower, node, outcome, state);
    return;
  }
  const [subject, other] = isFixed(follower, right, state) ? [left, right] : [right, left];
  if (!isFixed(follower, other, state)) return;
  const holds = isEqual === outcome;
  if (subject.kind === 'unary' && subject.operator === 'typeof') {
    const type = follower.evaluate(other, state).constant;
    if (holds && type !== 'string' && type !== 'object') harmless(follower, subject.operand, 'all', state);
    if (type !== 'function' && holds !== (type === 'object')) notChosen(subject.operand, state);
    return;
  }
  if (subject.kind === 'call' && /^(indexOf|search)$/.test(subject.name)) {
    narrowedByFinding(follower, subject, holds !== (follower.evaluate(other, state).constant === -1), state);
    return;
  }
  if (subject.kind === 'call' && (other.kind === 'null' || other.kind === 'undefined')) narrowed(follower, subject, !holds, state);
  else if (holds) {
    harmless(follower, subject, 'all', state);
    const address = addressOf(subject);
    if (address) harmless(follower, address, ['redirect', 'request'], state);
  } else if (/^(?:__proto__|constructor|prototype)$/.test(String(follower.evaluate(other, state).constant)))
    harmless(follower, subject, ['property'], state);
}

/** The address whose host is asked for: of `new URL(x).host` it is `x`, of `target.hostname` it is `target`. */
function addressOf(subject: Expression): Expression | undefined {
  const value = bare(subject);
  if (value.kind !== 'member' || !/^(?:host|hostname|origin)$/.test(value.name)) return undefined;
  const object = bare(value.object);
  return object.kind === 'new' && object.type === 'URL' ? object.arguments[0] : object;
}

/** `list.indexOf(x) >= 0`, `x.indexOf('..') > -1`. */
function narrowedByComparison(follower: Follower, node: Extract<Expression, { kind: 'binary' }>, outcome: boolean, state: State): void {
  const { operator, left } = node;
  if (left.kind === 'call' && left.name === 'indexOf' && /^[<>]=?$/.test(operator)) {
    narrowedByFinding(follower, left, operator.startsWith('>') === outcome, state);
  } else if (operator === 'instanceof' && outcome) notChosen(left, state);
  else if (operator === 'in' && outcome) harmless(follower, left, 'all', state);
}

function narrowedByFinding(follower: Follower, call: Call, isFound: boolean, state: State): void {
  narrowedByCall(follower, { ...call, name: call.name === 'search' ? 'match' : 'includes' }, isFound, state);
}

function narrowedByBoth(follower: Follower, node: Extract<Expression, { kind: 'binary' }>, outcome: boolean, state: State): void {
  const isBoth = (node.operator === '&&') === outcome;
  if (isBoth) {
    narrowed(follower, node.left, outcome, state);
    narrowed(follower, node.right, outcome, state);
    return;
  }
  const [one, other] = [state.copy(), state.copy()];
  narrowed(follower, node.left, outcome, one);
  narrowed(follower, node.right, outcome, other);
  state.become([one, other]);
}

function isFixed(follower: Follower, expression: Expression, state: State): boolean {
  const value = bare(expression);
  return (
    value.kind === 'string' ||
    value.kind === 'number' ||
    value.kind === 'null' ||
    value.kind === 'undefined' ||
    value.kind === 'true' ||
    value.kind === 'false' ||
    (value.kind !== 'unary' && follower.evaluate(value, state).constant !== undefined) ||
    (value.kind === 'unary' && value.operand.kind === 'number') ||
    (value.kind === 'member' && /^[A-Z]/.test(value.name))
  );
}

/** Texts that must not be in a path or in a URL. */
const forbidden: ReadonlyMap<string, readonly Danger[]> = new Map([
  ['..', ['path']],
  ['../', ['path']],
  ['/', ['path', 'redirect']],
  ['\\', ['path']],
  ['<', ['html']],
  ['\n', ['header', 'log']],
  ['\r', ['header', 'log']],
]);

/** The name that `a.hasOwnProperty(name)`, `Object.hasOwn(a, name)` and `hasOwnProperty.call(a, name)` ask for. */
function ownNameIn({ receiver, name, arguments: given }: Call): Expression | undefined {
  if (name === 'hasOwnProperty' || name === 'hasOwn') return given.at(-1);
  return name === 'call' && receiver?.kind === 'member' && receiver.name === 'hasOwnProperty' ? given[1] : undefined;
}

function narrowedByCall(follower: Follower, call: Call, outcome: boolean, state: State): void {
  const { receiver, name } = call;
  const [first] = call.arguments;
  const own = ownNameIn(call);
  if (own) {
    if (outcome) harmless(follower, own, 'all', state);
    return;
  }
  if (receiver && first && /^(includes|has|contains|containsKey|some|equals|equalsIgnoreCase)$/.test(name)) {
    narrowedByMembership(follower, call, outcome, state);
    return;
  }
  if (receiver && first && /^(test|exec|match|matches|matcher)$/.test(name)) {
    narrowedByPattern(follower, call, outcome, state);
    return;
  }
  if (receiver && name === 'startsWith' && first) {
    const prefix = follower.evaluate(first, state).constant;
    if (!outcome) {
      if (
        typeof prefix === 'string' &&
        /^\.\.?\/?$/.test(prefix) &&
        evaluatedTaint(follower, receiver, state)?.harmless.has('was-resolved') === true
      )
        harmless(follower, receiver, ['path'], state);
      return;
    }
    if (prefix === undefined || typeof prefix === 'string') harmless(follower, receiver, safeAfter(prefix), state);
    return;
  }
  const dangers = follower.knowledge.checked(name, outcome);
  if (!dangers) return;
  for (const argument of call.arguments.flatMap((each) => (each.kind === 'concatenation' ? each.parts : [each])))
    harmless(follower, argument, dangers, state);
  if (receiver && call.arguments.length === 0) harmless(follower, receiver, dangers, state);
}

/** A text that begins like this stays on this host; in a path it says something only where the path was resolved before. */
function safeAfter(prefix: string | undefined): readonly Danger[] {
  if (prefix === undefined || /^https?:\/\/[^/]+\//.test(prefix)) return ['redirect', 'request', 'resolved-path'];
  return prefix.startsWith('/') && prefix.length > 1 ? ['redirect', 'resolved-path'] : ['resolved-path'];
}

/** `list.includes(x)` finds x among what was written; `x.includes('..')` finds what must not be in it. */
function narrowedByMembership(follower: Follower, call: Call, outcome: boolean, state: State): void {
  const { receiver } = call;
  const [first] = call.arguments;
  if (!receiver || !first) return;
  const among = follower.evaluate(receiver, state);
  const sought = follower.evaluate(first, state);
  const isEquality = call.name.startsWith('equals');
  if (taintOf(sought) && !taintOf(among)) {
    if (outcome) harmless(follower, first, 'all', state);
  } else if (taintOf(among) && typeof sought.constant === 'string') {
    if (isEquality && outcome) harmless(follower, receiver, 'all', state);
    const dangers = forbidden.get(sought.constant);
    if (!isEquality && !outcome && dangers) harmless(follower, receiver, dangers, state);
  }
}

function narrowedByPattern(follower: Follower, call: Call, outcome: boolean, state: State): void {
  const [first] = call.arguments;
  const { receiver } = call;
  if (!receiver || !first) return;
  const isOfPattern = call.name === 'test' || call.name === 'exec' || call.name === 'matcher';
  const [pattern, subject] = isOfPattern ? [receiver, first] : [first, receiver];
  const source = patternOf(follower, pattern, state);
  if (source === undefined) return;
  const isWhole = call.name === 'matches' || /^\^[\s\S]*\$$/.test(source);
  if (outcome ? isWhole && isNarrow(source) : isNegated(source)) harmless(follower, subject, 'all', state);
  else if (!outcome) harmless(follower, subject, follower.knowledge.withoutCharacters(`${source}/g`), state);
}

function patternOf(follower: Follower, expression: Expression, state: State): string | undefined {
  const value = bare(expression);
  if (value.kind === 'regex') return value.pattern;
  const { constant, origin } = follower.evaluate(value, state);
  if (origin?.startsWith('regex:') === true) return origin.slice('regex:'.length, origin.lastIndexOf('/'));
  return typeof constant === 'string' ? constant : undefined;
}

/** Lets only few characters through: words, digits, listed ones. */
function isNarrow(pattern: string): boolean {
  if (/(^|[^\\])\.[*+]|\[\^|\\[SDW]/.test(pattern)) return false;
  return !/[|]/.test(pattern.replace(/\([^)]{0,1000}\)/g, '')) || !/^\^[^$]*\|/.test(pattern);
}

/** `/[^A-Za-z0-9]/` finds what must not be there. */
function isNegated(pattern: string): boolean {
  return /^\[\^[^\]]*\][+*]?$/.test(pattern) || /^\\[WD]\+?$/.test(pattern);
}

function harmless(follower: Follower, subject: Expression, dangers: readonly Danger[] | 'all', state: State): void {
  const node = bare(subject);
  if (
    node.kind === 'call' &&
    node.receiver &&
    node.arguments.length === 0 &&
    /^(trim|toLowerCase|toUpperCase|toString|strip)$/.test(node.name)
  ) {
    harmless(follower, node.receiver, dangers, state);
    return;
  }
  if (node.kind !== 'name' && node.kind !== 'member' && node.kind !== 'index') return;
  const value: Value = follower.evaluate(node, state);
  if (!taintOf(value)) return;
  if (node.kind === 'name') state.narrow(node.name, cleaned(value, dangers));
  else assign(follower, node, cleaned(value, dangers), state);
}

/** What all objects share is an object, and an instance of nothing. */
function notChosen(subject: Expression, state: State): void {
  const node = bare(subject);
  const value = node.kind === 'name' ? state.get(node.name) : undefined;
  if (node.kind === 'name' && value?.chosen) state.narrow(node.name, withoutConstant(value));
}

function evaluatedTaint(follower: Follower, expression: Expression, state: State): Taint | undefined {
  return taintOf(follower.evaluate(expression, state));
}
