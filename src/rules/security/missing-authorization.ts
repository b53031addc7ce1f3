import * as z from 'zod/mini';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { reference } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { covers, newGuards, type NewGuards } from './access/covering-guards.ts';
import { endpointsIn } from './access/endpoints.ts';
import type { Endpoint } from './access/endpoint.ts';
import { missingAuthorizationExamples } from './access/missing-authorization-examples.ts';
import { isForEveryone } from './access/open-paths.ts';
import { ignoredAnew, openedInGuarded } from './access/opened-paths.ts';

export const missingAuthorization = defineChangeRule({
  id: 'security/missing-authorization',
  title: 'A new endpoint does not ask who is calling, as its neighbours do',
  reason:
    'What is written beside guarded endpoints does the same kind of thing to the same data, and is open to everyone who finds its address. Nothing fails: whoever tests it is logged in.',
  remedy:
    'Give the endpoint the check that its neighbours have, or put the check around all of them. Where it is meant to be open, say so with the mark that the framework has for it, such as `@PermitAll` or `@Public`.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [862, 306],
  sources: [
    {
      title: 'OWASP API Security API5: Broken Function Level Authorization',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/',
    },
    { title: 'OWASP Authorization Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html' },
  ],
  limits:
    'Endpoints of Spring, JAX-RS, NestJS, Express, Koa, Fastify, Hono, Next route handlers and server actions. It compares with the endpoints of the same class, router or file: where none of them has a check, access may be settled elsewhere. Reading is compared with reading only, and addresses that are open by their nature (login, health, webhooks) are left out. With a single neighbour the finding is less sure.',
  examples: missingAuthorizationExamples,
  needs: [],
  options: z.object({}),
  *check(change) {
    const guards = newGuards(change);
    if (!guards.global) yield* newEndpoints(change, guards);
    yield* openedInGuarded(change);
    yield* ignoredAnew(change);
  },
});

function* newEndpoints(change: CodeChange, guards: NewGuards): Generator<FindingDraft> {
  const before = new Set(change.files.flatMap(({ base }) => (base ? endpointsIn(base) : [])).flatMap(keysOf));
  for (const { head } of change.files) {
    const endpoints = head ? endpointsIn(head) : [];
    const told = new Set<SymbolFact>();
    for (const endpoint of endpoints) {
      if (
        !head ||
        (isAnnotated(endpoint) && told.has(endpoint.symbol)) ||
        endpoint.check ||
        endpoint.settled ||
        keysOf(endpoint).some((key) => before.has(key))
      )
        continue;
      if (isForEveryone(endpoint) || isCovered(endpoint, head, guards)) continue;
      const neighbours = endpoints.filter(
        (each) => each !== endpoint && each.group === endpoint.group && !(isAnnotated(each) && each.symbol === endpoint.symbol),
      );
      told.add(endpoint.symbol);
      yield* finding(endpoint, neighbours);
    }
  }
}

/** An endpoint is not new where its address or its function was there. */
function keysOf(endpoint: Endpoint): readonly string[] {
  const { identity, symbol, group } = endpoint;
  return isAnnotated(endpoint) ? [identity, `${group} ${symbol.qualifiedName}`] : [identity];
}

/** A handler with annotations is a symbol of its own, under all of its addresses; elsewhere one symbol registers many routes. */
function isAnnotated({ symbol }: Endpoint): boolean {
  return symbol.annotations.length > 0;
}

function isCovered({ path, group }: Endpoint, head: SourceFile, guards: NewGuards): boolean {
  return guards.onRouter(head, group, path) || guards.patterns.some((pattern) => covers(pattern, path));
}

function* finding(endpoint: Endpoint, neighbours: readonly Endpoint[]): Generator<FindingDraft> {
  const alike = neighbours.filter((each) => !isForEveryone(each) && !(each.settled && !each.check) && isComparable(endpoint, each));
  const checked = alike.filter(({ check }) => check !== undefined && (endpoint.known || check.text !== undefined));
  if (checked.length === 0 || checked.length < alike.length) return;
  const { file, range, name, symbol } = endpoint;
  const text = mostWritten(checked);
  const [nearest] = text === undefined ? checked : checked.filter(({ check }) => check?.text === text);
  yield {
    message: `\`${name}\` is new and asks nobody who they are, while ${others(checked.length)} of \`${endpoint.group}\` ${checked.length === 1 ? 'does' : 'do'}${text === undefined ? '' : `: \`${text}\``}.`,
    place: { file, range },
    subject: `${endpoint.group} ${endpoint.identity}`,
    symbol: reference(symbol),
    ...(nearest && { related: [{ file, range: nearest.range, caption: 'this one is checked' }] }),
    ...(text !== undefined && { fixes: endpoint.withCheck(text) }),
    confidence: checked.length > 2 ? 'high' : checked.length === 2 || isWriting(endpoint) ? 'medium' : 'low',
    properties: { category: 'missing-auth' },
  };
}

function others(count: number): string {
  return count === 1 ? 'the other endpoint' : `the ${String(count)} other endpoints`;
}

/** What writes is at least as much in need of a check as what reads. */
function isComparable(endpoint: Endpoint, other: Endpoint): boolean {
  return isWriting(endpoint) ? isWriting(other) || other.check !== undefined : !isWriting(other) || other.check === undefined;
}

function isWriting({ name }: Endpoint): boolean {
  return !/^(?:GET|HEAD|OPTIONS)\b|^(?:get|list|find|fetch|load|search|count)(?![a-z])/.test(name);
}

function mostWritten(checked: readonly Endpoint[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { check } of checked) if (check?.text !== undefined) counts.set(check.text, (counts.get(check.text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
