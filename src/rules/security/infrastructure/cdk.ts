import type { TextRange } from '../../../base/text-range.ts';
import { groupBy } from '../../../base/group-by.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { isComplete, objectOf } from '../../pattern/values.ts';
import { constructRows, type ConstructRow } from './cdk-rows.ts';

/** A construct with a setting that leaves something open. */
export interface OpenConstruct {
  readonly at: Scope;
  readonly range: TextRange;
  /** As in messages: `Bucket`. */
  readonly name: string;
  readonly row: ConstructRow;
  /** The setting with the value, where one is written. */
  readonly setting?: string;
}

const rowsOf = groupBy(
  constructRows.flatMap((row) => row.of.split('|').map((name) => ({ name, row }))),
  ({ name }) => name,
);
const methods = ['addListener', 'addMethod'] as const;

/** Whether a file uses the AWS CDK at all. */
export function usesCdk({ file }: CodeInventory): boolean {
  return file.facts?.imports.some(({ source }) => /^(?:aws-cdk-lib|@aws-cdk\/|monocdk)/.test(source)) === true;
}

/** Constructs with settings that are known to leave something open, and those where it is open unless somebody closes it. */
export function* openConstructsIn(code: CodeInventory): Generator<OpenConstruct> {
  if (!usesCdk(code)) return;
  for (const sight of [...code.of('new'), ...code.calls(...methods)]) {
    const name = constructName(sight.node, sight);
    for (const { row } of rowsOf.get(name ?? '') ?? []) {
      for (const found of openIn(row, sight)) yield { at: sight, name: name?.split('.').slice(1).join('.') ?? '', row, ...found };
    }
  }
}

/** `s3.Bucket` for `new Bucket(…)` of `aws-cdk-lib/aws-s3`; `apigateway.RestApi.addMethod` for a method of what an API has. */
export function constructName(expression: Expression, scope: Scope): string | undefined {
  const origin = originOf(expression, scope);
  const [, service = '', rest = ''] = /^(?:aws-cdk-lib|@aws-cdk|monocdk)[/.](?:aws[-_])?([\w-]+)\.(.+)$/.exec(origin ?? '') ?? [];
  if (service === '') return undefined;
  const words = rest.replaceAll('()', '').split('.');
  const [first = '', ...more] = words;
  return [service.replace(/[-_]/g, ''), first, ...(more.length > 0 ? more.slice(-1) : [])].join('.');
}

function* openIn(row: ConstructRow, sight: Sight<Call | Construction>): Generator<Pick<OpenConstruct, 'range' | 'setting'>> {
  const { arguments: given, range } = sight.node;
  const options = given[row.argument ?? (sight.node.kind === 'new' ? 2 : Math.max(given.length - 1, 0))];
  const object = options && objectOf(options, sight);
  if (options && !object && !isNothing(options, sight)) return;
  const ways = row.setting.split('|').map((way) => way.split('.'));
  const within = (place: TextRange | undefined): TextRange => (place && isInside(place, range) ? place : head(sight));
  if (row.orMissing) {
    const missing = ways.map((way) => missingAt(object, way, sight));
    if (missing.every((each) => each !== undefined)) yield { range: within(missing[0]?.range) };
  }
  for (const way of row.open && object ? ways : []) {
    for (const { value, range: place } of valuesAt(object, way, sight)) {
      const word = wordOf(value, sight);
      if (row.open?.test(word)) yield { range: within(place), setting: `${way.join('.')}: ${word}` };
    }
  }
}

/** No options at all: `undefined`, or a call whose last argument is no object. */
function isNothing(options: Expression, sight: Sight<Call | Construction>): boolean {
  const value = bare(options);
  return value.kind === 'undefined' || (sight.node.kind === 'call' && value.kind === 'string');
}

function isInside(inner: TextRange, outer: TextRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Only the beginning: what is missing is missing in all of it. */
function head({ node }: Sight<Call | Construction>): TextRange {
  const [first] = node.arguments;
  return node.kind === 'call' ? node.nameRange : { start: node.range.start, end: first ? first.range.end : node.range.end };
}

interface Setting {
  readonly value: Expression;
  readonly range: TextRange;
}

function valuesAt(object: Expression | undefined, [key = '', ...rest]: readonly string[], scope: Scope): readonly Setting[] {
  const held = object && objectOf(object, scope);
  const found = held?.properties.filter((each) => each.key === key) ?? [];
  if (rest.length === 0) return found;
  return found.flatMap(({ value }) => {
    const inner = bare(heldBy(value, scope) ?? value);
    return (inner.kind === 'array' ? inner.elements : [inner]).flatMap((each) => valuesAt(each, rest, scope));
  });
}

/** Where nothing is said: it is neither written nor spread into it from elsewhere. Undefined where something is. */
function missingAt(
  object: Expression | undefined,
  [key = '', ...rest]: readonly string[],
  scope: Scope,
): { readonly range?: TextRange } | undefined {
  if (!object) return {};
  const held = objectOf(object, scope);
  if (!held) return isUndefined(object, scope) ? {} : undefined;
  const found = held.properties.findLast((each) => each.key === key);
  if (!found) return isComplete(held) ? {} : undefined;
  if (isUndefined(found.value, scope)) return { range: found.range };
  const inner = rest.length > 0 ? objectOf(found.value, scope) : undefined;
  const missing = inner && missingAt(inner, rest, scope);
  return missing && { range: found.range, ...missing };
}

function isUndefined(expression: Expression, scope: Scope): boolean {
  return bare(heldBy(expression, scope) ?? expression).kind === 'undefined';
}

/** `PUBLIC_READ` of `s3.BucketAccessControl.PUBLIC_READ`, or the literal. */
function wordOf(value: Expression, scope: Scope): string {
  const known = constantOf(value, scope);
  if (known !== undefined) return String(known);
  const origin = originOf(value, scope);
  return origin?.slice(origin.lastIndexOf('.') + 1) ?? lastName(heldBy(value, scope) ?? value) ?? '';
}
