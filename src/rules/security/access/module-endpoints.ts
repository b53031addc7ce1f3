import type { SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { isServerModule } from '../../../code/surface/server-module.ts';
import { codeOf } from '../../../code/walk.ts';
import { asksForCaller, isNamedLikeCheck } from './handler-checks.ts';
import type { Endpoint } from './endpoint.ts';

const verbs: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Functions that a framework serves because a module exports them: Next's route handlers and server actions, and their like. */
export function moduleEndpoints(file: SourceFile): readonly Endpoint[] {
  const { facts, path } = file;
  if (!facts || facts.language === 'java') return [];
  const isRoute = /(?:^|\/)(?:route|\+server)\.[cm]?[jt]s$/.test(path);
  const isAction = !isRoute && isServerModule(file.text);
  if (!isRoute && !isAction) return [];
  const served = facts.symbols.filter(
    ({ kind, name, visibility, parent, modifiers }) =>
      parent === 0 &&
      visibility === 'public' &&
      (isRoute ? verbs.has(name) : kind === 'function' && modifiers.includes('async')) &&
      (kind === 'function' || kind === 'variable'),
  );
  return served.map((symbol) => endpoint(file, symbol, isRoute ? routePath(path) : ''));
}

/** What was not read is taken for checked where the file has something to check with. */
function endpoint(file: SourceFile, symbol: SymbolFact, path: string): Endpoint {
  const code = codeOf(symbol);
  const read = code.length > 0;
  const checks = read ? asksForCaller(code) : (file.facts?.imports.some(({ local }) => isNamedLikeCheck(local)) ?? false);
  return {
    name: path === '' ? symbol.name : `${symbol.name} ${path}`,
    identity: symbol.qualifiedName,
    group: file.path.slice(file.path.lastIndexOf('/') + 1),
    path: path === '' ? symbol.name : path,
    file,
    symbol,
    range: symbol.nameRange,
    check: checks ? {} : undefined,
    touched: symbol.touched,
    known: read && !passesOn(symbol),
    settled: false,
    withCheck: () => [],
  };
}

/** A handler that another module makes. */
function passesOn({ value }: SymbolFact): boolean {
  return value !== undefined && value.kind !== 'function';
}

/** `/api/orders/[id]` of `src/app/api/orders/[id]/route.ts`. */
function routePath(path: string): string {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return `/${folder.replace(/^(?:.*\/)?(?:app|routes)(?:\/|$)/, '').replaceAll(/\([^()/]*\)\/?/g, '')}`;
}
