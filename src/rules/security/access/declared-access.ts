import type { SymbolAt } from '../../../code/code-change.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { Expression, ObjectLiteral } from '../../../code/expression.ts';
import { codeOf, foldedText, visitsOf, type Visited } from '../../../code/walk.ts';

/** What a path is guarded by that a middleware’s own list names. */
export const middleware = 'the middleware';

/** Who may enter something, as a table of routes, a router of procedures or a middleware’s own list declares it. */
export interface DeclaredAccess {
  /** What is entered, e.g. `admin/users`, `GET /orders`, `removePost`. */
  readonly key: string;
  /** What is asked for, as written; absent where nothing is, or everyone is let in. */
  readonly guard?: string;
  readonly range: TextRange;
}

/** Angular’s and Vue’s tables of routes, hapi’s routes, procedures of tRPC, and the paths that Next’s middleware is for. */
export function declaredAccess(at: SymbolAt): readonly DeclaredAccess[] {
  const code = codeOf(at.symbol);
  return [
    ...visitsOf(code, 'object').flatMap(({ node }) => [...routeOf(node, at), ...handledRoute(node, at)]),
    ...visitsOf(code, 'call').flatMap((visited) => proceduresOf(visited)),
    ...(/(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/.test(at.file.path) ? matchedPaths(at) : []),
  ];
}

const hosts = ['component', 'loadChildren', 'loadComponent', 'children', 'element', 'redirect'];

/** `{ path: 'admin', component: AdminPage, canActivate: [AdminGuard] }`, `meta: { requiresAuth: true }`. */
function routeOf(route: ObjectLiteral, { file }: SymbolAt): readonly DeclaredAccess[] {
  const path = said(route, 'path');
  if (path?.kind !== 'string' || !hosts.some((name) => said(route, name))) return [];
  const meta = said(route, 'meta', 'data');
  const guards = [
    ...['canActivate', 'canActivateChild', 'canMatch', 'canLoad', 'beforeEnter'].map((name) => said(route, name)),
    ...(meta?.kind === 'object' ? [said(meta, 'requiresAuth', 'requireAuth', 'auth', 'roles', 'permissions')] : []),
  ].filter((each) => each !== undefined && !isNothing(each)) as Expression[];
  const guard = guards.map(({ range }) => foldedText(file.text, range)).join(', ');
  return [{ key: path.value === '' ? '/' : path.value, ...(guard !== '' && { guard }), range: path.range }];
}

/** `server.route({ method, path, options: { auth: 'jwt' } })`. */
function handledRoute(route: ObjectLiteral, { file }: SymbolAt): readonly DeclaredAccess[] {
  const [path, method] = [said(route, 'path', 'url'), said(route, 'method')];
  if (path?.kind !== 'string' || !method || !said(route, 'handler')) return [];
  const options = said(route, 'options', 'config');
  const auth = options?.kind === 'object' ? said(options, 'auth') : undefined;
  const guard = auth && !isNothing(auth) ? foldedText(file.text, auth.range) : undefined;
  return [{ key: `${foldedText(file.text, method.range).replace(/["']/g, '')} ${path.value}`, ...(guard && { guard }), range: path.range }];
}

const guarded = /^(?:protected|private|auth|admin|secure|enforce|member|owner|staff|loggedIn|signedIn|user|restricted|role)\w*$/i;

/** `router({ removePost: protectedProcedure.mutation(…) })`. */
function proceduresOf({ node: call }: Visited): readonly DeclaredAccess[] {
  const [table] = call.kind === 'call' ? call.arguments : [];
  if (call.kind !== 'call' || !/router$/i.test(call.name) || table?.kind !== 'object') return [];
  return table.properties.flatMap(({ key, value, range }) => {
    const root = rootOf(value);
    if (root === undefined || !/procedure$/i.test(root)) return [];
    const guard = guarded.test(root) ? root : usedGuard(value);
    return [{ key, ...(guard !== undefined && { guard }), range: { start: range.start, end: range.start + key.length } }];
  });
}

/** `t.procedure.use(isAuthed)`. */
function usedGuard(expression: Expression): string | undefined {
  for (let at = expression; at.kind === 'call';) {
    const [given] = at.arguments;
    if (at.name === 'use' && given?.kind === 'name' && /auth|login|logged|admin|role|permission|session|owner|protect/i.test(given.name))
      return given.name;
    if (!at.receiver) return undefined;
    at = at.receiver;
  }
  return undefined;
}

function rootOf(expression: Expression): string | undefined {
  let at = expression;
  while (at.kind === 'call' && at.receiver) at = at.receiver;
  return at.kind === 'name' || at.kind === 'member' ? at.name : undefined;
}

/** `export const config = { matcher: ['/admin/:path*'] }`, each path by itself. */
function matchedPaths({ symbol: { name, value } }: SymbolAt): readonly DeclaredAccess[] {
  if (name !== 'matcher' || !value) return [];
  const paths = value.kind === 'array' ? value.elements : [value];
  return paths.flatMap((path) => (path.kind === 'string' ? [{ key: path.value, guard: middleware, range: path.range }] : []));
}

function said(object: ObjectLiteral, ...names: readonly string[]): Expression | undefined {
  return object.properties.find(({ key }) => names.includes(key))?.value;
}

function isNothing({ kind, ...more }: Expression): boolean {
  return kind === 'false' || kind === 'null' || kind === 'undefined' || ('elements' in more && more.elements.length === 0);
}
