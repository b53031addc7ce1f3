import type { Expression } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import { moduleOf } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { dottedName } from '../walk.ts';

const modules =
  /^(?:express|koa-router|@koa\/router|fastify|hono|restify|polka|find-my-way|itty-router|@hapi\/hapi|router|express-promise-router)\b/;
const routerName = /^(?:app|router|server|fastify|hono|routes?|instance|api|\w*(?:Router|Routes|App|Api))$/;

/** Whether calls of it may register routes, by the library that it comes from or else by its name. */
export function isRouter(receiver: Expression, scope: Scope): boolean {
  let root = receiver;
  while (root.kind === 'call' && root.receiver) root = root.receiver;
  const name = dottedName(root)?.split('.').at(-1) ?? '';
  const module = moduleOf(root, scope);
  if (module !== undefined && modules.test(module)) return true;
  // What comes from another known package, like an HTTP client, is none.
  return routerName.test(name) && (module === undefined || module.startsWith('.'));
}

/** The texts that a path, or a list of paths, is known to be. */
export function textsOf(value: Expression, scope: Scope): readonly string[] {
  if (value.kind === 'array') return value.elements.flatMap((each) => textsOf(each, scope));
  const known = constantOf(value, scope);
  return typeof known === 'string' ? [known] : [];
}
