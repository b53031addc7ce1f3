import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { ChangedFunction } from './changed-function.ts';
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
