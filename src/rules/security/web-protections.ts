import type { Call, Construction, Expression } from '../../code/expression.ts';
import { literalNumber } from '../../code/flow/literal-number.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';
import { callKind, callTable, type CallShape } from '../safeguards/call-kind.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import { annotationKind } from '../safeguards/annotation-kind.ts';
import { handedOnKind } from '../safeguards/handed-on.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const headers =
  /^(content-security-policy|x-frame-options|strict-transport-security|x-content-type-options|referrer-policy|permissions-policy|cross-origin-(opener|embedder|resource)-policy|cache-control)$/i;

const firstText = (call: Call | Construction): string =>
  call.arguments[0]?.kind === 'string' ? call.arguments[0].value.toLowerCase() : '';
const header: CallShape = {
  family: 'security headers',
  given: new RegExp(`^["'\`]${headers.source.slice(1, -1)}["'\`]`, 'i'),
  key: firstText,
};
/** What serves a request is named in the answer. */
export const poweredBy = 'the silence about what serves it';
const forgery: CallShape = { family: 'the check against forged requests' };
const policy: CallShape = { family: 'security headers' };

/** Middleware and configuration calls of Express, Koa, Fastify, Hono and Spring Security. */
export const webCalls: SafeguardKind = callKind(
  callTable(
    ['csrf csurf csrfProtection doubleCsrf csrfSync verifyCsrfToken csrfTokenRepository csrfFilter doubleCsrfProtection', forgery],
    ['helmet secureHeaders lusca nosniff frameguard hsts hidePoweredBy noSniff contentSecurityPolicy xssFilter', policy],
    ['frameOptions httpStrictTransportSecurity contentTypeOptions xssProtection referrerPolicy permissionsPolicy', policy],
    ['setHeader header set addHeader append headers', header],
    ['disable', { family: poweredBy, given: /^["'`]x-powered-by["'`]/i }],
    ['set', { family: poweredBy, given: /^["'`]x-powered-by["'`], ?false/i }],
    ['requiresSecure redirectToHttps requireHttps enforceHttps forceSsl', { family: 'the redirect to HTTPS' }],
  ),
  {
    elsewhere: /content-security-policy|x-frame-options|strict-transport-security|x-content-type-options|csrf|helmet/i,
    helpers: /csrf|helmet|secur|header|csp|hsts/i,
  },
);

const isFalse = (value: Expression): boolean => value.kind === 'false' || value.kind === 'null' || value.kind === 'undefined';
const sameSite = (value: Expression): number | undefined => {
  const text = value.kind === 'string' ? value.value.toLowerCase() : value.kind;
  return { strict: 3, true: 3, lax: 2, none: 1 }[text];
};
const flag = (family: string) => ({ family, level: (value: Expression) => (value.kind === 'true' ? 1 : isFalse(value) ? 0 : undefined) });

/** Options of cookies, and where requests may come from. */
export const webOptions: SafeguardKind = optionKind(
  optionTable(
    ['httpOnly', flag('the cookie flag HttpOnly')],
    ['secure', { ...flag('the cookie flag Secure'), of: /cookie|session|^res$|response|serialize/i }],
    ['sameSite', { family: 'the cookie flag SameSite', level: sameSite }],
    ['origin allowedOrigins allowOrigins', { family: 'the origins that may ask', level: originLevel }],
    ['maxAge', { family: 'security headers', level: hstsAge, of: /^(?:helmet|hsts|strictTransportSecurity)$/ }],
    ['contentSecurityPolicy frameguard hsts crossOriginEmbedderPolicy', { family: 'security headers', isOff: isFalse, of: /helmet/i }],
  ),
  {},
);

/** How long browsers keep to HTTPS; a day less is no loss. */
function hstsAge(value: Expression): number | undefined {
  const seconds = literalNumber(value);
  return seconds === undefined ? undefined : seconds < 86_400 ? 0 : 1;
}

/** `*`, `true` and a function that is not looked into let everyone in. */
function originLevel(value: Expression): number | undefined {
  if (value.kind === 'string') return value.value === '*' ? 0 : 1;
  if (value.kind === 'true') return 0;
  if (value.kind === 'array') return value.elements.some((each) => each.kind === 'string' && each.value === '*') ? 0 : 1;
  return value.kind === 'false' || value.kind === 'regex' || value.kind === 'name' || value.kind === 'member' ? 1 : undefined;
}

/** `@CrossOrigin("https://shop.example")` that becomes one for all. */
export const webAnnotations: SafeguardKind = annotationKind(
  new Map([
    [
      'CrossOrigin',
      {
        family: 'the origins that may ask',
        level: (_annotation, text) => (/["'][^"'*]+["']/.test(text) && !/["']\*["']/.test(text) ? 1 : 0),
      },
    ],
  ]),
  { exposed: () => false },
);

/** `app.register(fastifyCsrf)`, `app.use(csrfProtection)`. */
export const forgeryPlugins: SafeguardKind = handedOnKind(forgery.family, /csrf|xsrf/i, { helpers: /csrf/i, elsewhere: /csrf/i });

/** `{ key: 'Content-Security-Policy', value: … }` in a list of headers, as Next and Vercel take it. */
export const listedHeaders: SafeguardKind = {
  inConfiguration: true,
  helpers: /header|csp|helmet/i,
  elsewhere: /content-security-policy|x-frame-options|strict-transport-security|x-content-type-options/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'object').flatMap((visited): readonly Safeguard[] => {
      const { properties, range } = visited.node;
      const named = properties.find(({ key }) => /^(?:key|name)$/.test(key))?.value;
      if (named?.kind !== 'string' || !headers.test(named.value) || !properties.some(({ key }) => key === 'value')) return [];
      return [{ family: policy.family, key: named.value.toLowerCase(), scope: scopeOf(visited), range }];
    }),
};
