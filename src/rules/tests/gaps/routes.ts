import type { TextRange } from '../../../base/text-range.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { AnnotationFact, SymbolFact } from '../../../code/facts.ts';
import type { Expression } from '../../../code/expression.ts';
import { visitsOf, type Visited } from '../../../code/walk.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { TestCode } from './call-sites.ts';
import { isRouteHandler } from './route-handlers.ts';

/** What a handler answers: `GET /owners/{id}`. Without verb it answers all. */
export interface Route {
  readonly verb?: string;
  /** Segments; `{id}`, `:id` and `*` stand for any. */
  readonly segments: readonly string[];
  /** The module that registers it: other segments may come before, and what the module is called after is none of its parameters. */
  readonly mountedIn?: string;
}

/** What a test asks for. A segment that is put together is `*`. */
export interface AskedRoute extends Route {
  readonly range: TextRange;
}

const mappings: ReadonlyMap<string, string | undefined> = new Map([
  ...['Get', 'Post', 'Put', 'Patch', 'Delete'].flatMap((verb): (readonly [string, string])[] => [
    [`${verb}Mapping`, verb.toUpperCase()],
    [verb, verb.toUpperCase()],
    [verb.toUpperCase(), verb.toUpperCase()],
  ]),
  ['RequestMapping', undefined],
  ['Path', undefined],
]);

/** The routes that a function is declared to handle by annotations or decorators, with what its type prefixes, or is registered for. */
export function routesOf({ file, symbol }: SymbolAt): readonly Route[] {
  if (isRouteHandler(symbol)) return [registeredRoute(symbol, file.path)];
  const own = symbol.annotations.filter(({ name }) => mappings.has(simpleTypeName(name)));
  if (own.length === 0 || !symbol.parameters) return [];
  const [owner] = file.facts ? enclosing(symbol, file.facts) : [];
  const around = owner?.annotations.filter(({ name }) => /^(RequestMapping|Path|Controller)$/.test(simpleTypeName(name))) ?? [];
  const prefixes = around.flatMap(pathsOf);
  return own.flatMap((annotation) => {
    const verb = mappings.get(simpleTypeName(annotation.name)) ?? verbIn(annotation);
    const paths = pathsOf(annotation);
    return (paths.length === 0 ? [''] : paths).flatMap((path) =>
      (prefixes.length === 0 ? [''] : prefixes).map((prefix) => ({
        ...(verb !== undefined && { verb }),
        segments: segmentsOf(`${prefix}/${path}`),
      })),
    );
  });
}

const prefix = 'route ';

/** What is said of a route. */
export function routeKey({ verb = 'any', segments }: Route): string {
  return `${prefix}${verb} /${segments.join('/')}`;
}

/** Whether it is said of a route. */
export function isRouteKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The path of a router is one below the path that the router is mounted at. */
function registeredRoute({ name }: SymbolFact, mountedIn: string): Route {
  const [verb = '', path = ''] = name.split(' ', 2);
  return { ...(verb !== 'ANY' && { verb }), segments: segmentsOf(path), mountedIn };
}

function pathsOf({ arguments: given }: AnnotationFact): readonly string[] {
  return given
    .filter(({ name }) => name === 'value' || name === 'path')
    .flatMap(({ value }) => (value.kind === 'array' ? value.elements : [value]))
    .flatMap((value) => (value.kind === 'string' ? [value.value] : []));
}

/** `method = RequestMethod.POST`. */
function verbIn({ arguments: given }: AnnotationFact): string | undefined {
  const method = given.find(({ name }) => name === 'method')?.value;
  return method?.kind === 'member' || method?.kind === 'name' ? method.name : undefined;
}

function segmentsOf(path: string): readonly string[] {
  return path
    .replace(/[?#].*/s, '')
    .replace(/^https?:\/\/[^/]*/, '')
    .split('/')
    .filter((segment) => segment !== '');
}

const verbs = /^(get|post|put|patch|delete|head|options)$/i;

/** The requests in the code of a test: paths given to `get("/…")`, `.post().uri("/…")`, `request('/…')`, `inject({ url: '/…' })`. */
export function requestsIn({ code }: TestCode): readonly AskedRoute[] {
  return [...visitsOf(code, 'string'), ...visitsOf(code, 'concatenation')].flatMap((visited) => {
    const path = isPartOfText(visited) ? undefined : pathIn(visited.node);
    const verb = verbAround(visited);
    return path === undefined ? [] : [{ ...(verb !== undefined && { verb }), segments: segmentsOf(path), range: visited.node.range }];
  });
}

/** `/pets` in `/owners/${id}/pets` is no path of its own. */
function isPartOfText({ parent }: Visited): boolean {
  return parent?.node.kind === 'concatenation';
}

function pathIn(node: Expression): string | undefined {
  if (node.kind === 'string') return isPath(node.value) ? node.value : undefined;
  if (node.kind !== 'concatenation') return undefined;
  const text = node.parts.map((part) => (part.kind === 'string' ? part.value : '*')).join('');
  const path = text.replace(/^\*+(?=\/)/, '');
  return isPath(path) ? path : undefined;
}

function isPath(text: string): boolean {
  return /^(?:\/|https?:\/\/[^/]+\/)[^\s]*$/.test(text);
}

function verbAround({ parent }: Visited): string | undefined {
  for (let at = parent, depth = 0; at && depth < 3; at = at.parent, depth++) {
    const { node } = at;
    if (node.kind !== 'call') continue;
    if (verbs.test(node.name)) return node.name.toUpperCase();
    if (node.receiver?.kind === 'call' && verbs.test(node.receiver.name)) return node.receiver.name.toUpperCase();
  }
  return undefined;
}

/** Whether a request is for a handler, as far as both say. */
export function isAnswered(asked: Route, route: Route): boolean {
  if (asked.verb !== undefined && route.verb !== undefined && asked.verb !== route.verb) return false;
  const before = asked.segments.length - route.segments.length;
  if (before < 0 || (before > 0 && route.mountedIn === undefined)) return false;
  return route.segments.every((segment, index) => {
    const said = asked.segments[before + index] ?? '';
    return said === segment || said === '*' || (/^[{:*]/.test(segment) && !(before > 0 && isCalledAfter(route.mountedIn, said)));
  });
}

/** `/api/orders` asks `routes/orders.ts` for all of them, not for the one that is called `orders`. */
function isCalledAfter(module: string | undefined, segment: string): boolean {
  const one = (word: string): string => word.toLowerCase().replace(/s$/, '');
  return module?.split(/[/.]/).map(one).includes(one(segment)) === true;
}
