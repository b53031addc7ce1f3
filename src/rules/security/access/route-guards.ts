import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import { dottedName, foldedText, visitsOf, type CodeNode } from '../../../code/walk.ts';

/** A route, with what runs before its handler. */
export interface Route {
  /** Method and path, e.g. `GET /owners/:id`. */
  readonly key: string;
  readonly path: string;
  readonly call: Call;
  /** The router that it is registered on, as written. */
  readonly router: string;
  /** The word of the method up to the end of the path. */
  readonly range: TextRange;
  /** In order, those that look like a check of who is calling. */
  readonly guards: readonly Guard[];
  /** All that runs for it, guards included. */
  readonly handlers: readonly Expression[];
  /** Where a further guard can be written: behind the path, or before the first handler; absent where it is an option. */
  readonly guardsAt: number | undefined;
}

export interface Guard {
  /** As written, e.g. `requireRole('admin')`. */
  readonly text: string;
  readonly name: string;
  readonly range: TextRange;
}

const methods = /^(get|post|put|patch|delete|del|all|options|head|route)$/;
const guardWord =
  /^(is|ensure|require[sd]?|check|verify|validate|must(be)?|only|with|use|restrict(to)?|has|protect(ed)?|allow|need[s]?)?_?(be)?(auth|logged_?in|signed_?in|login|user|admin(s|only)?|roles?|permissions?|jwt|token|access_?token|api_?key|session|acl|rbac|bearer|scopes?|guard|owner|account)\w*$/i;
const guardHint =
  /auth|role|permission|admin|jwt|logged_?in|signed_?in|protect|guard|acl|rbac|bearer|api_?key|access|(?:require|ensure|check|verify|only|must(?:be)?|is)_?(?:a_?)?(?:valid_?)?(?:user|owner|session|login|token|account)/i;

/** The routes registered in a piece of code: Express, Koa, Fastify, Hono and their like. */
export function routesIn(code: readonly CodeNode[], file: SourceFile): readonly Route[] {
  return visitsOf(code, 'call').flatMap(({ node: call }) =>
    methods.test(call.name) && call.receiver
      ? [...plainRoutes(call, file), ...chainedRoutes(call, file), ...writtenRoutes(call, file)]
      : [],
  );
}

/** `router.get('/owners', requireAuth, list)`. */
function plainRoutes(call: Call, file: SourceFile): readonly Route[] {
  const [path, ...handlers] = call.arguments;
  if (path?.kind !== 'string' || handlers.length === 0 || !/^[/*]/.test(path.value)) return [];
  return [route(call, path.value, handlers, file, { start: call.nameRange.start, end: path.range.end })];
}

/** `router.route('/owners').get(requireAuth, list).post(create)`: what stands before all of it is for each. */
function chainedRoutes(call: Call, file: SourceFile): readonly Route[] {
  const all: Expression[] = [];
  let at = call.receiver;
  while (at?.kind === 'call' && at.name !== 'route') {
    if (at.name === 'all') all.push(...at.arguments);
    at = at.receiver;
  }
  const path = at?.kind === 'call' && at.arguments.length === 1 ? at.arguments[0] : undefined;
  if (at?.kind !== 'call' || path?.kind !== 'string' || call.name === 'route' || call.name === 'all') return [];
  const [first] = call.arguments;
  const found = route(call, path.value, [...all, ...call.arguments], file, call.nameRange);
  return [{ ...found, ...(first && { guardsAt: first.range.start }) }];
}

/** `fastify.route({ method: 'GET', url: '/owners', preHandler: requireAuth, handler })`. */
function writtenRoutes(call: Call, file: SourceFile): readonly Route[] {
  const [object] = call.arguments;
  if (call.name !== 'route' || object?.kind !== 'object') return [];
  const said = (...keys: string[]): string | undefined => {
    const value = object.properties.find(({ key }) => keys.includes(key))?.value;
    return value?.kind === 'string' ? value.value : undefined;
  };
  const [method, path] = [said('method'), said('url', 'path')];
  if (method === undefined || path === undefined) return [];
  const found = route(call, path, [object], file, object.range);
  return [{ ...found, key: `${method.toUpperCase()} ${path}`, guardsAt: undefined }];
}

function route(call: Call, path: string, handlers: readonly Expression[], file: SourceFile, range: TextRange): Route {
  return {
    key: `${call.name.toUpperCase()} ${path}`,
    path,
    call,
    router: routerOf(call),
    range,
    guards: handlers.flatMap((each) => guardsIn(each, file)),
    handlers,
    guardsAt: range.end,
  };
}

function routerOf(call: Call): string {
  let at = call.receiver;
  while (at?.kind === 'call' && at.receiver) at = at.receiver;
  return (at && dottedName(at)) ?? '';
}

/** Guards that hold for many routes: `router.use(requireAuth)`, `fastify.addHook('preHandler', verify)`, `useGlobalGuards`. */
export function commonGuardsIn(
  code: readonly CodeNode[],
  file: SourceFile,
): readonly (Guard & { readonly on: string; readonly call: Call })[] {
  return visitsOf(code, 'call').flatMap(({ node: call }) => {
    if (!/^(use|addHook|useGlobalGuards|all|register)$/.test(call.name) || !call.receiver) return [];
    if (call.name === 'all' && !(call.arguments[0]?.kind === 'string' && call.arguments[0].value.includes('*'))) return [];
    const on = dottedName(call.receiver) ?? '';
    return call.arguments.flatMap((each) => guardsIn(each, file)).map((guard) => ({ ...guard, on, call }));
  });
}

/** The guard written into a route, where there is a place for it. */
export function guardAdded(file: SourceFile, { guardsAt, range }: Route, guard: string, title: string): readonly FixDraft[] {
  if (guardsAt === undefined) return [];
  const newText = guardsAt === range.end ? `, ${guard}` : `${guard}, `;
  return [{ title, safety: 'unsafe', edits: [{ file, range: { start: guardsAt, end: guardsAt }, newText }] }];
}

const hooks = /^(preHandler|onRequest|preValidation|preParsing|beforeHandler|middlewares?|guards?)$/;

function guardsIn(argument: Expression, file: SourceFile): readonly Guard[] {
  if (argument.kind === 'array') return argument.elements.flatMap((each) => guardsIn(each, file));
  if (argument.kind === 'object')
    return argument.properties.filter(({ key }) => hooks.test(key)).flatMap(({ value }) => guardsIn(value, file));
  const name = guardName(argument);
  return name === undefined ? [] : [{ name, text: foldedText(file.text, argument.range), range: argument.range }];
}

/** `requireAuth`, `auth.required`, `passport.authenticate('jwt')`, `new AuthGuard()`, `jwt({ secret }).unless({ path })`. */
function guardName(given: Expression): string | undefined {
  const expression = given.kind === 'call' && given.name === 'unless' && given.receiver ? given.receiver : given;
  const name =
    expression.kind === 'call'
      ? [expression.receiver && dottedName(expression.receiver), expression.name].filter(Boolean).join('.')
      : expression.kind === 'new'
        ? expression.type
        : dottedName(expression);
  // What is mounted has a guard's words in its name only by what it is about.
  if (name === undefined || /(?:router|routes?|controller|api|app)$/i.test(name)) return undefined;
  return guardHint.test(name) &&
    name.split('.').some((part) => guardWord.test(part) || /^(auth\w*|\w*(Auth|Guard|Permission|Role))$/.test(part))
    ? name
    : undefined;
}
