import type { TextRange } from '../../base/text-range.ts';
import type { Call, Construction, Expression } from '../../code/expression.ts';
import { constantOf, heldBy } from '../../code/flow/constant.ts';
import { originOf } from '../../code/flow/origin.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { bare } from '../../code/walk.ts';
import { lastName, type Sight } from './code-inventory.ts';
import { isComplete, objectOf } from './values.ts';

/** What an object of options says, or does not say, that leaves something open. */
export interface SettingRow {
  /** The way to the setting: `cookie.secure`; alternatives with `|`. */
  readonly setting: string;
  /** Values, as words, that leave it open: a literal, or the last name of a constant. */
  readonly open?: RegExp;
  /** It is open, too, where nothing is said. */
  readonly orMissing?: true;
  /** Which argument has the settings. */
  readonly argument?: number;
}

/** A setting that leaves something open. */
export interface OpenSetting {
  readonly range: TextRange;
  /** With its value, where one is written. */
  readonly setting?: string;
}

/** The settings of a call or construction that a row speaks of. */
export function* openSettings(row: SettingRow, sight: Sight<Call | Construction>, usual = 0): Generator<OpenSetting> {
  const { arguments: given, range } = sight.node;
  const options = given[row.argument ?? usual];
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
  if (rest.length === 0) return found.flatMap((each) => singles(each, scope));
  return found.flatMap(({ value }) => {
    const inner = bare(heldBy(value, scope) ?? value);
    return (inner.kind === 'array' ? inner.elements : [inner]).flatMap((each) => valuesAt(each, rest, scope));
  });
}

/** The elements of a list are values of their own. */
function singles({ value, range }: Setting, scope: Scope): readonly Setting[] {
  const held = bare(heldBy(value, scope) ?? value);
  return held.kind === 'array' ? held.elements.map((element) => ({ value: element, range })) : [{ value, range }];
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
