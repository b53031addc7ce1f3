import { isDeprecatedAbove } from '../deprecation.ts';
import type { SourceFile, SymbolAt } from '../code-change.ts';
import type { Call, Expression } from '../expression.ts';
import type { SymbolFact } from '../facts.ts';
import { constantOf } from '../flow/constant.ts';
import { moduleOf } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { codeOf, dottedName, visitsOf } from '../walk.ts';
import { joinedPath, pathTemplate, type SurfaceElement } from './surface-element.ts';

const methods = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'options', 'head']);
const modules =
  /^(?:express|koa-router|@koa\/router|fastify|hono|restify|polka|find-my-way|itty-router|@hapi\/hapi|router|express-promise-router)\b/;
const routerName = /^(?:app|router|server|fastify|hono|routes?|instance|api|\w*(?:Router|Routes|App|Api))$/;

/** A route, and what is called for its requests, the last one to answer. */
export interface RegisteredRoute {
  readonly element: SurfaceElement;
  readonly handlers: readonly Expression[];
}

/** The routes that touched code registers by calls: Express, Koa, Fastify, Hono, hapi and their like. Paths are relative to where a router is mounted. */
export function scriptRoutes(file: SourceFile): readonly SurfaceElement[] {
  return (file.facts?.symbols ?? []).flatMap((symbol) => registeredRoutes({ file, symbol }).map(({ element }) => element));
}

/** Those that one symbol registers. */
export function registeredRoutes({ file, symbol }: SymbolAt): readonly RegisteredRoute[] {
  if (file.facts?.language === 'java') return [];
  const scope: Scope = { file, symbol, code: codeOf(symbol) };
  return visitsOf(scope.code, 'call').flatMap(({ node }) => routesOf(node, scope));
}

function routesOf(call: Call, scope: Scope): readonly RegisteredRoute[] {
  if (!call.receiver) return [];
  if (call.name === 'route') return routeObjects(call, scope);
  if (call.name === 'use' || call.name === 'register') return mounts(call, scope);
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

function textsOf(value: Expression, scope: Scope): readonly string[] {
  if (value.kind === 'array') return value.elements.flatMap((each) => textsOf(each, scope));
  const known = constantOf(value, scope);
  return typeof known === 'string' ? [known] : [];
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

function isRouter(receiver: Expression, scope: Scope): boolean {
  let root = receiver;
  while (root.kind === 'call' && root.receiver) root = root.receiver;
  const name = dottedName(root)?.split('.').at(-1) ?? '';
  const module = moduleOf(root, scope);
  if (module !== undefined && modules.test(module)) return true;
  // What comes from another known package, like an HTTP client, is none.
  return routerName.test(name) && (module === undefined || module.startsWith('.'));
}

function isHandler(value: Expression): boolean {
  return ['function', 'name', 'member', 'call', 'array'].includes(value.kind);
}

function element(method: string, path: string, call: Call, symbol: SymbolFact, file: SourceFile): SurfaceElement {
  const verb = { all: 'ANY', del: 'DELETE' }[method] ?? method.toUpperCase();
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

/** `app.use('/api', apiRouter)`, with what stands before it: all that the router has is under that path. */
function mounts(call: Call, scope: Scope): readonly RegisteredRoute[] {
  const [path, ...given] = call.arguments;
  const target = given.at(-1);
  const prefix = path && call.name === 'use' ? textsOf(path, scope)[0] : undefined;
  if (prefix === undefined || !target || !/^\/\S/.test(prefix) || !isMounted(target) || !call.receiver) return [];
  if (!isRouter(call.receiver, scope)) return [];
  const under = `${joinedPath(prefix)}/…`;
  const element: SurfaceElement = {
    kind: 'route',
    name: `ANY ${under}`,
    identity: `ANY ${pathTemplate(under)}`,
    file: scope.file,
    range: { start: call.nameRange.start, end: path?.range.end ?? call.nameRange.end },
    symbol: scope.symbol,
    required: false,
    deprecated: false,
  };
  return [{ element, handlers: [] }];
}

function isMounted(target: Expression): boolean {
  if (target.kind === 'call' && target.name === 'require')
    return target.arguments[0]?.kind === 'string' && target.arguments[0].value.startsWith('.');
  const name = target.kind === 'call' ? target.name : dottedName(target);
  return name !== undefined && /rout(?:er|es?)|controller|api$|app$/i.test(name);
}
