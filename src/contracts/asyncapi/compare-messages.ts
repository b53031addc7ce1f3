import type { EventComparison } from './event-comparison.ts';
import { textOf, type DocumentNode } from '../../code/document-node.ts';
import { canonical } from '../document/canonical.ts';
import type { DocumentChange } from '../document/document-change.ts';
import type { Flow, SchemaPlace } from '../schema/schema-place.ts';
import type { ChannelUse, Message } from './asyncapi-model.ts';
import { compareBindings } from './compare-bindings.ts';

interface UsePair {
  readonly old: ChannelUse;
  readonly now: ChannelUse;
}

/** Compares the kinds of message of a use: those of the same name, and the only one with the only one. */
export function compareMessages({ old, now }: UsePair, comparison: EventComparison): void {
  const [were, are] = [byName(old.messages), byName(now.messages)];
  const [only, left] = [[...were.values()].filter(({ name }) => !are.has(name)), [...are.values()].filter(({ name }) => !were.has(name))];
  const [first, second] = [only[0], left[0]];
  const renamed = were.size === 1 && are.size === 1 && first && second ? { old: first, now: second } : undefined;
  if (renamed) compareMessage(renamed, now, comparison);
  else {
    for (const message of only) messageRemoved(message, old, comparison);
    for (const message of left) messageAdded(message, now, comparison);
  }
  for (const [name, was] of were) {
    const is = are.get(name);
    if (is) compareMessage({ old: was, now: is }, now, comparison);
  }
}

function byName(messages: readonly Message[]): ReadonlyMap<string, Message> {
  return new Map(messages.map((message) => [message.name, message]));
}

function titleOf({ name }: Message): string {
  return name === '' ? 'the message' : `the message \`${name}\``;
}

function messageRemoved(message: Message, { name, flow, deprecated }: ChannelUse, { changes }: EventComparison): void {
  changes.add({
    change: 'message-removed',
    impact: 'breaking',
    says: `${titleOf(message)} is gone from ${name}`,
    consequence: flow === 'in' ? 'consumers that send it are not understood' : 'consumers that wait for it never get it again',
    element: message.pointer,
    old: message.at,
    deprecatedBefore: message.deprecated || deprecated,
  });
}

/** Readers meet a kind that they do not know: most pass over it, some stop. */
function messageAdded(message: Message, { name, flow, messages }: ChannelUse, { changes }: EventComparison): void {
  const isOther = flow === 'out' && messages.length > 1;
  changes.add({
    change: 'message-added',
    impact: isOther ? 'risky' : 'compatible',
    says: `${titleOf(message)} is new in ${name}`,
    consequence: isOther ? 'consumers meet a kind of message that they do not know' : 'nobody has to change',
    element: message.pointer,
    now: message.at,
  });
}

interface MessagePair {
  readonly old: Message;
  readonly now: Message;
}

function compareMessage(pair: MessagePair, use: ChannelUse, comparison: EventComparison): void {
  const { old, now } = pair;
  const report = (change: Omit<DocumentChange, 'element'>): void => {
    comparison.changes.add({ ...change, element: now.pointer, deprecatedBefore: old.deprecated || use.deprecated });
  };
  const within = ` of ${titleOf(now)} in ${use.name}`;
  compareTexts('content type', 'message-content-type-changed', { old: old.contentType, now: now.contentType, within }, report);
  if (old.format === now.format && old.format === 'other')
    compareTexts('schema format', 'message-schema-format-changed', { old: old.formatAt, now: now.formatAt, within }, report);
  if (old.correlation && now.correlation && canonical(old.correlation) !== canonical(now.correlation))
    report({
      change: 'message-correlation-id-changed',
      impact: 'risky',
      says: `the correlation id${within} stands elsewhere`,
      consequence: 'consumers that match answers by it find another value',
      old: old.correlation,
      now: now.correlation,
    });
  comparePayloads(pair, { use, within, report }, comparison);
  compareHeaders(pair, { use, within }, comparison);
  compareBindings({ old: old.bindings, now: now.bindings }, { within, pointer: now.pointer, level: 'message', flow: use.flow }, comparison);
}

type Report = (change: Omit<DocumentChange, 'element'>) => void;

function compareTexts(
  what: string,
  change: string,
  { old, now, within }: { readonly old: DocumentNode | undefined; readonly now: DocumentNode | undefined; readonly within: string },
  report: Report,
): void {
  const [was, is] = [textOf(old), textOf(now)];
  if (was === undefined || is === undefined || was.toLowerCase() === is.toLowerCase()) return;
  report({
    change,
    impact: 'breaking',
    says: `the ${what}${within} is \`${is}\` instead of \`${was}\``,
    consequence: 'consumers cannot read or write it as before',
    old,
    now,
  });
}

interface MessageUse {
  readonly use: ChannelUse;
  readonly within: string;
}

function comparePayloads(
  { old, now }: MessagePair,
  { use, within, report }: MessageUse & { readonly report: Report },
  { schemas }: EventComparison,
): void {
  if (old.format !== now.format) {
    report({
      change: 'message-schema-format-changed',
      impact: 'breaking',
      says: `the payload${within} is described as \`${textOf(now.formatAt) ?? 'JSON Schema'}\` instead of \`${textOf(old.formatAt) ?? 'JSON Schema'}\``,
      consequence: 'consumers cannot read or write it as before',
      old: old.formatAt ?? old.payload ?? old.at,
      now: now.formatAt ?? now.payload ?? now.at,
    });
    return;
  }
  if (old.format === 'other') {
    if (canonical(old.payload) !== canonical(now.payload))
      report({
        change: 'message-payload-changed',
        impact: 'risky',
        says: `the payload${within} is described otherwise, in a format that is not compared here`,
        consequence: 'consumers may not read or write it as before',
        old: old.payload,
        now: now.payload,
      });
    return;
  }
  if (old.payload && now.payload)
    schemas.compare([old.payload], [now.payload], placeOf('message-payload', `${now.pointer}/payload`, `the payload${within}`, old, use));
  else if (old.payload ?? now.payload) payloadAddedOrRemoved({ old, now }, { use, within, report });
}

function payloadAddedOrRemoved({ old, now }: MessagePair, { use, within, report }: MessageUse & { readonly report: Report }): void {
  const breaks = (use.flow === 'in') === (now.payload !== undefined);
  report({
    change: now.payload ? 'message-payload-added' : 'message-payload-removed',
    impact: breaks ? 'breaking' : 'compatible',
    says: `the payload${within} is ${now.payload ? 'held to a schema, and was not before' : 'no longer described'}`,
    consequence: breaks
      ? use.flow === 'in'
        ? 'consumers that send something else are not understood'
        : 'consumers no longer know what comes'
      : undefined,
    old: old.payload,
    now: now.payload,
  });
}

/** Headers that are not described may be any. */
function compareHeaders({ old, now }: MessagePair, { use, within }: MessageUse, { schemas }: EventComparison): void {
  const at = now.headers ?? old.headers;
  if (!at) return;
  const pair = [old.headers ?? anyObject(at), now.headers ?? anyObject(at)] as const;
  schemas.compare([pair[0]], [pair[1]], placeOf('message-headers', `${now.pointer}/headers`, `the headers${within}`, old, use));
}

function anyObject({ file, range }: DocumentNode): DocumentNode {
  return { kind: 'object', file, range, members: new Map([['type', { kind: 'scalar', file, range, value: 'object' }]]) };
}

function placeOf(
  prefix: string,
  pointer: string,
  subject: string,
  { deprecated }: Message,
  use: { readonly flow: Flow; readonly deprecated: boolean },
): SchemaPlace {
  return {
    flow: use.flow,
    prefix,
    pointer,
    subject,
    within: '',
    asText: false,
    repeats: false,
    unstable: false,
    deprecated: deprecated || use.deprecated,
  };
}
