import type { Endpoint } from './endpoint.ts';
import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { annotatedRoutes } from '../../../code/surface/annotated-routes.ts';
import { foldedText } from '../../../code/walk.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import { enclosing, indentationAt } from '../../code-in-file.ts';
import { guardsOf, openingsOf } from './access-annotations.ts';
import { codeWithNeighbours, isUnder, routerGuards } from './covering-guards.ts';
import { handlerChecks } from './handler-checks.ts';
import { moduleEndpoints } from './module-endpoints.ts';
import { guardAdded, routesIn, type Route } from './route-guards.ts';

/** The endpoints of a file that its head or base shows: by annotations in the whole file, by calls where it was read. */
export const endpointsIn = remembered((file: SourceFile): readonly Endpoint[] =>
  file.facts && file.role === 'production' ? [...annotated(file), ...registered(file), ...moduleEndpoints(file)] : [],
);

const title = 'Add the check of its neighbours';

function annotated(file: SourceFile): readonly Endpoint[] {
  const { facts } = file;
  if (!facts) return [];
  return annotatedRoutes(file).flatMap(({ kind, name, identity, symbol, range }): readonly Endpoint[] => {
    if (kind !== 'route' || !symbol) return [];
    const around = enclosing(symbol, facts);
    const [guard] = guardsOf(symbol, file);
    return [
      {
        name,
        identity,
        group: around[0]?.name ?? '',
        path: name.slice(name.indexOf(' ') + 1),
        file,
        symbol,
        range,
        check: guard && { text: foldedText(file.text, guard.range) },
        touched: symbol.touched,
        known: true,
        settled: openingsOf(symbol).length > 0 || around.some((each) => guardsOf(each, file).length + openingsOf(each).length > 0),
        withCheck: (check) => annotationAdded(file, symbol, check),
      },
    ];
  });
}

function annotationAdded(file: SourceFile, { range: { start } }: SymbolFact, check: string): readonly FixDraft[] {
  const newText = `${check}\n${indentationAt(file, start)}`;
  return [{ title, safety: 'unsafe', edits: [{ file, range: { start, end: start }, newText }] }];
}

function registered(file: SourceFile): readonly Endpoint[] {
  const common = routerGuards(file);
  return codeWithNeighbours(file).flatMap(({ symbol, code, touched }) =>
    routesIn(code, file).map((route): Endpoint => {
      const inside = handlerChecks(route.handlers, { file, symbol, code });
      const [guard] = route.guards;
      return {
        name: route.key,
        identity: `${route.router} ${route.key}`,
        group: route.router,
        path: route.path,
        file,
        symbol,
        range: route.range,
        check: guard ? { text: guard.text } : inside === 'yes' ? {} : undefined,
        touched,
        known: inside !== 'unknown',
        settled: common.some(({ on, path }) => on === route.router && isUnder(route.path, path)) || isOpenByName(route),
        withCheck: (check) => guardAdded(file, route, check, title),
      };
    }),
  );
}

/** `allowAnonymous` says what it is. */
function isOpenByName({ handlers }: Route): boolean {
  return handlers.some((each) => 'name' in each && /anonymous|public|optional_?auth|no_?auth|skip_?auth/i.test(each.name ?? ''));
}
