import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call } from '../../../code/expression.ts';
import { dottedName, visitsOf } from '../../../code/walk.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { codeWithNeighbours, isUnder, pathOf, type NewGuards } from './covering-guards.ts';
import { isLowerRole } from './role-ranks.ts';
import { commonGuardsIn, guardAdded, routesIn, type Route } from './route-guards.ts';

const routesOf = remembered((file: SourceFile): readonly Route[] => codeWithNeighbours(file).flatMap(({ code }) => routesIn(code, file)));

/** The routes of a module that answer to more callers than before. */
export function* routeFindings(base: SourceFile, head: SourceFile, guards: NewGuards): Generator<FindingDraft> {
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
  yield* commonGuardFindings(base, head, after, guards);
}

/** `requireRole('admin')` that became `requireRole('admin', 'guest')` or `requireRole('user')`. */
function* widenedFindings(base: SourceFile, head: SourceFile, before: Route, now: Route): Generator<FindingDraft> {
  for (const guard of before.guards) {
    const same = now.guards.find(({ name, text }) => name === guard.name && text !== guard.text);
    const who =
      same && /role|any|some|one_?of|scope|group|allow|permi|can|auth/i.test(guard.text) ? widened(guard.text, same.text) : undefined;
    if (!same || who === undefined) continue;
    yield {
      message: `\`${now.key}\` ${who}: \`${guard.text}\` became \`${same.text}\`.`,
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

/** Who gets in by the roles of a guard that did not by those of another; undefined where nobody does. */
function widened(before: string, after: string): string | undefined {
  const [old = [], now = []] = [before, after].map(rolesIn);
  const more = now.filter((role) => !old.includes(role));
  if (old.length === 0 || more.length === 0) return undefined;
  if (old.every((role) => now.includes(role))) return `also lets ${more.join(', ')} in`;
  return isLowerRole(old, now) ? `asks for less than before` : undefined;
}

/** `'admin'`, `Role.Admin`. */
function rolesIn(guard: string): readonly string[] {
  const quoted = Array.from(guard.matchAll(/["'`]([^"'`]{1,80})["'`]/g), (match) => match[1] ?? '');
  return quoted.length > 0 ? quoted : Array.from(guard.matchAll(/\b[A-Z]\w{0,60}\.(\w{1,60})/g), (match) => match[1] ?? '');
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
const commonGuardsOf = remembered((file: SourceFile): readonly CommonGuard[] =>
  codeWithNeighbours(file).flatMap(({ code }) =>
    commonGuardsIn(code, file).map((guard) => ({ ...guard, path: pathOf(guard.call.arguments[0]) })),
  ),
);

type CommonGuard = ReturnType<typeof commonGuardsIn>[number] & { readonly path: string };

function* commonGuardFindings(base: SourceFile, head: SourceFile, routes: readonly Route[], guards: NewGuards): Generator<FindingDraft> {
  const kept = commonGuardsOf(head);
  for (const guard of commonGuardsOf(base)) {
    const open = routes.find(({ router, guards }) => router === guard.on && guards.length === 0) ?? mountedUnder(guard, head);
    if (
      !open ||
      guards.isMountedElsewhere(head, guard.text) ||
      kept.some((each) => each.on === guard.on && (each.path === '' || each.path === guard.path))
    )
      continue;
    yield {
      message: `The routes of \`${guard.on}\` are no longer protected: \`${guard.text}\` is gone.`,
      place: { file: head, range: open.call.nameRange },
      subject: `${guard.on} ${guard.text}`,
      related: [{ file: base, range: guard.call.range, caption: 'the check was here' }],
      properties: { category: 'missing-auth' },
    };
  }
}

/** `app.use('/admin', adminRouter)`, `app.use(router.routes())`: what is mounted where a guard of the same path stood before it. */
function mountedUnder({ on, path }: CommonGuard, head: SourceFile): { readonly call: Call } | undefined {
  for (const { code } of codeWithNeighbours(head))
    for (const { node: call } of visitsOf(code, 'call')) {
      const [first, ...handlers] = call.arguments;
      if (!/^(?:use|route|register)$/.test(call.name) || !call.receiver || dottedName(call.receiver) !== on) continue;
      if (first?.kind === 'string' && isUnder(first.value, path) && handlers.length > 0) return { call };
      if (path === '' && first?.kind === 'call' && first.name === 'routes') return { call };
    }
  return undefined;
}
