import * as z from 'zod/mini';
import type { CodeChange } from '../../code/code-change.ts';
import { codeOf } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { reference } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { lossesIn } from '../safeguards/losses.ts';
import { lossDraft, wordsOf } from '../safeguards/removal-rule.ts';
import { accessCalls, accessConditions } from './access/access-checks.ts';
import { newGuards, type NewGuards } from './access/covering-guards.ts';
import { annotationFindings, type Paired } from './access/lost-annotations.ts';
import { declaredFindings } from './access/lost-declared-access.ts';
import { routeFindings } from './access/lost-route-guards.ts';
import { refusingHooks } from './access/refusing-hooks.ts';
import { decidingKind } from './deciding-methods.ts';
import { ownerConditions } from './access/owner-conditions.ts';
import { requestRulesIn, type RequestRule } from './access/request-rules.ts';
import { isLowerRole } from './access/role-ranks.ts';
import { switchFindings } from './access/lost-switches.ts';
import { removedAuthorizationExamples } from './removed-authorization-examples.ts';

export const removedAuthorization = defineChangeRule({
  id: 'security/removed-authorization',
  title: 'A check of who is calling is taken away',
  reason:
    'What was open to some callers only is open to more, perhaps to everyone. In the code that is left nothing looks wrong: only the difference shows it.',
  remedy:
    'Put the check back. Where it moved, keep it in the same change, so that both can be seen together. Where the access is meant to be wider, say so in the change’s description and have the owner of the data agree.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [862, 863, 639],
  sources: [
    { title: 'OWASP Top 10 A01: Broken Access Control', url: 'https://owasp.org/Top10/A01_2021-Broken_Access_Control/' },
    {
      title: 'Spring Security: Method Security',
      url: 'https://docs.spring.io/spring-security/reference/servlet/authorization/method-security.html',
    },
  ],
  limits:
    'Knows the annotations of Spring Security, Jakarta, Quarkus, Shiro and Nest, Spring’s request rules, and middleware of Express, Koa, Fastify and Hono by its name. A check inside a function is known by its names (`isAdmin`, `hasRole`, `requireOwner`, a refusal with 401 or 403), an owner in a lookup by names such as `req.user.id` and `principal.getName()`. A check that moved in the same change to the class, to a guard of the same router, to a request rule that meets the path, or to a guard of the whole application is no finding.',
  examples: removedAuthorizationExamples,
  needs: [],
  options: z.object({}),
  *check(change) {
    const guards = newGuards(change);
    for (const each of change.symbols) {
      if (each.kind !== 'paired' || each.head.file.role !== 'production') continue;
      yield* annotationFindings(each, guards, change);
      yield* requestRuleFindings(each);
    }
    for (const { base, head } of change.files) if (base && head?.role === 'production') yield* routeFindings(base, head, guards);
    yield* declaredFindings(change, guards);
    yield* switchFindings(change);
    yield* checkFindings(change, guards);
    yield* ownerFindings(change);
    yield* answerFindings(change);
  },
});

const answers = decidingKind({
  family: 'who is let in',
  methods: new Map([
    ['canActivate', /^CanActivate$/],
    ['preHandle', /^HandlerInterceptor(?:Adapter)?$/],
    ['isAccessAllowed', /Filter$/],
    ['authenticate', /Authenticator$/],
    ['isAuthorized', /^(?:Authorizer|AccessDecision\w*)$/],
  ]),
  named:
    /^(?:is|has|can)(?:Allowed|Permitted|Authori[sz]ed|Authenticated|Admin|Owner|Permission|Access|Role|Access\w{2,30}|Edit|Delete|View|Manage|Read|Write)$/,
});

/** Methods that decide who is let in, and let in everybody. */
function* answerFindings(change: CodeChange): Generator<FindingDraft> {
  for (const loss of lossesIn(change, answers)) {
    const { name, before, after } = wordsOf(loss);
    yield {
      ...lossDraft(change, loss, `${name} lets everybody in: ${before} became ${after ?? 'another answer'}.`),
      confidence: 'medium',
      properties: { category: 'missing-auth' },
    };
  }
}

/** Lookups that met only what belongs to the caller. */
function* ownerFindings(change: CodeChange): Generator<FindingDraft> {
  for (const loss of lossesIn(change, ownerConditions)) {
    const { name, before, after } = wordsOf(loss);
    const now = before === after ? `nothing that ${before} is given says who asks any more` : `${before} became ${after ?? 'another'}`;
    yield {
      ...lossDraft(change, loss, `${name} no longer looks only among what belongs to the caller: ${now}.`),
      confidence: 'medium',
      properties: { category: 'missing-auth' },
    };
  }
}

/** Checks inside of functions. A guard for many routes that is new takes them over. */
function* checkFindings(change: CodeChange, { global, patterns }: NewGuards): Generator<FindingDraft> {
  if (global || patterns.length > 0) return;
  for (const kind of [accessConditions, accessCalls, refusingHooks]) {
    for (const loss of lossesIn(change, kind)) {
      const { name, before } = wordsOf(loss);
      yield {
        ...lossDraft(change, loss, `${name} no longer checks who may do this: ${before} is gone.`),
        confidence: 'medium',
        properties: { category: 'missing-auth' },
      };
    }
  }
}

function* requestRuleFindings({ base, head }: Paired): Generator<FindingDraft> {
  const after = requestRulesIn(codeOf(head.symbol), head.file);
  for (const rule of requestRulesIn(codeOf(base.symbol), base.file)) {
    const now = after.find(({ matcher }) => matcher === rule.matcher);
    const who = now && !rule.open ? whoElse(rule, now) : undefined;
    if (!now || who === undefined) continue;
    yield {
      message: `Requests that meet \`${rule.matcher}\` ${who} now; before they needed \`${rule.access}\`.`,
      place: { file: head.file, range: now.range },
      subject: `${rule.matcher} ${rule.access}`,
      symbol: reference(head.symbol),
      related: [{ file: base.file, range: rule.range, caption: 'the check was here' }],
      fixes: [
        {
          title: 'Restore the check',
          safety: 'unsafe',
          edits: [{ file: head.file, range: now.range, newText: base.file.text.slice(rule.range.start, rule.range.end) }],
        },
      ],
      properties: { category: 'missing-auth' },
    };
  }
}

/** Who gets by with less than before, where the access that a rule asks for became another. */
function whoElse(before: RequestRule, now: RequestRule): string | undefined {
  if (now.open) return 'are open to everyone';
  if (!/^has(?:Any)?(?:Role|Authority)\(/.test(before.access)) return undefined;
  if (/^(?:authenticated|fullyAuthenticated|rememberMe)\(/.test(now.access)) return 'need a login only';
  const [old = [], roles = []] = [before, now].map(({ access }) =>
    Array.from(access.matchAll(/"([^"]{1,80})"/g), (match) => match[1] ?? ''),
  );
  const more = roles.filter((role) => !old.includes(role));
  if (more.length > 0 && old.length > 0 && old.every((role) => roles.includes(role))) return `let ${more.join(', ')} in, too,`;
  return isLowerRole(old, roles) ? `need \`${now.access}\` only` : undefined;
}
