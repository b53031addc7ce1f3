import type { ParameterFact } from '../../../code/facts.ts';
import { boundNames } from '../../../code/flow/pattern.ts';
import type { SkeletonCase } from './cases.ts';

/** The arguments of a call in TypeScript or JavaScript: what a case gives, and the plainest value for the rest. Undefined where the case's value cannot be written. */
export function scriptArguments(parameters: readonly ParameterFact[], each: SkeletonCase, isTyped: boolean): string | undefined {
  return scriptValues(parameters, each, isTyped)?.join(', ');
}

/** The same, one by one. @param known what the nearest test gives, by the parameter's place */
export function scriptValues(
  parameters: readonly ParameterFact[],
  { given }: SkeletonCase,
  isTyped: boolean,
  known: readonly (string | undefined)[] = [],
): readonly string[] | undefined {
  const values = asked(parameters, given).map((each, index) =>
    isGiven(each, given) ? givenValue(given, each, isTyped) : (known[index] ?? plainValue(each, isTyped)),
  );
  return values.every((each) => each !== undefined) ? values : undefined;
}

/** The parameters, by their places, for which no value is known that is worth trying. */
export function unknownValues(
  parameters: readonly ParameterFact[],
  { given }: SkeletonCase,
  known: readonly (string | undefined)[] = [],
): ReadonlyMap<number, string> {
  const unknown = asked(parameters, given).flatMap((each, index) =>
    isGiven(each, given) || each.optional || known[index] !== undefined || !isFiller(plainValue(each, false))
      ? []
      : [[index, nameOf(each)] as const],
  );
  return new Map(unknown);
}

function asked(parameters: readonly ParameterFact[], given: SkeletonCase['given']): readonly ParameterFact[] {
  const last = parameters.findLastIndex((each) => isGiven(each, given) || !(each.optional || each.rest));
  return parameters.slice(0, last + 1);
}

/** A parameter may take apart what it is given. */
function isGiven({ name }: ParameterFact, given: SkeletonCase['given']): given is Given {
  return given !== undefined && (name === given.parameter || keyOf(name, given.parameter) !== undefined);
}

/** The key by which a pattern takes a name: `limit` of `{ limit = 10 }`. */
export function keyOf(pattern: string, name: string): string | undefined {
  const bound = boundNames(pattern).find((each) => each.name === name && !each.rest);
  return bound?.path.length === 1 ? bound.path[0] : undefined;
}

function isFiller(value: string): boolean {
  return value === 'undefined' || value === '{}';
}

function nameOf({ name }: ParameterFact): string {
  return /^[\w$]+$/.test(name) ? name : 'options';
}

type Given = NonNullable<SkeletonCase['given']>;

function givenValue(given: Given, fact: ParameterFact, isTyped: boolean): string | undefined {
  const { about, parameter, value } = given;
  const rest = about.slice(parameter.length);
  const key = keyOf(fact.name, parameter);
  if (key !== undefined) {
    const inner = rest === '' ? literal(value, { ...fact, type: '' }) : undefined;
    return inner === undefined ? undefined : `{ ${key}: ${inner} }${isTyped ? ' as never' : ''}`;
  }
  if (fact.rest) return restValue(given, fact);
  if (rest === '') return literal(value, fact);
  if (rest === '.length') return ofLength(Number(value.text), fact);
  const property = /^\??\.([\w$]+)$/.exec(rest)?.[1];
  const inner = property === undefined ? undefined : literal(value, { ...fact, type: '' });
  return inner === undefined ? undefined : `{ ${property ?? ''}: ${inner} }${isTyped ? ' as never' : ''}`;
}

/** What a parameter for all that is left is given is a list, one by one. */
function restValue({ about, parameter, value }: Given, fact: ParameterFact): string | undefined {
  const list = { ...fact, type: /\[\]\s*$/.test(fact.type ?? '') ? (fact.type ?? '') : 'unknown[]' };
  const held =
    about === parameter ? literal(value, list) : about === `${parameter}.length` ? ofLength(Number(value.text), list) : undefined;
  return held?.startsWith('[') || held?.startsWith('Array.') ? `...${held}` : undefined;
}

function literal({ kind, text }: Given['value'], { type = '' }: ParameterFact): string | undefined {
  const element = isText(type) ? "'a'" : '0';
  switch (kind) {
    case 'empty':
      return isList(type) ? '[]' : "''";
    case 'none':
      return '[]';
    case 'one':
      return `[${element}]`;
    case 'many':
      return `[${element}, ${element}]`;
    case 'constant':
      // A name of the function's own file may not be there for the test.
      return undefined;
    default:
      return text;
  }
}

function ofLength(length: number, { type = '' }: ParameterFact): string | undefined {
  if (!Number.isSafeInteger(length) || length < 0 || length > 10_000) return undefined;
  return isList(type) ? `Array.from({ length: ${length} }, () => ${isText(type) ? "'a'" : '0'})` : `'a'.repeat(${length})`;
}

function isList(type: string): boolean {
  return /\[\]\s*$|^(?:readonly\s|Readonly)?(?:Array|Iterable|Set)</.test(type);
}

function isText(type: string): boolean {
  return type.includes('string');
}

function plainValue({ type = '' }: ParameterFact, isTyped: boolean): string {
  const first = /^\|?\s*('[^']*'|"[^"]*"|-?\d+)\s*(?:\||$)/.exec(type)?.[1];
  if (first !== undefined) return first;
  if (isList(type)) return '[]';
  if (/^string\b/.test(type)) return "'a'";
  if (/^(?:number|bigint)\b/.test(type)) return type.startsWith('bigint') ? '1n' : '1';
  if (/^boolean\b/.test(type)) return 'false';
  if (type.includes('=>')) return '() => undefined';
  if (type === '') return 'undefined';
  return isTyped ? '{} as never' : '{}';
}
