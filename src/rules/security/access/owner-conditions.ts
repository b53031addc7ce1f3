import { remembered } from '../../../base/remembered.ts';
import { canonical } from '../../../code/canonical.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, codeOf, visitsOf, walk, type CodeNode } from '../../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

/** How methods that look something up are called. */
export const lookup = /^(?:find|get|load|fetch|read|select|update|delete|remove|destroy|count|exists|list|search|query|first|one)(?![a-z])/;
/** `req.user.id`, `session.userId`, `principal.getName()`, `SecurityUtils.currentUserId()`. */
const callerIdentity =
  /(?:^|\.|\()(?:user|currentUser|current_user|loggedInUser|session|auth|principal|authentication|viewer|actor|claims|identity|jwt)\??\.(?:(?:user|data|profile|payload|claims|principal)\??\.)?(?:_?id|uid|sub|userId|user_id|username|name|email|tenantId|orgId|organizationId|accountId|customerId|ownerId|getId\(\)|getUserId\(\)|getUsername\(\)|getName\(\)|getEmail\(\)|getTenantId\(\)|getSubject\(\)|getAccountId\(\)|getCustomerId\(\)|id\(\)|name\(\))$|(?:^|\.)(?:getC|c)urrent(?:User|Account|Customer|Tenant)(?:Id|Name)?\(\)(?:\.\w{1,40}(?:\(\))?)?$/;
/** Who did it is written down, and limits nothing. */
export const recording = /by$|author|editor|audit|modifie|updated|created|actor|log/i;

/** `orders.findOne({ id, userId: req.user.id })`: a lookup that meets only what belongs to the caller. */
export const ownerConditions: SafeguardKind = {
  find: (at) => [...lookupsIn(at)],
  exposed: () => false,
};

function* lookupsIn(at: SymbolAt): Generator<Safeguard> {
  const code = codeOf(at.symbol);
  const scope: Scope = { ...at, code };
  const comparesLater = visitsOf(code, 'if').some(({ node }) => mentionsCaller([node.test], scope));
  for (const visited of visitsOf(code, 'call')) {
    const { node } = visited;
    if (!node.receiver || node.arguments.length === 0 || !lookup.test(node.name)) continue;
    const limited = node.arguments.some((each) => limits(each, scope));
    if (!limited && comparesLater) continue;
    const receiver = canonical(node.receiver);
    yield {
      family: `owner ${receiver}`,
      key: `${receiver}.${node.name}`,
      scope: scopeOf(visited),
      range: node.range,
      level: limited ? 1 : isOwnLookup(node) ? 1 : 0,
      scale: 'owner',
      subject: receiver,
    };
  }
}

/** `findForUser`, `findOwn`: the limit is in what is called. */
export function isOwnLookup({ name }: Call): boolean {
  return /own|mine|current|(?:By|For|Of)(?:User|Caller|Account|Customer|Tenant|Principal)/i.test(name);
}

/** Whether an argument has something of the caller in it, so that only what belongs to him is met. */
export function limits(argument: Expression, scope: Scope): boolean {
  const value = bare(argument);
  if (value.kind === 'object') return value.properties.some(({ key, value: of }) => !recording.test(key) && limits(of, scope));
  return mentionsCaller([value], scope) || (value.kind === 'name' && isLimitingObject(value.name, scope));
}

/** `const where = { userId: req.user.id };`, handed on by its name. */
function isLimitingObject(name: string, scope: Scope): boolean {
  return bindingsOf(name, scope).some(
    ({ value, path }) =>
      value?.kind === 'object' &&
      path.length === 0 &&
      value.properties.some(({ key, value: of }) => !recording.test(key) && mentionsCaller([of], scope)),
  );
}

function mentionsCaller(code: readonly CodeNode[], scope: Scope): boolean {
  return walk(code).some(({ node }) => (node.kind === 'member' || node.kind === 'call' || node.kind === 'name') && isCaller(node, scope));
}

/** Whether an expression is of who is calling: `req.user.id`, or a local that was given it. */
export function isCaller(node: Expression, scope: Scope): boolean {
  return node.kind === 'name' ? callersIn(scope)(node.name) : callerIdentity.test(canonical(node));
}

/** A name is asked about at each of its uses, and may be given something at each of them. */
const callersIn = remembered((scope: Scope) => {
  const known = new Map<string, boolean>();
  return (name: string): boolean => {
    const isKnown =
      known.get(name) ??
      bindingsOf(name, scope).some(
        ({ value, path, form }) =>
          value !== undefined && form !== 'loop' && callerIdentity.test([canonical(bare(value)), ...path].join('.')),
      );
    known.set(name, isKnown);
    return isKnown;
  };
});
