import { isDeprecatedAbove } from '../deprecation.ts';
import type { SourceFile, SymbolAt } from '../code-change.ts';
import type { Call, Expression } from '../expression.ts';
import type { SymbolFact } from '../facts.ts';
import type { Scope } from '../flow/scope.ts';
import { codeOf, visitsOf } from '../walk.ts';
import { mountsOf } from './mounts.ts';
import { isRouter, textsOf } from './routers.ts';
import { joinedPath, pathTemplate, type SurfaceElement } from './surface-element.ts';

const methods = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'options', 'head']);
/** A route, and what is called for its requests, the last one to answer. */
export interface RegisteredRoute {
  readonly element: SurfaceElement;
  readonly handlers: readonly Expression[];
}

/** The routes that touched code registers by calls: Express, Koa, Fastify, Hono, hapi and their like. Paths are relative to where a router is mounted. */
export function scriptRoutes(file: SourceFile): readonly SurfaceElement[] {
  return (file.facts?.symbols ?? []).flatMap((symbol) => [
    ...registeredRoutes({ file, symbol }).map(({ element }) => element),
    ...mountsOf({ file, symbol }),
  ]);
}

/** Those that one symbol registers. */
export function registeredRoutes({ file, symbol }: SymbolAt): readonly RegisteredRoute[] {
  if (file.facts?.language === 'java') return [];
  const scope: Scope = { file, symbol, code: codeOf(symbol) };
  return visitsOf(scope.code, 'call').flatMap(({ node }) => routesOf(node, scope));
}

function routesOf(call: Call, scope: Scope): readonly RegisteredRoute[] {
  if (!call.receiver) return [];
  if (call.name === 'route' && call.arguments[0]?.kind !== 'string') return routeObjects(call, scope);
  if (call.name === 'on') return listedMethods(call, scope);
  if (!methods.has(call.name) || !isRouter(call.receiver, scope)) return [];
  const chained = pathOfChain(call.receiver, scope);
  const said = chained === undefined ? pathsOf(call, scope) : { paths: [chained], handlers: call.arguments };
  if (!said.handlers.some(isHandler)) return [];
  const paths = said.paths.filter((path) => /^[/*]|^$/.test(path));
  return paths.map((path) => ({ element: element(call.name, path, call, scope.symbol, scope.file), handlers: said.handlers }));
}

/** `get('/a', handler)`, `get(['/a', '/b'], handler)`, and Koa's `get('name', '/a', handler)`. */
function pathsOf({ arguments: all }: Call, scope: Scope): { readonly paths: readonly string[]; readonly handlers: readonly Expression[] } {
  const texts = all.slice(0, 2).map((each) => textsOf(each, scope));
  const named = texts[0]?.length === 1 && !texts[0][0]?.startsWith('/') && texts[1]?.[0]?.startsWith('/') === true;
  return named
    ? { paths: texts[1] ?? [], handlers: all.slice(2) }
    : { paths: (texts[0] ?? []).filter((path) => path !== ''), handlers: all.slice(1) };
}

/** The path of `router.route('/a').get(handler).post(handler)`. */
function pathOfChain(receiver: Expression, scope: Scope): string | undefined {
  for (let at = receiver; at.kind === 'call' && at.receiver; at = at.receiver) {
    if (at.name !== 'route') continue;
    const [first] = at.arguments;
    return first && at.arguments.length === 1 ? textsOf(first, scope)[0] : undefined;
  }
  return undefined;
}

function isHandler(value: Expression): boolean {
  return ['function', 'name', 'member', 'call', 'array'].includes(value.kind);
}

function element(method: string, path: string, call: Call, symbol: SymbolFact, file: SourceFile): SurfaceElement {
  const verb = verbOf(method);
  const written = path === '*' ? '*' : joinedPath(path);
  return {
    kind: 'route',
    name: `${verb} ${written}`,
    identity: `${verb} ${pathTemplate(written)}`,
    file,
    range: { start: call.nameRange.start, end: call.arguments[0]?.range.end ?? call.nameRange.end },
    symbol,
    required: false,
    deprecated: isDeprecatedAbove(file, call.nameRange.start),
  };
}

function verbOf(method: string): string {
  return { all: 'ANY', del: 'DELETE' }[method] ?? method.toUpperCase();
}

/** `fastify.route({ method: 'GET', url: '/a' })`, hapi's `server.route({ method, path })` and lists of them. */
function routeObjects(call: Call, scope: Scope): readonly RegisteredRoute[] {
  const [first] = call.arguments;
  const objects = first?.kind === 'array' ? first.elements : first ? [first] : [];
  return objects.flatMap((object) => {
    if (object.kind !== 'object') return [];
    const said = (...keys: string[]): readonly string[] =>
      object.properties.filter(({ key }) => keys.includes(key)).flatMap(({ value }) => textsOf(value, scope));
    const handlers = object.properties.filter(({ key }) => key === 'handler').map(({ value }) => value);
    return said('method').flatMap((method) =>
      said('url', 'path').map((path) => ({
        element: element(method === '*' ? 'all' : method.toLowerCase(), path, { ...call, arguments: [object] }, scope.symbol, scope.file),
        handlers,
      })),
    );
  });
}

/** Hono's `app.on('GET', '/a', handler)`, and lists of both. */
function listedMethods(call: Call, scope: Scope): readonly RegisteredRoute[] {
  const [said, path, ...handlers] = call.arguments;
  if (!said || !path || !handlers.some(isHandler) || !call.receiver || !isRouter(call.receiver, scope)) return [];
  const names = textsOf(said, scope).filter((name) => methods.has(name.toLowerCase()));
  const paths = textsOf(path, scope).filter((each) => each.startsWith('/'));
  return names.flatMap((name) =>
    paths.map((each) => ({ element: element(name.toLowerCase(), each, call, scope.symbol, scope.file), handlers })),
  );
}

/** The methods of routes in touched lines whose paths are not known: those of a loop, or constants of another file. */
export function methodsOfComputedPaths(file: SourceFile): readonly string[] {
  return (file.facts?.symbols ?? []).flatMap((symbol) => {
    const scope: Scope = { file, symbol, code: codeOf(symbol) };
    return visitsOf(scope.code, 'call').flatMap(({ node }) => (isComputed(node, scope) ? [verbOf(node.name)] : []));
  });
}

function isComputed(call: Call, scope: Scope): boolean {
  const [path, ...handlers] = call.arguments;
  if (!path || !call.receiver || !methods.has(call.name) || !handlers.some(isHandler) || !isRouter(call.receiver, scope)) return false;
  return pathOfChain(call.receiver, scope) === undefined && textsOf(path, scope).length === 0 && isTouched(call, scope);
}

function isTouched({ range }: Call, { file }: Scope): boolean {
  return file.touched.some(({ start, end }) => start < range.end && range.start < end);
}
