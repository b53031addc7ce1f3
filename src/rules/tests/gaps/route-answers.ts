import { contains } from '../../../base/text-range.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { atomsOf } from './atoms.ts';
import type { ChangedFunction } from './changed-function.ts';
import { extentOf } from './foreseen-error.ts';
import { isAnswered, isRouteKey, requestsIn, routeKey, routesOf } from './routes.ts';
import type { TestCase } from './test-index.ts';
import type { LinkedTest } from './tests-of-file.ts';

/** Whether all that is new about a handler are routes that it answers, for each of which a test asks and expects what such a handler gives. */
export function isAskedByNewRoutes({ at, added }: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  if (added.length === 0 || !added.every(({ key }) => isRouteKey(key))) return false;
  const keys = new Set(added.map(({ key }) => key));
  const routes = routesOf(at).filter((route) => keys.has(routeKey(route)));
  return routes.every((route) =>
    linked.some(
      ({ test }) => !expectsAnother(test, at) && test.codes.some((code) => requestsIn(code).some((asked) => isAnswered(asked, route))),
    ),
  );
}

/**
 * Whether an older test asks for a route of the handler and expects the status of a refusal that the handler gave to nobody before,
 * or that somebody is turned away whom nothing in its type turned away.
 */
export function isRefusedAnew(changed: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  const routes = routesOf(changed.at);
  const statuses = routes.length === 0 ? [] : newStatuses(changed);
  if (statuses.length === 0) return false;
  return linked.some(({ test }) =>
    test.errors.some((expecting) => {
      if (expecting.kind !== 'status' || !statuses.includes(expecting.expected ?? '')) return false;
      const extent = extentOf(expecting, test);
      const asked = test.codes.flatMap(requestsIn);
      const inIt = asked.filter(({ range }) => contains(extent, range));
      const meant = inIt.length > 0 ? inIt : asked;
      return meant.length > 0 && meant.every((each) => routes.some((route) => isAnswered(each, route)));
    }),
  );
}

function newStatuses({ at, base, added, isNew }: ChangedFunction): readonly string[] {
  if (isNew || !base) return [];
  const before = new Set(atomsOf(base).flatMap(({ error }) => error?.status ?? []));
  const answered = added.flatMap(({ error }) => error?.status ?? []).filter((status) => !before.has(status) && !ofFrameworks.test(status));
  const owner = ownerOf(at.symbol, at.file);
  const guards = (each: SymbolAt['symbol'] | undefined): boolean =>
    each?.annotations.some(({ name }) => guarding.test(simpleTypeName(name))) === true;
  return guards(at.symbol) && !guards(base.symbol) && !guards(owner) ? [...answered, '401', '403'] : answered;
}

/** What is answered before a handler is asked, too: values that cannot be read, callers who may not, verbs and formats that are not known. */
const ofFrameworks = /^(?:400|401|403|405|406|415)$/;

const guarding = /^(?:PreAuthorize|Secured|RolesAllowed|DenyAll)$/;

/** A page is expected where the handler answers with data, or with another page. */
function expectsAnother({ text, helperTexts }: TestCase, at: SymbolAt): boolean {
  const said = [text, ...helperTexts].join('\n');
  const pages = Array.from(said.matchAll(/\bview\(\)\s*\.name\(\s*("[^"]*")/g), ([, name = '']) => name);
  if (answersData(at)) return pages.length > 0 || /\bmodel\(\)\s*\./.test(said);
  const { symbol, file } = at;
  const own = file.text.slice(symbol.range.start, symbol.range.end);
  return pages.length > 0 && own.includes('"') && !pages.some((name) => own.includes(name));
}

function answersData({ symbol, file }: SymbolAt): boolean {
  const owner = file.facts ? ownerOf(symbol, file) : undefined;
  const annotations = [...symbol.annotations, ...(owner?.annotations ?? [])].map(({ name }) => simpleTypeName(name));
  return annotations.some((name) => /^(?:ResponseBody|RestController)$/.test(name)) || /^(?:Response|Http)Entity\b/.test(symbol.type ?? '');
}

function ownerOf(symbol: SymbolAt['symbol'], { facts }: SourceFile): SymbolAt['symbol'] | undefined {
  return facts ? enclosing(symbol, facts)[0] : undefined;
}
