import type { SymbolAt } from '../code-change.ts';
import type { Call, Construction, Expression } from '../expression.ts';
import type { Scope } from '../flow/scope.ts';
import { moduleName } from '../flow/origin.ts';
import { codeOf, dottedName, visitsOf } from '../walk.ts';
import { isRouter, textsOf } from './routers.ts';
import { joinedPath, pathTemplate, type SurfaceElement } from './surface-element.ts';

/** What the name of a route that stands for all below a path ends with. */
export const allBelow = '/…';

/**
 * The paths that other routes stand under, as far as one symbol says them: Express' `use('/api', router)`, Hono's `route('/api', router)` and `basePath('/api')`,
 * Fastify's `register(plugin, { prefix: '/api' })`, Koa's `new Router({ prefix: '/api' })` and `prefix('/api')`, NestJS' `setGlobalPrefix('api')`.
 */
export function mountsOf({ file, symbol }: SymbolAt): readonly SurfaceElement[] {
  if (file.facts?.language === 'java') return [];
  const scope: Scope = { file, symbol, code: codeOf(symbol) };
  return visitsOf(scope.code, 'call', 'new').flatMap(({ node }) => {
    const said = node.kind === 'new' ? prefixOfConstruction(node, scope) : prefixOfCall(node, scope);
    const [path] = said ? textsOf(said, scope) : [];
    return said && path !== undefined && /^\/?[^/\s]/.test(path) ? [mount(path, node, said, scope)] : [];
  });
}

function prefixOfCall(call: Call, scope: Scope): Expression | undefined {
  const { receiver, name } = call;
  const [first, second] = call.arguments;
  if (!receiver || !first) return undefined;
  if (name === 'setGlobalPrefix') return first;
  if (!isRouter(receiver, scope)) return undefined;
  switch (name) {
    case 'use':
      return call.arguments.length > 1 && isMounted(call.arguments.at(-1)) ? first : undefined;
    case 'route':
      return second && first.kind !== 'object' ? first : undefined;
    case 'register':
      return propertyOf(second, 'prefix');
    case 'basePath':
    case 'prefix':
      return call.arguments.length === 1 ? first : undefined;
    default:
      return undefined;
  }
}

function prefixOfConstruction({ type, arguments: [options] }: Construction, { file }: Scope): Expression | undefined {
  const isKoa = type.endsWith('Router') && file.facts?.imports.some((fact) => /^(?:koa-router|@koa\/router)$/.test(moduleName(fact)));
  return isKoa ? propertyOf(options, 'prefix') : undefined;
}

function propertyOf(value: Expression | undefined, name: string): Expression | undefined {
  return value?.kind === 'object' ? value.properties.find(({ key }) => key === name)?.value : undefined;
}

function mount(path: string, node: Call | Construction, said: Expression, { file, symbol }: Scope): SurfaceElement {
  const under = `${joinedPath(path)}${allBelow}`;
  const start = node.kind === 'call' ? node.nameRange.start : node.range.start;
  return {
    kind: 'route',
    name: `ANY ${under}`,
    identity: `ANY ${pathTemplate(under)}`,
    file,
    range: { start, end: said.range.end },
    symbol,
    required: false,
    deprecated: false,
  };
}

function isMounted(target: Expression | undefined): boolean {
  if (!target) return false;
  if (target.kind === 'call' && target.name === 'require')
    return target.arguments[0]?.kind === 'string' && target.arguments[0].value.startsWith('.');
  const name = target.kind === 'call' ? target.name : dottedName(target);
  return name !== undefined && /rout(?:er|es?)|controller|api$|app$/i.test(name);
}
