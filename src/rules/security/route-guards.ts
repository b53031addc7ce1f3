import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import { dottedName, foldedText, visitsOf, type CodeNode } from '../../code/walk.ts';

/** A route, with what runs before its handler. */
export interface Route {
  /** Method and path, e.g. `GET /owners/:id`. */
  readonly key: string;
  readonly call: Call;
  /** In order, those that look like a check of who is calling. */
  readonly guards: readonly Guard[];
}

export interface Guard {
  /** As written, e.g. `requireRole('admin')`. */
  readonly text: string;
  readonly name: string;
  readonly range: TextRange;
}

const methods = /^(get|post|put|patch|delete|del|all|options|head|route)$/;
const guardWord =
  /^(is|ensure|require[sd]?|check|verify|validate|must(be)?|only|with|use|restrict(to)?|has|protect(ed)?|allow|need[s]?)?_?(be)?(auth(enticat\w*|oriz\w*|oris\w*|ed|n|z)?|logged_?in|signed_?in|login|user|admin(s|only)?|roles?|permissions?|jwt|token|access_?token|api_?key|session|acl|rbac|bearer|scopes?|guard|owner|account)\w*$/i;
const guardHint = /auth|role|permission|admin|jwt|logged_?in|signed_?in|protect|guard|acl|rbac|bearer|api_?key|access/i;

/** The routes registered in a piece of code: Express, Koa, Fastify, Hono and their like. */
export function routesIn(code: readonly CodeNode[], file: SourceFile): readonly Route[] {
  return visitsOf(code, 'call').flatMap(({ node: call }) => {
    const path = call.arguments[0];
    if (!methods.test(call.name) || !call.receiver || call.arguments.length < 2 || path?.kind !== 'string' || !/^[/*]/.test(path.value))
      return [];
    return [
      { key: `${call.name.toUpperCase()} ${path.value}`, call, guards: call.arguments.slice(1).flatMap((each) => guardsIn(each, file)) },
    ];
  });
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

const hooks = /^(preHandler|onRequest|preValidation|preParsing|beforeHandler|middlewares?|guards?)$/;

function guardsIn(argument: Expression, file: SourceFile): readonly Guard[] {
  if (argument.kind === 'array') return argument.elements.flatMap((each) => guardsIn(each, file));
  if (argument.kind === 'object')
    return argument.properties.filter(({ key }) => hooks.test(key)).flatMap(({ value }) => guardsIn(value, file));
  const name = guardName(argument);
  return name === undefined ? [] : [{ name, text: foldedText(file.text, argument.range), range: argument.range }];
}

/** `requireAuth`, `auth.required`, `passport.authenticate('jwt')`, `new AuthGuard()`. */
function guardName(expression: Expression): string | undefined {
  const name =
    expression.kind === 'call'
      ? [expression.receiver && dottedName(expression.receiver), expression.name].filter(Boolean).join('.')
      : expression.kind === 'new'
        ? expression.type
        : dottedName(expression);
  if (name === undefined) return undefined;
  return guardHint.test(name) &&
    name.split('.').some((part) => guardWord.test(part) || /^(auth\w*|\w*(Auth|Guard|Permission|Role))$/.test(part))
    ? name
    : undefined;
}
