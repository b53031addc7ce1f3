import { canonical } from '../../../code/canonical.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bare, codeOf, dottedName, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

/** What runs before handlers: of Spark, Javalin, Elysia, Express, Fastify, h3. */
const before = /^(?:before|beforeMatched|onBeforeHandle|beforeHandle|use|addHook|onRequest|guard|hook|preHandler)$/;
/** What is put around them: of Vert.x, gRPC, Jersey, Spring, OkHttp’s servers. */
const around =
  /^(?:handler|intercept|interceptForward|interceptors?|addInterceptor|register|addFilter(?:Before|After|At)?|beforeMatched|before)$/;

const guarding =
  /(?:Auth\w{0,20}|Jwt\w{0,10}|JWT\w{0,10}|OAuth2?|Access\w{0,12}|Roles?\w{0,10}|Permissions?\w{0,10}|Security|ApiKey|BasicAuth)(?:Handler|Interceptor|Filter|Feature|Guard|Middleware|Enforcer|Manager)$/;
const checkingMethod =
  /^(?:check|require|ensure|verify|enforce|authenticate|authorize)\w{0,10}(?:Auth|Access|Role|Permission|Login|User|Token|Session)\w{0,12}$/i;
const refusal = /\b40[13]\b|\bhalt\(|[uU]nauthori[sz]ed|UNAUTHORIZED|[fF]orbidden|FORBIDDEN|AccessDenied/;

/** Code that is put before or around handlers and refuses: written there, or made by a type that says so. */
export const refusingHooks: SafeguardKind = {
  helpers: /auth|guard|access|permission|secur|role|login/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'call').flatMap((visited): readonly Safeguard[] => {
      const { node } = visited;
      const what = hookOf(node, at.file);
      return what === undefined ? [] : [{ family: 'access', key: what, scope: scopeOf(visited), range: shownOf(node) }];
    }),
};

function hookOf(call: Call, file: SourceFile): string | undefined {
  const given = call.arguments.map(bare);
  if (before.test(call.name) && !hearsAnswers(call) && given.some((each) => refuses(each, file))) {
    const [first] = given;
    return `${call.name} ${first?.kind === 'string' ? first.value : ''}`;
  }
  return around.test(call.name) ? given.map(guardType).find((each) => each !== undefined) : undefined;
}

/** `axios.interceptors.response.use(…)` hears what others refuse. */
function hearsAnswers({ receiver }: Call): boolean {
  return receiver !== undefined && /\binterceptors\b/.test(dottedName(receiver) ?? '');
}

function refuses(given: Expression, { text }: SourceFile): boolean {
  // One of four parameters answers errors that others throw.
  return (
    given.kind === 'function' &&
    given.parameters.length < 4 &&
    refusal.test(text.slice(given.range.start, Math.min(given.range.end, given.range.start + 1500)))
  );
}

/** `new AuthInterceptor(keys)`, `JWTAuthHandler.create(provider)`, `RolesAllowedDynamicFeature.class`, `access::checkRoles`. */
function guardType(given: Expression): string | undefined {
  if (given.kind === 'function') return checksRoles(given);
  const name =
    given.kind === 'new'
      ? simpleTypeName(given.type)
      : given.kind === 'call' && given.receiver
        ? dottedName(given.receiver)
        : given.kind === 'member' && given.name === 'class'
          ? dottedName(given.object)
          : undefined;
  return name !== undefined && (guarding.test(name) || name.endsWith('RolesAllowedDynamicFeature')) ? name : undefined;
}

/** A method reference stands for a function that calls it. */
function checksRoles({ body }: Extract<Expression, { kind: 'function' }>): string | undefined {
  const [only, another] = visitsOf(body, 'call');
  return only && !another && checkingMethod.test(only.node.name) ? canonical(only.node) : undefined;
}

/** Of a chain only the link. */
function shownOf({ receiver, nameRange, range }: Call): Safeguard['range'] {
  return receiver?.kind === 'call' ? { start: nameRange.start, end: range.end } : range;
}
