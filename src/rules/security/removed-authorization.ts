import { remembered } from '../../base/remembered.ts';
import * as z from 'zod/mini';
import type { CodeChange, SourceFile, SymbolAt, SymbolChange } from '../../code/code-change.ts';
import type { AnnotationFact, SymbolFact } from '../../code/facts.ts';
import { codeOf, foldedText, stringsIn } from '../../code/walk.ts';
import type { Edit, FindingDraft, FixDraft } from '../../finding/draft.ts';
import { enclosing, indentationAt, reference, simpleTypeName } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { lossesIn } from '../safeguards/losses.ts';
import { lossDraft, wordsOf } from '../safeguards/removal-rule.ts';
import { importEdits } from '../safeguards/restore.ts';
import { accessCalls, accessConditions, checksAnew } from './access/access-checks.ts';
import { guardsOf, hasOwnGuardInstead, loosened, openingsOf } from './access/access-annotations.ts';
import { codeWithNeighbours, covers, newGuards, type NewGuards } from './access/covering-guards.ts';
import { ownerConditions } from './access/owner-conditions.ts';
import { removedAuthorizationExamples } from './removed-authorization-examples.ts';
import { requestRulesIn } from './access/request-rules.ts';
import { commonGuardsIn, guardAdded, routesIn, type Route } from './access/route-guards.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

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
    yield* checkFindings(change, guards);
    yield* ownerFindings(change);
  },
});

/** Lookups that met only what belongs to the caller. */
function* ownerFindings(change: CodeChange): Generator<FindingDraft> {
  for (const loss of lossesIn(change, ownerConditions)) {
    const { name, before, after } = wordsOf(loss);
    yield {
      ...lossDraft(change, loss, `${name} no longer looks only among what belongs to the caller: ${before} became ${after ?? 'another'}.`),
      confidence: 'medium',
      properties: { category: 'missing-auth' },
    };
  }
}

/** Checks inside of functions. A guard for many routes that is new takes them over. */
function* checkFindings(change: CodeChange, { global, patterns }: NewGuards): Generator<FindingDraft> {
  if (global || patterns.length > 0) return;
  for (const kind of [accessConditions, accessCalls]) {
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

function* annotationFindings({ base, head }: Paired, guards: NewGuards, change: CodeChange): Generator<FindingDraft> {
  const before = guardsOf(base.symbol, base.file);
  const after = guardsOf(head.symbol, head.file);
  const opened = openingsOf(head.symbol)[0];
  if (opened && openingsOf(base.symbol).length === 0 && (before.length > 0 || around(base).length > 0 || isException(opened))) {
    yield finding(
      base,
      head,
      before[0],
      `${named(head)} is open to everyone now: \`${foldedText(head.file.text, opened.range)}\`.`,
      opened,
    );
    return;
  }
  for (const guard of before) {
    const same = after.find((each) => simpleTypeName(each.name) === simpleTypeName(guard.name));
    const how = same && loosened(guard, same, { base: base.file.text, head: head.file.text });
    if (same && how)
      yield finding(
        base,
        head,
        guard,
        `${named(head)} ${how}: \`${foldedText(base.file.text, guard.range)}\` became \`${foldedText(head.file.text, same.range)}\`.`,
        same,
      );
    if (same || after.length >= before.length || isCovered(head, guards) || isTakenOver(base, head) || isInherited(head, change)) continue;
    if (hasOwnGuardInstead(base.symbol, head.symbol) || checksAnew(base, head)) continue;
    yield finding(base, head, guard, `${named(head)} is no longer protected: \`${foldedText(base.file.text, guard.range)}\` is gone.`);
  }
}

/** `@Public()` is an exception from a guard that holds everywhere else: without such a guard it says nothing. */
function isException({ name }: AnnotationFact): boolean {
  return /^(?:Public|IsPublic|SkipAuth|NoAuth|AllowAnonymous)$/.test(simpleTypeName(name));
}

/** The type around it extends one that the change guards. */
function isInherited({ symbol, file }: SymbolAt, change: CodeChange): boolean {
  const supertypes = new Set(
    (file.facts ? enclosing(symbol, file.facts) : []).flatMap((each) => each.supertypes.map(({ type }) => simpleTypeName(type))),
  );
  return change.symbols.some(
    (each) =>
      each.kind === 'paired' &&
      supertypes.has(each.head.symbol.name) &&
      guardsOf(each.head.symbol, each.head.file).length > guardsOf(each.base.symbol, each.base.file).length,
  );
}

/** A guard of the application holds for every handler, a request rule for those whose path it meets. */
function isCovered({ symbol, file }: SymbolAt, { global, patterns }: NewGuards): boolean {
  if (global) return true;
  const prefixes = file.facts ? enclosing(symbol, file.facts).flatMap((each) => pathsOf(each)) : [];
  const own = pathsOf(symbol);
  const paths = (prefixes.length > 0 ? prefixes : ['']).flatMap((prefix) =>
    (own.length > 0 ? own : ['']).map((path) => `${prefix}/${path}`),
  );
  if (prefixes.length + own.length === 0) return patterns.includes('**');
  return patterns.some((pattern) => paths.every((path) => covers(pattern, path)));
}

/** The paths of `@GetMapping("/owners")` and `@Path("orders")`. */
function pathsOf(symbol: SymbolFact): readonly string[] {
  const routes = symbol.annotations.filter(({ name }) =>
    /^(\w+Mapping|Path|Controller|Get|Post|Put|Patch|Delete)$/.test(simpleTypeName(name)),
  );
  return stringsIn(
    routes.flatMap(({ arguments: given }) => given.filter(({ name }) => /^(value|path)$/.test(name)).map(({ value }) => value)),
  ).map(({ value }) => value);
}

function named(at: SymbolAt): string {
  return `\`${at.symbol.name}\``;
}

function around({ symbol, file }: SymbolAt): readonly AnnotationFact[] {
  return file.facts ? enclosing(symbol, file.facts).flatMap((each) => guardsOf(each, file)) : [];
}

/** The class has the check now, or every function of the class has it. */
function isTakenOver(base: SymbolAt, head: SymbolAt): boolean {
  if (around(head).length > around(base).length) return true;
  const facts = head.file.facts;
  if (!facts || head.symbol.bodyRange === undefined || head.symbol.kind === 'method') return false;
  const index = facts.symbols.indexOf(head.symbol);
  const methods = facts.symbols.filter((each) => each.parent === index && each.kind === 'method' && each.visibility === 'public');
  return methods.length > 0 && methods.every((method) => guardsOf(method, head.file).length > 0 || openingsOf(method).length > 0);
}

function finding(
  base: SymbolAt,
  head: SymbolAt,
  guard: AnnotationFact | undefined,
  message: string,
  instead?: AnnotationFact,
): FindingDraft {
  const fix = guard && restored(base, head, guard, instead);
  return {
    message,
    place: { file: head.file, range: instead?.range ?? head.symbol.nameRange },
    subject: `${head.symbol.qualifiedName} ${guard ? foldedText(base.file.text, guard.range) : 'opened'}`,
    symbol: reference(head.symbol),
    ...(guard && { related: [{ file: base.file, range: guard.range, caption: 'the check was here' }] }),
    ...(fix && { fixes: [fix] }),
    properties: { category: 'missing-auth' },
  };
}

function restored(base: SymbolAt, head: SymbolAt, guard: AnnotationFact, instead?: AnnotationFact): FixDraft {
  const text = base.file.text.slice(guard.range.start, guard.range.end);
  const at = head.symbol.range.start;
  const edit: Edit = instead
    ? { file: head.file, range: instead.range, newText: text }
    : { file: head.file, range: { start: at, end: at }, newText: `${text}\n${indentationAt(head.file, at)}` };
  return { title: 'Restore the check', safety: 'unsafe', edits: [edit, ...importEdits(base.file, head.file, text)] };
}

function* requestRuleFindings({ base, head }: Paired): Generator<FindingDraft> {
  const after = requestRulesIn(codeOf(head.symbol), head.file);
  for (const rule of requestRulesIn(codeOf(base.symbol), base.file)) {
    const now = after.find(({ matcher }) => matcher === rule.matcher);
    if (rule.open || !now?.open) continue;
    yield {
      message: `Requests that meet \`${rule.matcher}\` are open to everyone now; before they needed \`${rule.access}\`.`,
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

const routesOf = remembered((file: SourceFile): readonly Route[] => codeWithNeighbours(file).flatMap(({ code }) => routesIn(code, file)));

function* routeFindings(base: SourceFile, head: SourceFile, guards: NewGuards): Generator<FindingDraft> {
  if (guards.global) return;
  const after = routesOf(head);
  for (const route of routesOf(base)) {
    const now = after.find(({ key }) => key === route.key);
    if (now) yield* widenedFindings(base, head, route, now);
    const [gone] = now ? route.guards.filter(({ text }) => !now.guards.some((guard) => guard.text === text)) : [];
    if (
      !now ||
      !gone ||
      now.guards.length >= route.guards.length ||
      guards.isMountedElsewhere(head, gone.text) ||
      guards.onRouter(head, now.router, now.path)
    )
      continue;
    yield routeFinding(base, head, now, gone);
  }
  yield* commonGuardFindings(base, head, after);
}

/** `requireRole('admin')` that became `requireRole('admin', 'guest')`. */
function* widenedFindings(base: SourceFile, head: SourceFile, before: Route, now: Route): Generator<FindingDraft> {
  for (const guard of before.guards) {
    const same = now.guards.find(({ name, text }) => name === guard.name && text !== guard.text);
    const [roles, wider] = [guard, same].map((each) =>
      each ? [...each.text.matchAll(/["'`]([^"'`]{1,80})["'`]/g)].map((match) => match[1] ?? '') : [],
    );
    const more = (wider ?? []).filter((role) => !roles?.includes(role));
    if (!same || !roles || roles.length === 0 || more.length === 0 || !roles.every((role) => wider?.includes(role))) continue;
    if (!/role|any|some|one_?of|scope|group|allow/i.test(guard.text)) continue;
    yield {
      message: `\`${now.key}\` also lets ${more.join(', ')} in: \`${guard.text}\` became \`${same.text}\`.`,
      place: { file: head, range: same.range },
      subject: `${now.key} ${guard.text}`,
      related: [{ file: base, range: guard.range, caption: 'the check was here' }],
      fixes: [
        {
          title: 'Restore the check',
          safety: 'unsafe',
          edits: [{ file: head, range: same.range, newText: base.text.slice(guard.range.start, guard.range.end) }],
        },
      ],
      properties: { category: 'missing-auth' },
    };
  }
}

function routeFinding(base: SourceFile, head: SourceFile, route: Route, gone: Route['guards'][number]): FindingDraft {
  const known = new RegExp(`\\b${/[A-Za-z_$][\w$]*/.exec(gone.name)?.[0]?.replace(/\$/g, '\\$') ?? ''}\\b`).test(head.text);
  return {
    message: `\`${route.key}\` is no longer protected: \`${gone.text}\` is gone.`,
    place: { file: head, range: route.range },
    subject: `${route.key} ${gone.text}`,
    related: [{ file: base, range: gone.range, caption: 'the check was here' }],
    ...(known && { fixes: guardAdded(head, route, gone.text, 'Restore the check') }),
    properties: { category: 'missing-auth' },
  };
}

/** `router.use(requireAuth)` is gone while the router's routes are still there, without a check of their own. */
const commonGuardsOf = remembered((file: SourceFile) => codeWithNeighbours(file).flatMap(({ code }) => commonGuardsIn(code, file)));

function* commonGuardFindings(base: SourceFile, head: SourceFile, routes: readonly Route[]): Generator<FindingDraft> {
  const kept = commonGuardsOf(head);
  for (const guard of commonGuardsOf(base)) {
    const open = routes.find(({ router, guards }) => router === guard.on && guards.length === 0);
    if (!open || kept.some(({ on }) => on === guard.on)) continue;
    yield {
      message: `The routes of \`${guard.on}\` are no longer protected: \`${guard.text}\` is gone.`,
      place: { file: head, range: open.call.nameRange },
      subject: `${guard.on} ${guard.text}`,
      related: [{ file: base, range: guard.call.range, caption: 'the check was here' }],
      properties: { category: 'missing-auth' },
    };
  }
}
