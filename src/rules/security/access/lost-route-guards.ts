import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { codeWithNeighbours, type NewGuards } from './covering-guards.ts';
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
