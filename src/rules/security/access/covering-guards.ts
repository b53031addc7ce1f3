import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { codeIn, type CodeUnit } from '../../code-in-file.ts';
import { requestRulesIn } from './request-rules.ts';
import { commonGuardsIn } from './route-guards.ts';

/** Guards for many routes that only the head has: the checks of single routes may have moved there. */
export interface NewGuards {
  /** A guard of the whole application: Nest's `APP_GUARD` and `useGlobalGuards`. */
  readonly global: boolean;
  /** Patterns of Spring's request rules that are not open, e.g. `/admin/**`; `**` for any request. */
  readonly patterns: readonly string[];
  /** Whether a guard is put before a router anew in another file: what a route had of it may have moved to where its router is mounted. */
  isMountedElsewhere(file: SourceFile, text: string): boolean;
  /** Whether a file has a new guard on a router, for a path. */
  onRouter(file: SourceFile, router: string, path: string): boolean;
}

/** A guard that holds for what is registered on a router, for a path or for all. */
export interface RouterGuard {
  readonly on: string;
  readonly path: string;
  readonly text: string;
}

export function newGuards(change: CodeChange): NewGuards {
  const byFile = new Map(
    change.files.flatMap(({ base, head }) => (head ? [[head, onlyIn(routerGuards(head), base ? routerGuards(base) : [])] as const] : [])),
  );
  return {
    global: change.files.some(({ base, head }) => head && hasGlobalGuard(head) && !(base && hasGlobalGuard(base))),
    patterns: change.files
      .flatMap(({ base, head }) => {
        const before = base ? closedMatchers(base) : [];
        return head ? closedMatchers(head).filter((each) => !before.includes(each)) : [];
      })
      .flatMap(patternsOf),
    isMountedElsewhere: (file, text) =>
      [...byFile].some(([other, guards]) => other !== file && guards.some((guard) => guard.text === text)),
    onRouter: (file, router, path) => (byFile.get(file) ?? []).some((guard) => guard.on === router && isUnder(path, guard.path)),
  };
}

const hasGlobalGuard = remembered(
  ({ text, path }: SourceFile): boolean =>
    /\b(APP_GUARD|useGlobalGuards)\b/.test(text) || (nextMiddleware.test(path) && asksForLogin.test(text.slice(0, 100_000))),
);

/** What Next runs before every handler that its `matcher` meets. */
const nextMiddleware = /(?:^|\/)(?:middleware|proxy)\.[jt]s$/;
const asksForLogin = /\b(?:withAuth|auth\w{0,20}|getToken|getSession|getServerSession|clerkMiddleware|verify\w{0,10}Token|jwtVerify)\s?\(/;

/** The request rules of a file that are not open. */
const closedMatchers = remembered((file: SourceFile): readonly string[] =>
  codeIn(file)
    .flatMap(({ code }) => requestRulesIn(code, file))
    .filter(({ open }) => !open)
    .map(({ matcher }) => matcher),
);

/** Whether a pattern of Spring's meets a path: `*` for one segment, `**` for all that follows. */
export function covers(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern, path].map((each) => each.split('/').filter((segment) => segment !== ''));
  for (const [index, segment] of (wanted ?? []).entries()) {
    if (segment === '**') return true;
    const at = given?.[index];
    if (at === undefined || (segment !== '*' && segment !== at && !segment.startsWith('{') && !at.startsWith('{'))) return false;
  }
  return wanted?.length === given?.length;
}

/** The path patterns of a request rule; `**` for any request. */
export function patternsOf(matcher: string): readonly string[] {
  if (/^any(Request|Exchange)\(/.test(matcher)) return ['**'];
  return Array.from(matcher.matchAll(/"([^"]{1,200})"/g), (match) => match[1] ?? '');
}

function onlyIn(these: readonly RouterGuard[], others: readonly RouterGuard[]): readonly RouterGuard[] {
  return these.filter(({ on, path, text }) => !others.some((other) => other.on === on && other.path === path && other.text === text));
}

/** The code of a file, and what stands beside it in the module without being touched. */
export function codeWithNeighbours(file: SourceFile): readonly (CodeUnit & { readonly touched: boolean })[] {
  const beside = (file.facts?.symbols ?? []).slice(0, 1).flatMap((symbol) => {
    const code = symbol.context?.body ?? [];
    return code.length === 0 ? [] : [{ symbol, code, touched: false }];
  });
  return [...codeIn(file).map((unit) => ({ ...unit, touched: true })), ...beside];
}

/** The guards of the routers of a file. */
export const routerGuards = remembered((file: SourceFile): readonly RouterGuard[] =>
  codeWithNeighbours(file).flatMap(({ code }) =>
    commonGuardsIn(code, file).map(({ on, text, call }) => ({ on, text, path: pathOf(call.arguments[0]) })),
  ),
);

/** `router.use('/admin', requireAdmin)` is for what is below; without a path it is for all. */
export function pathOf(first: Expression | undefined): string {
  return first?.kind === 'string' ? first.value : '';
}

/** Whether a path is the one of a guard or below it. */
export function isUnder(path: string, of: string): boolean {
  const root = of.replace(/\/?(?<!\*)\*+$/, '').replace(/\/$/, '');
  return root === '' || path === root || path.startsWith(`${root}/`);
}
