import type { Call, Expression } from '../../../code/expression.ts';
import type { Return } from '../../../code/statement.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, dottedName, visitsOf } from '../../../code/walk.ts';
import { indentationAt, simpleTypeName, wholeLines } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { numericValue, textOf, truthOf } from '../../pattern/values.ts';
import { isWorthStealing, shownName, type Flag, type WeakCookie } from './cookie-flags.ts';

const setters: ReadonlyMap<string, Flag> = new Map([
  ['setSecure', 'secure'],
  ['setHttpOnly', 'httpOnly'],
  ['secure', 'secure'],
  ['httpOnly', 'httpOnly'],
  ['setUseSecureCookie', 'secure'],
  ['setUseHttpOnlyCookie', 'httpOnly'],
  ['setCookieHttpOnly', 'httpOnly'],
  ['setCookieSecure', 'secure'],
]);

/** `cookie.setSecure(false)`, `ResponseCookie.from(…).httpOnly(false)`, and a cookie that is never marked. */
export function* weakCookiesInJava(code: CodeInventory): Generator<WeakCookie> {
  for (const sight of code.calls(...setters.keys())) {
    const flag = setters.get(sight.node.name);
    const [value, ...more] = sight.node.arguments;
    if (!flag || !value || more.length > 0 || truthOf(value, sight) !== false || !isOnCookie(sight)) continue;
    const edits = value.kind === 'false' ? [{ range: value.range, newText: 'true' }] : [];
    yield { at: sight, range: sight.node.range, cookie: cookieOf(sight.node.receiver, sight), missing: [flag], edits };
  }
  for (const sight of code.calls('addCookie')) yield* unmarked(sight, sight.node.arguments[0]);
  for (const sight of code.of('return')) if (sight.node.value && isCookieType(sight)) yield* unmarked(sight, sight.node.value);
  yield* unmarkedBuilders(code);
  yield* unmarkedInRest(code);
}

function isCookieType({ symbol }: Sight): boolean {
  return simpleTypeName(symbol.type ?? '') === 'Cookie';
}

function isOnCookie(sight: Sight<Call>): boolean {
  if (sight.node.name.includes('Cookie')) return true;
  const type = sight.node.receiver && typeOf(sight.node.receiver, sight);
  if (type !== undefined) return /Cookie\w*$/.test(type);
  const root = rootOf(sight.node.receiver);
  return /cookie/i.test((root && dottedName(root)) ?? '');
}

function rootOf(expression: Expression | undefined): Expression | undefined {
  let at = expression && bare(expression);
  while (at?.kind === 'call' && at.receiver) at = bare(at.receiver);
  return at;
}

function cookieOf(receiver: Expression | undefined, scope: Sight): string {
  const made = receiver && creationOf(bare(receiver), scope);
  return shownName(textOf(made?.arguments[0], scope), undefined, '');
}

function creationOf(receiver: Expression, scope: Sight): Extract<Expression, { kind: 'new' }> | undefined {
  const value = receiver.kind === 'name' ? bindingsOf(receiver.name, scope).find((each) => each.value)?.value : receiver;
  const made = value && bare(value);
  return made?.kind === 'new' && simpleTypeName(made.type) === 'Cookie' ? made : undefined;
}

/** What a preference is kept under: nobody gains by reading it. */
const preference = /theme|lang|locale|time_?zone|currency|consent|banner|colou?r|layout|cookie_?test|test_?cookie|dismissed|collapsed/i;

/** A cookie that is added or returned here without a word about the flags. One that is deleted is left alone. */
function* unmarked(sight: Sight<Call | Return>, handed: Expression | undefined): Generator<WeakCookie> {
  const value = handed && bare(handed);
  const made = value && creationOf(value, sight);
  const again = !made && value?.kind === 'name' && isTakenFromRequest(value.name, sight);
  if (!value || (!made && !again)) return;
  const name = textOf(made?.arguments[0], sight);
  const calls =
    value.kind === 'name'
      ? visitsOf(sight.code, 'call').filter(({ node }) => node.receiver?.kind === 'name' && node.receiver.name === value.name)
      : [];
  if (
    (name !== undefined && preference.test(name)) ||
    calls.some(({ node }) => node.name === 'setMaxAge' && numericValue(node.arguments[0], sight) === 0) ||
    visitsOf(sight.code, 'call').some(({ node }) => node.arguments.some((each) => each !== handed && isSame(each, value)))
  )
    return;
  const missing = both.filter((flag) => !calls.some(({ node }) => setters.get(node.name) === flag));
  yield* withoutFlags(sight, name, missing, value.kind === 'name' ? settersBefore(sight, value.name, missing) : []);
}

/** `cookie.setSecure(true);` in front of `response.addCookie(cookie)`. */
function settersBefore(sight: Sight<Call | Return>, name: string, missing: readonly Flag[]): WeakCookie['edits'] {
  const { start } = sight.node.range;
  const indent = indentationAt(sight.file, start);
  const isAlone = wholeLines(sight.file, sight.node.range).start + indent.length === start;
  const text = missing.map((flag) => `${name}.${flag === 'secure' ? 'setSecure' : 'setHttpOnly'}(true);\n${indent}`).join('');
  return isAlone ? [{ range: { start, end: start }, newText: text }] : [];
}

const both = ['secure', 'httpOnly'] as const;

function* withoutFlags(
  sight: Sight,
  name: string | undefined,
  missing: readonly Flag[],
  edits: WeakCookie['edits'] = [],
): Generator<WeakCookie> {
  if (missing.length === 0) return;
  const isPersonal = name !== undefined && isWorthStealing(name);
  yield {
    at: sight,
    range: sight.node.range,
    cookie: shownName(name, undefined, ''),
    missing,
    edits,
    ...(!isPersonal && { severity: 'note' as const }),
  };
}

/** Handed to other code, which may mark it; to the response itself is not other code. */
function isSame(given: Expression, cookie: Expression): boolean {
  const value = bare(given);
  return value.kind === 'name' && cookie.kind === 'name' && value.name === cookie.name && value.range.start !== cookie.range.start;
}

/** What a browser sends says nothing about flags: added again it has none. */
function isTakenFromRequest(name: string, scope: Sight): boolean {
  const bindings = bindingsOf(name, scope);
  return (
    bindings.some(({ type, form }) => form === 'loop' && (type === undefined || simpleTypeName(type) === 'Cookie')) &&
    visitsOf(scope.code, 'call').some(({ node }) => node.name === 'getCookies')
  );
}

/** `ResponseCookie.from("session", id).build()`, without a flag between. */
function* unmarkedBuilders(code: CodeInventory): Generator<WeakCookie> {
  for (const sight of code.calls('build')) {
    const chain: Call[] = [];
    let at = sight.node.receiver && bare(sight.node.receiver);
    while (at?.kind === 'call') {
      chain.push(at);
      at = at.receiver && bare(at.receiver);
    }
    const made = chain.at(-1);
    const isCookie =
      made && at?.kind === 'name' && /^(?:ResponseCookie|Cookie)$/.test(at.name) && /^from(?:ClientResponse)?$/.test(made.name);
    if (!isCookie || chain.some(({ name, arguments: given }) => name === 'maxAge' && isZero(given[0], sight))) continue;
    const name = textOf(made.arguments[0], sight);
    const isOff = chain.some((each) => setters.has(each.name) && truthOf(each.arguments[0], sight) === false);
    if (isOff || (name !== undefined && preference.test(name))) continue;
    const missing = both.filter((flag) => !chain.some((each) => each.name === flag));
    const end = sight.node.receiver?.range.end ?? sight.node.nameRange.start;
    const edits = [{ range: { start: end, end }, newText: missing.map((flag) => `.${flag}(true)`).join('') }];
    yield* withoutFlags(sight, name, missing, edits);
  }
}

function isZero(expression: Expression | undefined, scope: Sight): boolean {
  return numericValue(expression, scope) === 0 || (expression && lastName(expression)) === 'ZERO';
}

/** `new NewCookie("session", id)`, and with a flag that is off. */
function* unmarkedInRest(code: CodeInventory): Generator<WeakCookie> {
  for (const sight of code.constructions('NewCookie')) {
    const given = sight.node.arguments;
    const off = given.filter((each) => truthOf(each, sight) === false).length;
    const name = textOf(given[0], sight);
    if (given.length > 2 && off === 0) continue;
    yield* withoutFlags(sight, name, given.length > 2 && off === 1 ? ['secure'] : both);
  }
}
