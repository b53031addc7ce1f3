import type { DocumentNode } from '../../code/document-node.ts';
import { escaped } from '../schema/schema-place.ts';
import { compareSchemaUse, flowOf, impactFor, reportIn, type OperationPair, type SchemaUse } from './comparison.ts';
import type { Content, MediaType, RequestBody } from './openapi-model.ts';

/** Compares what an operation takes as its body. */
export function compareBodies(pair: OperationPair): void {
  const {
    old: { body: old },
    now: { body: now },
  } = pair;
  if (!old && now) bodyAdded(pair, now);
  else if (old && !now) bodyRemoved(pair, old);
  else if (old && now) compareBody(pair, old, now);
}

function bodyAdded(pair: OperationPair, { at, required, requiredAt }: RequestBody): void {
  const impact = required ? impactFor(flowOf(pair.now, 'request'), 'narrowed') : 'compatible';
  reportIn(pair, {
    change: `request-body-added-${required ? 'required' : 'optional'}`,
    impact,
    says: `${pair.now.name} takes a body, which is ${required ? 'required' : 'optional'}; before it took none`,
    consequence: required ? 'callers that send none are refused' : 'nobody has to change',
    now: required ? (requiredAt ?? at) : at,
    below: '/requestBody',
  });
}

function bodyRemoved(pair: OperationPair, { at }: RequestBody): void {
  reportIn(pair, {
    change: 'request-body-removed',
    impact: 'breaking',
    says: `${pair.now.name} takes no body any more`,
    consequence: 'what callers send in it is refused or lost',
    old: at,
    below: '/requestBody',
  });
}

function compareBody(pair: OperationPair, old: RequestBody, now: RequestBody): void {
  const flow = flowOf(pair.now, 'request');
  if (old.required !== now.required) {
    reportIn(pair, {
      change: `request-body-became-${now.required ? 'required' : 'optional'}`,
      impact: impactFor(flow, now.required ? 'narrowed' : 'widened'),
      says: `the body of ${pair.now.name} is ${now.required ? 'required, and was optional' : 'optional, and was required'}`,
      consequence: now.required ? 'callers that send none are refused' : 'nobody has to change',
      old: old.requiredAt,
      now: now.requiredAt ?? now.at,
      below: '/requestBody',
    });
  }
  const use: SchemaUse = {
    flow,
    prefix: 'request-body',
    below: '/requestBody',
    subject: 'the request body',
    within: ` of ${pair.now.name}`,
  };
  compareContent(pair, { old: old.content, now: now.content, use, mediaTypeId: 'request-body-media-type' });
}

export interface ContentPair {
  readonly old: Content;
  readonly now: Content;
  readonly use: SchemaUse;
  /** Begins the ids of changes of media types. */
  readonly mediaTypeId: string;
}

/** Compares media types and what they hold. Nothing may be taken away, whoever writes it: readers ask for what they understand. */
export function compareContent(pair: OperationPair, { old, now, use, mediaTypeId }: ContentPair): void {
  const found = matching(old, now, use.flow);
  for (const [type, was] of old) {
    const match = found.get(type);
    const is = match === undefined ? undefined : now.get(match);
    if (match !== undefined && is) {
      compareMediaType(pair, { type, was, is }, { use, mediaTypeId });
      if (use.flow === 'out' && match !== type) reportName(pair, use, { mediaTypeId, old: type, now: match, at: is.at });
    } else reportType(pair, use, { change: `${mediaTypeId}-removed`, impact: 'breaking', type, old: was.at });
  }
  const kept = new Set(found.values());
  for (const [type, { at }] of now)
    if (!kept.has(type)) reportType(pair, use, { change: `${mediaTypeId}-added`, impact: 'compatible', type, now: at });
}

interface MediaTypePair {
  readonly type: string;
  readonly was: MediaType;
  readonly is: MediaType;
}

/** A media type without a schema holds anything. */
function compareMediaType(
  pair: OperationPair,
  { type, was, is }: MediaTypePair,
  { use, mediaTypeId }: Pick<ContentPair, 'use' | 'mediaTypeId'>,
): void {
  const below = `${use.below}/content/${escaped(type)}`;
  compareSchemaUse(pair, { ...use, below, asText: use.asText ?? isUntyped(type) }, was.schema, is.schema);
  const [node, isNew] = was.schema ? [is.schema ? undefined : was.schema, false] : [is.schema, true];
  if (!node || !restricts(node)) return;
  const impact = impactFor(use.flow, isNew ? 'narrowed' : 'widened');
  const breaks = use.flow === 'in' ? 'callers that send something else are refused' : 'readers no longer know what they get';
  reportIn(pair, {
    change: `${mediaTypeId.replace(/^response-/, 'response-body-')}-schema-${isNew ? 'added' : 'removed'}`,
    // What is not described any more mostly stays as it was.
    impact: impact === 'breaking' && !isNew ? 'risky' : impact,
    says: `${use.subject}${use.within} as \`${type}\` ${isNew ? 'is held to a schema, and was not before' : 'is no longer described by a schema'}`,
    consequence: impact === 'breaking' ? breaks : 'nobody has to change',
    ...(isNew ? { now: node } : { old: node }),
    below: `${below}/schema`,
  });
}

/** Whether a schema says more than that anything may come. */
function restricts(schema: DocumentNode): boolean {
  return (
    schema.kind === 'object' &&
    ['type', 'enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf', 'properties', 'items'].some((name) => schema.members.has(name))
  );
}

interface TypeChange {
  readonly change: string;
  readonly impact: 'breaking' | 'compatible';
  readonly type: string;
  readonly old?: DocumentNode;
  readonly now?: DocumentNode;
}

function reportType(pair: OperationPair, use: SchemaUse, { type, ...found }: TypeChange): void {
  const isGone = found.old !== undefined;
  reportIn(pair, {
    ...found,
    says: `${use.subject}${use.within} ${isGone ? 'is no longer available as' : 'is also available as'} \`${type}\``,
    consequence: isGone ? 'consumers that use this format fail' : 'nobody has to change',
    below: `${use.below}/content/${escaped(type)}`,
  });
}

interface RenamedType {
  readonly mediaTypeId: string;
  readonly old: string;
  readonly now: string;
  readonly at: DocumentNode;
}

/** Of what readers get: a range instead of a format may be anything in it. */
function reportName(pair: OperationPair, use: SchemaUse, { mediaTypeId, old, now, at }: RenamedType): void {
  const isWider = now.endsWith('/*');
  reportIn(pair, {
    change: `${mediaTypeId}-name-${isWider ? 'generalized' : 'specialized'}`,
    impact: isWider ? 'breaking' : 'compatible',
    says: `${use.subject}${use.within} is \`${now}\` instead of \`${old}\``,
    consequence: isWider ? 'consumers may get a format that they do not read' : 'nobody has to change',
    now: at,
    below: `${use.below}/content/${escaped(now)}`,
  });
}

/** Pairs media types by name; one that is gone may be covered by a range (`application/*`), or was one that still covers what readers get. */
function matching(old: Content, now: Content, flow: SchemaUse['flow']): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const type of old.keys()) {
    const others = [...now.keys()];
    const match = now.has(type)
      ? type
      : (others.find((each) => coversType(each, type)) ??
        others.find((each) => (flow === 'out' || each.includes(';')) && coversType(type, each)));
    if (match !== undefined) pairs.set(type, match);
  }
  return pairs;
}

function coversType(range: string, type: string): boolean {
  if (range === '*/*') return true;
  if (range.endsWith('/*')) return type.startsWith(range.slice(0, -1));
  const [name = '', parameters] = type.split(';');
  return parameters !== undefined && name === range;
}

/** Formats that write every scalar as text, so that nothing on the wire tells a number from a text. */
function isUntyped(type: string): boolean {
  return /^application\/x-www-form-urlencoded|^multipart\/|[/+]xml/.test(type);
}
