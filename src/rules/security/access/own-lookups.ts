import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bare, visitsOf, type Visited } from '../../../code/walk.ts';
import type { Handler } from './handlers.ts';
import { isCaller, isOwnLookup, limits, lookup, recording } from './owner-conditions.ts';
import { requestedId } from './requested-ids.ts';

/** A place where a handler looks something up, changes it or takes it away. */
export interface Lookup {
  readonly call: Call;
  /** What it is looked up in, as written: `Order`, `prisma.order`, `orders`. */
  readonly of: string;
  /** The id of the request that says which; absent where there is none, or more than that. */
  readonly id: string | undefined;
  /** Whether it meets only what belongs to who is calling. */
  readonly isLimited: boolean;
}

const plainThings =
  /^(?:req|request|res|response|ctx|c|app|router|server|cookies|headers|params|searchParams|formData|localStorage|sessionStorage|\w*[cC]ache|\w*[mM]ap|\w*[sS]et|redis|axios|http\w*|fetch\w*|logger|log|console|session|config|i18n|_|lodash|Object|JSON|Array|Reflect|path|fs)$/;

/** The lookups of a handler. */
export function lookupsIn(handler: Handler): readonly Lookup[] {
  return visitsOf(handler.scope.code, 'call').flatMap(({ node: call }) => {
    const receiver = call.receiver && bare(call.receiver);
    if (!receiver || !lookup.test(call.name) || !(receiver.kind === 'name' || receiver.kind === 'member')) return [];
    if (plainThings.test(receiver.name) || call.arguments.some((each) => bare(each).kind === 'function')) return [];
    const isLimited = isOwnLookup(call) || call.arguments.some((each) => limits(each, handler.scope) || isWholeCaller(each));
    // A service takes many things; whose something is it asks only where it is told both.
    if (isLimited && call.arguments.length < 2 && /(?:[sS]ervice|[mM]anager|[fF]acade|[uU]seCase)$/.test(receiver.name)) return [];
    const id = isLimited ? undefined : idOf(call, handler);
    return [{ call, of: canonical(receiver), id: id !== undefined && isIdOf(id, receiver.name) ? id : undefined, isLimited }];
  });
}

/** `productId` is no id of what `carts` holds, and a client of OAuth says which it is before anybody is logged in. */
function isIdOf(id: string, of: string): boolean {
  if (/^client_?id$/i.test(id)) return false;
  const stem = id
    .replace(/_?(?:id|uuid|guid)$/i, '')
    .replaceAll('_', '')
    .toLowerCase();
  return of.toLowerCase().includes(stem);
}

/** The first argument is the id, or says it among nothing else that limits. */
function idOf({ arguments: given }: Call, handler: Handler): string | undefined {
  const [first] = given;
  return first && idWithin(first, handler, 0);
}

function idWithin(argument: Expression, handler: Handler, depth: number): string | undefined {
  const value = bare(argument);
  if (value.kind !== 'object') return requestedId(value, handler);
  if (depth > 2) return undefined;
  const where = value.properties.find(({ key }) => key === 'where' || key === 'filter');
  if (where) return idWithin(where.value, handler, depth + 1);
  const [only, ...more] = value.properties;
  return only && more.length === 0 && /^_?id$|Id$|uuid/i.test(only.key) ? requestedId(only.value, handler) : undefined;
}

const whole =
  /(?:^|\.)(?:user|currentUser|loggedInUser|principal|authentication|auth|session|viewer|actor|userDetails|jwt|getPrincipal\(\)|getUserPrincipal\(\)|caller)$/;

function isWholeCaller(argument: Expression): boolean {
  return whole.test(canonical(bare(argument)));
}

/** More than that somebody is logged in. */
const beyondLogin =
  /own(?:er|s|ed)|admin|staff|moderator|manager|role|permission|privilege|polic(?:y|ies)|abilit|acl|rbac|scope|authority|access(?!_?token)|can[A-Z]|belongs|member|tenant|principal\.|#\w|@\w+\./i;
const plainRole =
  /^@\w+\(\s*(?:\w+\s*=\s*)?"has(?:Any)?(?:Role|Authority)\('(?:ROLE_)?(?:USER|MEMBER|CUSTOMER)'\)"\s*\)$|^@(?:Roles|RolesAllowed|Secured)\(\s*['"](?:ROLE_)?(?:user|customer)['"]\s*\)$/i;
const logging = /^(?:log|debug|info|warn|error|trace|track|capture\w*)$/;

/** Whether a handler asks whose it is, or whether somebody may see everything. What cannot be told is taken for asked. */
export function asksWhose(handler: Handler): boolean {
  const { guards, preceded, scope } = handler;
  return (
    preceded ||
    guards.some((guard) => isGuard(guard) && beyondLogin.test(guard) && !plainRole.test(guard)) ||
    visitsOf(scope.code, 'if', 'conditional').some(({ node }) => beyondLogin.test(canonical(node.test))) ||
    visitsOf(scope.code, 'call').some(({ node }) => !logging.test(node.name) && beyondLogin.test(node.name)) ||
    usesCaller(handler)
  );
}

/** Whether a handler does more with who is calling than write it down. */
export function usesCaller({ scope }: Handler): boolean {
  return (
    visitsOf(scope.code, 'call').some(({ node }) => !logging.test(node.name) && node.arguments.some(isWholeCaller)) ||
    visitsOf(scope.code, 'member', 'call', 'name').some((visited) => isCaller(visited.node, scope) && !isRecorded(visited))
  );
}

/** Other annotations than those for who may call hold words of their own. */
function isGuard(text: string): boolean {
  return (
    !text.startsWith('@') ||
    /^@(?:\w+\.)*(?:Pre|Post)?(?:Authori[sz]e|Filter|Secured|Roles\w*|UseGuards|Permissions?|CheckPolicies|CheckAbilit\w*|RequirePermissions?|Auth\w*|Has\w+|Admin\w*)\b/i.test(
      text,
    )
  );
}

/** Who did it is written down, and limits nothing. */
function isRecorded({ node, parent }: Visited): boolean {
  for (let at = parent; at; at = at.parent) {
    const around = at.node;
    if (around.kind === 'call' && logging.test(around.name)) return true;
    if (around.kind === 'variable') return true;
    if (around.kind !== 'object') continue;
    const property = around.properties.find(({ value }) => value.range.start <= node.range.start && node.range.end <= value.range.end);
    if (property && recording.test(property.key)) return true;
  }
  return false;
}
