import { isTrue } from '../../code/document-node.ts';
import { escaped } from '../schema/schema-place.ts';
import { compareContent } from './compare-bodies.ts';
import { compareSchemaUse, flowOf, impactFor, reportIn, type OperationPair, type SchemaUse } from './comparison.ts';
import type { Header, Response } from './openapi-model.ts';

/** Compares what an operation gives. */
export function compareResponses(pair: OperationPair): void {
  const {
    old: { responses: old },
    now: { responses: now },
  } = pair;
  for (const [status, was] of old) {
    const match = now.has(status) ? status : coveringStatus(status, now);
    const is = match === undefined ? undefined : now.get(match);
    if (is) compareResponse(pair, { status, was, is });
    else responseRemoved(pair, status, was);
  }
  for (const [status, { at }] of now) {
    if (old.has(status)) continue;
    reportIn(pair, {
      change: `response-${isSuccess(status) ? '' : 'non-'}success-status-added`,
      impact: 'compatible',
      says: `${pair.now.name} may answer ${statusName(status)}, which is new`,
      now: at,
      below: `/responses/${status}`,
    });
  }
}

function isSuccess(status: string): boolean {
  return /^[23]/.test(status);
}

function statusName(status: string): string {
  return status === 'default' ? 'with the default response' : `with the status ${status}`;
}

/** `2XX` and `default` stand for the statuses that are not named. */
function coveringStatus(status: string, responses: ReadonlyMap<string, Response>): string | undefined {
  return [`${status.charAt(0)}XX`, 'default'].find(
    (each) => responses.has(each) && (each !== 'default' || !isSuccess(status) || ![...responses.keys()].some(isSuccess)),
  );
}

function responseRemoved(pair: OperationPair, status: string, { at }: Response): void {
  const success = isSuccess(status);
  reportIn(pair, {
    change: `response-${success ? '' : 'non-'}success-status-removed`,
    impact: success ? impactFor(flowOf(pair.now, 'response'), 'widened') : 'compatible',
    says: `${pair.now.name} no longer answers ${statusName(status)}`,
    consequence: success ? 'callers that wait for it take what comes instead for an error' : 'callers never meet it again',
    old: at,
    below: `/responses/${status}`,
  });
}

interface ResponsePair {
  readonly status: string;
  readonly was: Response;
  readonly is: Response;
}

function compareResponse(pair: OperationPair, { status, was, is }: ResponsePair): void {
  const within = ` of ${pair.now.name} (${status})`;
  const use: SchemaUse = {
    flow: flowOf(pair.now, 'response'),
    prefix: 'response-body',
    below: `/responses/${status}`,
    subject: 'the response body',
    within,
  };
  compareContent(pair, { old: was.content, now: is.content, use, mediaTypeId: 'response-media-type' });
  for (const [name, header] of was.headers) {
    const now = is.headers.get(name);
    if (now) compareHeader(pair, use, header, now);
    else
      reportHeader(pair, use, header, {
        change: `${header.required ? 'required' : 'optional'}-response-header-removed`,
        impact: 'breaking',
        says: 'is gone',
        consequence: 'readers that use it no longer find it',
      });
  }
  for (const [name, header] of is.headers) {
    if (!was.headers.has(name))
      reportIn(pair, {
        change: 'response-header-added',
        impact: 'compatible',
        says: `the header \`${header.name}\`${within} is new`,
        now: header.at,
        below: `${use.below}/headers/${escaped(header.name)}`,
      });
  }
}

function reportHeader(
  pair: OperationPair,
  use: SchemaUse,
  header: Header,
  found: { readonly change: string; readonly impact: 'breaking' | 'compatible'; readonly says: string; readonly consequence: string },
): void {
  reportIn(pair, {
    ...found,
    says: `the header \`${header.name}\`${use.within} ${found.says}`,
    old: header.at,
    below: `${use.below}/headers/${escaped(header.name)}`,
  });
}

function compareHeader(pair: OperationPair, use: SchemaUse, was: Header, is: Header): void {
  const below = `${use.below}/headers/${escaped(is.name)}`;
  if (was.required !== is.required) {
    reportIn(pair, {
      change: `response-header-became-${is.required ? 'required' : 'optional'}`,
      impact: impactFor(use.flow, is.required ? 'narrowed' : 'widened'),
      says: `the header \`${is.name}\`${use.within} is ${is.required ? 'always there, and was optional' : 'optional, and was always there'}`,
      consequence: is.required ? 'nobody who reads it has to change' : 'readers that rely on it may not find it',
      old: was.requiredAt ?? was.at,
      now: is.requiredAt ?? is.at,
      below,
    });
  }
  if (isTrue(was.explodeAt) !== isTrue(is.explodeAt))
    reportIn(pair, {
      change: 'response-header-explode-changed',
      impact: 'breaking',
      says: `the header \`${is.name}\`${use.within} is written with \`explode: ${isTrue(is.explodeAt)}\` instead of \`${isTrue(was.explodeAt)}\``,
      consequence: 'readers that take it apart the old way misread it',
      old: was.explodeAt ?? was.at,
      now: is.explodeAt ?? is.at,
      below,
    });
  compareSchemaUse(
    pair,
    { ...use, prefix: 'response-header', below, subject: `the header \`${is.name}\``, asText: true },
    was.schema,
    is.schema,
  );
}
