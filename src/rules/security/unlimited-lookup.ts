import * as z from 'zod/mini';
import { groupBy } from '../../base/group-by.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { reference } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { handlersIn, type Handler } from './access/handlers.ts';
import { asksWhose, lookupsIn, usesCaller, type Lookup } from './access/own-lookups.ts';
import { unlimitedLookupExamples } from './access/unlimited-lookup-examples.ts';

export const unlimitedLookup = defineFileRule({
  id: 'security/unlimited-lookup',
  title: 'Something is looked up by an id of the request alone, where others ask whose it is',
  reason:
    'Whoever is logged in may send any id. Where the lookup does not say whose it is to be, and nothing asks for it afterwards, changing a number in the address shows or changes what belongs to somebody else. Tests pass, since they ask for what is their own.',
  remedy:
    'Put who is calling into the lookup, as the other handlers do (`{ id, userId: req.user.id }`), or compare the owner of what was found with who is calling and refuse.',
  severity: 'error',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [639, 862],
  sources: [
    {
      title: 'OWASP API Security API1: Broken Object Level Authorization',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
    },
    {
      title: 'OWASP Insecure Direct Object Reference Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Handlers of Spring, JAX-RS, NestJS, Express, Koa, Fastify, Hono, Next route handlers and server actions. It compares with handlers of the same class, router or file that look the same thing up: where none of them asks whose it is, it may belong to everybody. A handler that names who is calling, asks for a role, or has a middleware of its own before it is left alone. What a function of another file asks is not seen.',
  examples: unlimitedLookupExamples,
  options: z.object({}),
  *check(file) {
    for (const group of groupBy(handlersIn(file), (handler) => handler.group).values()) {
      const looked = group.map((handler) => ({ handler, lookups: lookupsIn(handler) }));
      for (const each of looked) {
        if (!each.handler.touched || asksWhose(each.handler)) continue;
        for (const found of each.lookups)
          yield* finding(
            found,
            each.handler,
            looked.filter((other) => other !== each),
          );
      }
    }
  },
});

interface Looked {
  readonly handler: Handler;
  readonly lookups: readonly Lookup[];
}

function* finding({ call, of, id }: Lookup, handler: Handler, others: readonly Looked[]): Generator<FindingDraft> {
  if (id === undefined) return;
  const { file, symbol } = handler.scope;
  const nearest = askingFor(of, handler, others) ?? askingForOthers(of, others);
  if (!nearest) return;
  const does = nearest.lookups.some((each) => each.of === of) ? 'asks whose it is' : 'and others ask whose theirs are';
  yield {
    message: `\`${handler.name}\` looks \`${of}\` up by \`${id}\` of the request alone, while \`${nearest.handler.name}\` ${does}: another id shows or changes what belongs to others.`,
    place: { file, range: call.range },
    subject: `${handler.group} ${handler.name} ${of} ${call.name}`,
    symbol: reference(symbol),
    related: [
      {
        file,
        range: (nearest.lookups.find((each) => each.of === of) ?? nearest.lookups[0])?.call.range ?? call.range,
        caption: 'here it is asked',
      },
    ],
    properties: { category: 'missing-auth' },
  };
}

/** A handler that asks whose the same thing is. What is shown to everybody may still be changed by its owner only. */
function askingFor(of: string, handler: Handler, others: readonly Looked[]): Looked | undefined {
  const asking = others.filter((other) => asksFor(other, of));
  if (!isReading(handler)) return asking[0];
  return isShown(of, others) ? undefined : asking.find((other) => isReading(other.handler));
}

const personal =
  /(?:^|[a-z._])(?:order|invoice|payment|address|account|cart|wallet|message|document|ticket|subscription|note|booking|reservation|card|transaction|prescription|appointment|statement|payslip|upload|report|profile|contract)s?(?:$|Repo|Dao|Model|Entity)/i;

/** What is somebody's by its nature, where two others that look something up by its id ask whose it is. */
function askingForOthers(of: string, others: readonly Looked[]): Looked | undefined {
  if (!personal.test(of) || others.some(({ lookups }) => lookups.some((each) => each.of === of))) return undefined;
  const [first, second] = others.filter(
    ({ handler, lookups }) =>
      lookups.some((each) => each.isLimited) || (usesCaller(handler) && lookups.some((each) => each.id !== undefined)),
  );
  return second && first;
}

/** Whether a handler looks the same thing up, and only what belongs to who is calling. */
function asksFor({ handler, lookups }: Looked, of: string): boolean {
  const same = lookups.filter((each) => each.of === of);
  return same.some((each) => each.isLimited) || (same.some((each) => each.id !== undefined) && usesCaller(handler));
}

/** Whether everybody is shown all of it elsewhere. */
function isShown(of: string, others: readonly Looked[]): boolean {
  return others.some(
    ({ handler, lookups }) =>
      isReading(handler) &&
      !asksWhose(handler) &&
      lookups.some(
        (each) => each.of === of && !each.isLimited && /^(?:find|get|load|fetch|list|select|search|count|query)/.test(each.call.name),
      ),
  );
}

function isReading({ name }: Handler): boolean {
  return /^(?:GET|HEAD)\b|^(?:get|list|find|fetch|load|show|read|search|index|view)(?![a-z])/.test(name);
}
