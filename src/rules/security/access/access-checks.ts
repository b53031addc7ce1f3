import type { SymbolAt } from '../../../code/code-change.ts';
import { canonical } from '../../../code/canonical.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import type { Call } from '../../../code/expression.ts';
import { guardClauseKind } from '../../safeguards/guard-clauses.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { aloneIn, doneIn } from '../../safeguards/standing-alone.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

/** Words by which code asks whether somebody may do something. */
const asks =
  /\b(is|has|can|may|check|require|ensure|assert|verify|validate|must(Be|Have)?)?_?(isAdmin\w*|admin\b|hasRole|hasAnyRole|hasAuthority|hasPermission\w*|hasAccess\w*|permission\w*|isOwner\w*|isOwned\w*|ownedBy|isAuthori[sz]ed\w*|isAuthenticated\w*|authenticated|authori[sz]e[ds]?|isAllowed|isPermitted|isLoggedIn|loggedIn|isSignedIn|canAccess\w*|canRead|canWrite|canEdit|canDelete|canView|canManage\w*|canUpdate|(?:can|has|check|verify)[A-Z]\w*(?:Permission|Privilege|Authority|Access)\w*|checkRoles?|isSuperuser|isMember\w*|isUserInRole|accessGranted|belongsTo\w*)/i;
const identity = /\.(role|roles|permissions|scopes|isAdmin|ownerId|owner|userId|user_id|tenantId|accountId)\b/;
const comparing = /[!=]==?|\.equals\(|\.includes\(|\.contains\(|\.has\(|\.some\(/;

/** `if (!user.isAdmin) throw …`, `if (order.userId !== req.user.id) return forbidden()`, and what stands in such a condition. */
export const accessConditions: SafeguardKind = guardClauseKind(
  {
    familyOf: ({ test, clause, form }, at) => {
      const body = at.file.text.slice(clause.range.start, Math.min(clause.range.end, clause.range.start + 600));
      const refuses =
        form === 'leaves' &&
        /forbidden|unauthori[sz]ed|accessdenied|access denied|not allowed|permission|\b40[13]\b|login|sign_?in/i.test(
          body.slice(test.length),
        );
      return refuses || asksWhoCalls(test) ? 'access' : undefined;
    },
    isPart: asksWhoCalls,
  },
  { helpers: /auth|permission|access|role|owner|allow|guard|require|ensure|check|assert|verify|can[A-Z]/ },
);

/** Whether a condition asks who is calling, or what he may do. */
export function asksWhoCalls(test: string): boolean {
  return asks.test(test) || (identity.test(test) && comparing.test(test) && /user|principal|session|auth|current/i.test(test));
}

const checkName =
  /^(check|require|ensure|assert|verify|validate|enforce|demand|guard|must|authori[sz]e|denyUnless|throwIfNot)(d?$|\w*(access|permission|role|auth|owner|admin|user|login|logged|authori[sz]|allowed|scope|tenant|session|token|can|privilege|acl|granted|belongs|ownership)\w*)/i;
const checkOn = /access|permission|authori[sz]|acl|guard|security|policy|ability|rbac|policies/i;

/** `accessControl.check(user, order)`, `requireOwner(order)`: a call that stands alone, since it throws where the caller may not. */
export const accessCalls: SafeguardKind = {
  helpers: /auth|permission|access|role|owner|allow|guard|require|ensure|assert|verify/i,
  find: (at) => [...accessCallsIn(at)],
  exposed: (_, head, base) => {
    const before = new Set(doneIn(base));
    return doneIn(head).some((each) => before.has(each));
  },
};

function* accessCallsIn(at: SymbolAt): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(at.symbol), 'call')) {
    const statement = aloneIn(visited);
    if (!statement || !isAccessCheck(visited.node)) continue;
    yield { family: 'access', key: canonical(visited.node), scope: scopeOf(visited), range: statement.range };
  }
}

/** Whether a call throws where the caller may not, by its name. */
export function isAccessCheck({ name, receiver }: Call): boolean {
  if (
    checkName.test(name) &&
    /access|permission|role|auth|owner|admin|login|logged|allowed|scope|tenant|privilege|acl|granted|belongs|ownership/i.test(name)
  )
    return true;
  // `await requireUserId(request)` of Remix.
  if (/^require(?:User|UserId|Account|Session|SignedIn)$/.test(name)) return true;
  return (
    /^(check|enforce|verify|assert|require|ensure|demand|throwUnlessCan|denyAccessUnlessGranted)$/.test(name) &&
    receiver !== undefined &&
    'name' in receiver &&
    checkOn.test(receiver.name)
  );
}

/** A function asks what it did not ask before: `requireOwner(order)`, `if (!isAdmin()) throw new AccessDeniedException(…)`. */
export function checksAnew(base: SymbolAt, head: SymbolAt): boolean {
  return [accessConditions, accessCalls].some((kind) => {
    const before = new Set(kind.find(base).map(({ key }) => key));
    return kind.find(head).some(({ key }) => !before.has(key));
  });
}
