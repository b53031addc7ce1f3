import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, dottedName, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
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
  for (const sight of code.calls('addCookie')) yield* unmarked(sight);
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

/** A cookie for a person that is made here and added without a word about the flags. One that is deleted is left alone. */
function* unmarked(sight: Sight<Call>): Generator<WeakCookie> {
  const [added] = sight.node.arguments;
  const value = added && bare(added);
  const made = value && creationOf(value, sight);
  if (!made) return;
  const name = textOf(made.arguments[0], sight);
  const calls =
    value.kind === 'name'
      ? visitsOf(sight.code, 'call').filter(({ node }) => node.receiver?.kind === 'name' && node.receiver.name === value.name)
      : [];
  if (
    name === undefined ||
    !isWorthStealing(name) ||
    calls.some(({ node }) => node.name === 'setMaxAge' && numericValue(node.arguments[0], sight) === 0)
  )
    return;
  const missing = (['secure', 'httpOnly'] as const).filter((flag) => !calls.some(({ node }) => setters.get(node.name) === flag));
  if (missing.length > 0) yield { at: sight, range: sight.node.range, cookie: shownName(name, undefined, ''), missing, edits: [] };
}
