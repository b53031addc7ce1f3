import { isTrue, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import { escaped } from '../schema/schema-place.ts';
import { compareContent } from './compare-bodies.ts';
import { compareLifecycle } from './compare-lifecycles.ts';
import { compareSchemaUse, flowOf, impactFor, reportIn, type OperationPair, type SchemaUse } from './comparison.ts';
import { deprecationOf, isOver, isUnstable } from './lifecycle.ts';
import type { Parameter } from './openapi-model.ts';

/** Compares the parameters of an operation. */
export function compareParameters(pair: OperationPair): void {
  const [old, now] = [byIdentity(pair.old.parameters), byIdentity(pair.now.parameters)];
  const gone = [...old.values()].filter(({ identity }) => !now.has(identity));
  const added = [...now.values()].filter(({ identity }) => !old.has(identity));
  const moved = new Map(
    gone.flatMap((was) =>
      added
        .filter(({ name }) => name === was.name)
        .slice(0, 1)
        .map((is) => [was, is] as const),
    ),
  );
  for (const [was, is] of moved) parameterMoved(pair, was, is);
  for (const was of gone) if (!moved.has(was)) parameterRemoved(pair, was);
  const arrived = new Set(moved.values());
  for (const is of added) if (!arrived.has(is)) parameterAdded(pair, is);
  for (const [identity, was] of old) {
    const is = now.get(identity);
    if (is) compareParameter(pair, was, is);
  }
}

function byIdentity(parameters: readonly Parameter[]): ReadonlyMap<string, Parameter> {
  return new Map(parameters.map((parameter) => [parameter.identity, parameter]));
}

function nameOf({ in: location, name }: Parameter): string {
  return `the ${location} parameter \`${name}\``;
}

function belowOf({ in: location, name }: Parameter): string {
  return `/parameters/${location}/${escaped(name)}`;
}

function parameterMoved(pair: OperationPair, was: Parameter, is: Parameter): void {
  reportIn(pair, {
    change: 'request-parameter-location-changed',
    impact: 'breaking',
    says: `${nameOf(is)} of ${pair.now.name} was expected in ${was.in} before`,
    consequence: 'callers that send it there are not understood',
    old: was.at,
    now: is.at,
    below: belowOf(is),
  });
}

/** What is sent nonetheless is mostly ignored, but what it asked for is no longer done. */
function parameterRemoved(pair: OperationPair, was: Parameter): void {
  // The path still has the place: only its description is gone.
  if (was.in === 'path' && templatePlaces(pair.now.path) >= templatePlaces(pair.old.path)) return;
  const mayGo = isUnstable(was) || isOver(was, pair.comparison.today);
  const impact = isUnstable(was) || flowOf(pair.now, 'request') === 'out' ? 'compatible' : 'breaking';
  reportIn(pair, {
    change: was.deprecated ? 'request-parameter-removed-with-deprecation' : 'request-parameter-removed',
    impact,
    says: `${nameOf(was)} of ${pair.now.name} is gone`,
    consequence: mayGo ? 'it was not to be relied on any more' : 'callers that send it no longer get what it asked for',
    old: was.at,
    below: belowOf(was),
    deprecatedBefore: was.deprecated || pair.old.deprecated,
    deprecation: deprecationOf([was]),
  });
}

function templatePlaces(path: string): number {
  return path.split('{').length;
}

function parameterAdded(pair: OperationPair, is: Parameter): void {
  // A place of the path that was there before is described now, and no more.
  if (is.in === 'path' && /^path \d+$/.test(is.identity) && !restricts(is.schema)) return;
  const impact = is.required ? impactFor(flowOf(pair.now, 'request'), 'narrowed') : 'compatible';
  const change =
    is.in === 'path' ? 'new-request-path-parameter' : is.required ? 'new-required-request-parameter' : 'new-optional-request-parameter';
  reportIn(pair, {
    change,
    impact,
    says: `${nameOf(is)} of ${pair.now.name} is new and ${is.required ? 'required' : 'optional'}`,
    consequence: is.required ? 'callers that do not send it are refused' : 'nobody has to change',
    now: is.required && is.in !== 'path' ? (is.requiredAt ?? is.at) : is.at,
    below: belowOf(is),
  });
}

/** Whether a schema takes less than any text. */
function restricts(schema: DocumentNode | undefined): boolean {
  return (
    textOf(member(schema, 'type')) !== 'string' ||
    ['pattern', 'enum', 'const', 'format', 'minLength', 'maxLength'].some((name) => member(schema, name))
  );
}

function compareParameter(pair: OperationPair, was: Parameter, is: Parameter): void {
  const subject = nameOf(is);
  const named = `${subject} of ${pair.now.name}`;
  const below = belowOf(is);
  if (was.required !== is.required) {
    const impact = impactFor(flowOf(pair.now, 'request'), is.required ? 'narrowed' : 'widened');
    reportIn(pair, {
      change: is.required ? 'request-parameter-became-required' : 'request-parameter-became-optional',
      impact,
      says: `${named} is ${is.required ? 'required, and was optional' : 'optional, and was required'}`,
      consequence: is.required ? 'callers that leave it out are refused' : 'nobody has to change',
      old: was.requiredAt,
      now: is.requiredAt ?? is.at,
      below,
      deprecatedBefore: was.deprecated || pair.old.deprecated,
      deprecation: deprecationOf([was]),
    });
  }
  compareLifecycle(pair, { old: was, now: is, prefix: 'request-parameter', subject: named });
  compareStyle(pair, was, is);
  const use = useOf(pair, was, is);
  compareSchemaUse(pair, use, was.schema, is.schema);
  compareContent(pair, { old: was.content, now: is.content, use, mediaTypeId: 'request-parameter-media-type' });
}

function useOf({ now }: OperationPair, was: Parameter, is: Parameter): SchemaUse {
  return {
    flow: flowOf(now, 'request'),
    prefix: 'request-parameter',
    below: belowOf(is),
    subject: nameOf(is),
    within: ` of ${now.name}`,
    asText: is.content.size === 0,
    repeats: is.in === 'query' && is.style === 'form' && is.explode,
    deprecated: was.deprecated,
    unstable: isUnstable(was),
  };
}

/** How values are written. It matters only for what is no single value, but whether it is one is not always said. */
function compareStyle(pair: OperationPair, was: Parameter, is: Parameter): void {
  const report = (change: string, says: string, old: DocumentNode | undefined, now: DocumentNode | undefined): void => {
    reportIn(pair, {
      change,
      impact: 'breaking',
      says: `${nameOf(is)} of ${pair.now.name} ${says}`,
      consequence: 'callers that write it the old way are not understood',
      old: old ?? was.at,
      now: now ?? is.at,
      below: belowOf(is),
    });
  };
  if (was.style !== is.style)
    report('request-parameter-style-changed', `has the style \`${is.style}\` instead of \`${was.style}\``, was.styleAt, is.styleAt);
  else if (was.explode !== is.explode && !bothScalar(was, is))
    report(
      'request-parameter-explode-changed',
      `is written with \`explode: ${is.explode}\` instead of \`${was.explode}\``,
      was.explodeAt,
      is.explodeAt,
    );
  if (isTrue(was.allowEmptyValue) && !isTrue(is.allowEmptyValue))
    report(
      'request-parameter-allow-empty-value-decreased',
      'may not be empty, which it might before',
      was.allowEmptyValue,
      is.allowEmptyValue,
    );
  if (isTrue(was.allowReserved) && !isTrue(is.allowReserved))
    report(
      'request-parameter-allow-reserved-decreased',
      'may not hold reserved characters as they are, which it might before',
      was.allowReserved,
      is.allowReserved,
    );
}

/** Whether nobody said how it is to be written: then only lists and objects would be affected. */
function bothScalar(was: Parameter, is: Parameter): boolean {
  return was.explodeAt === undefined && is.explodeAt === undefined;
}
