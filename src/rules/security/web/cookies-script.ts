import type { Call } from '../../../code/expression.ts';
import { originOf } from '../../../code/flow/origin.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { isComplete, objectOf, optionOf, textOf } from '../../pattern/values.ts';
import { flagsOff, isWorthStealing, shownName, type WeakCookie } from './cookie-flags.ts';
import { isResponse } from './response.ts';

/** `res.cookie('sid', value, { secure: false })`, `cookies.set(…)`, `session({ secret })`. */
export function* weakCookiesInScript(code: CodeInventory): Generator<WeakCookie> {
  for (const sight of code.calls('cookie', 'setCookie'))
    if (isResponse(sight.node.receiver) || (sight.node.name === 'setCookie' && !sight.node.receiver)) yield* ofCall(sight);
  for (const sight of code.calls('set'))
    if (sight.node.receiver && /^cookies$/i.test(lastName(sight.node.receiver) ?? '')) yield* ofCall(sight);
  if (!code.file.facts?.imports.some(({ source }) => /session|csurf|csrf/.test(source))) return;
  for (const sight of code.of('call')) yield* ofSession(sight);
}

function* ofCall(sight: Sight<Call>): Generator<WeakCookie> {
  const given = sight.node.arguments;
  // Hono: `setCookie(c, name, value, options)`.
  const [name, value, options] = sight.node.receiver ? given : given.slice(1);
  if (!value) return;
  const known = textOf(name, sight);
  // The script of the page has to read it, and sends it back.
  if (/csrf|xsrf/i.test(`${known ?? ''} ${sight.file.path} ${sight.symbol.name}`)) return;
  const stealable = known !== undefined && isWorthStealing(known);
  const object = objectOf(options, sight);
  if (options && !object) return;
  const inKoa = sight.node.name === 'set';
  const { missing, edits } = flagsOff(object, stealable ? (inKoa ? ['secure'] : ['secure', 'httpOnly']) : [], sight);
  if (missing.length === 0) return;
  const added = !options && {
    edits: [{ range: { start: value.range.end, end: value.range.end }, newText: ", { httpOnly: true, secure: true, sameSite: 'lax' }" }],
  };
  yield { at: sight, range: sight.node.range, cookie: shownName(known, name, sight.file.text), missing, edits, ...added };
}

const sessions =
  /^(?:express-session|cookie-session|client-sessions|@fastify\/session|@fastify\/secure-session|koa-session|csurf|@dr\.pogodin\/csurf)(?:\.default)?\(\)$/;

function* ofSession(sight: Sight<Call>): Generator<WeakCookie> {
  const origin = sight.node.arguments.length > 0 ? originOf(sight.node, sight) : undefined;
  if (origin === undefined || !sessions.test(origin)) return;
  const settings = objectOf(sight.node.arguments[0], sight);
  if (!settings || !isComplete(settings)) return;
  const nested = optionOf(settings, 'cookie', sight);
  const cookie = nested ? objectOf(nested, sight) : undefined;
  if (nested && !cookie) return;
  const flat = !origin.startsWith('express') && !cookie;
  // On HTTPS `cookie-session` sets the flag by itself; the cookie of a CSRF check has no session in it.
  const asked = /^(?:cookie-session|csurf|@dr\.pogodin\/csurf)\b/.test(origin) ? [] : (['secure'] as const);
  const { missing, edits } = flagsOff(
    flat ? settings : (cookie ?? { kind: 'object', properties: [], range: settings.range }),
    asked,
    sight,
  );
  if (missing.length === 0) return;
  const last = settings.properties.at(-1);
  const added =
    !flat && !cookie && last ? [{ range: { start: last.range.end, end: last.range.end }, newText: ', cookie: { secure: true }' }] : edits;
  const empty = cookie?.properties.length === 0 ? [{ range: cookie.range, newText: '{ secure: true }' }] : added;
  yield {
    at: sight,
    range: sight.node.range,
    cookie: origin.includes('csurf') ? 'The cookie of the CSRF check' : 'The session cookie',
    missing,
    edits: empty,
  };
}
