import type { ParameterFact } from '../../../code/facts.ts';
import type { SkeletonCase } from './cases.ts';

/** The arguments of a call in TypeScript or JavaScript: what a case gives, and the plainest value for the rest. Undefined where the case's value cannot be written. */
export function scriptArguments(parameters: readonly ParameterFact[], each: SkeletonCase, isTyped: boolean): string | undefined {
  return scriptValues(parameters, each, isTyped)?.join(', ');
}

/** The same, one by one. */
export function scriptValues(
  parameters: readonly ParameterFact[],
  { given }: SkeletonCase,
  isTyped: boolean,
): readonly string[] | undefined {
  const last = parameters.findLastIndex(({ name, optional, rest }) => name === given?.parameter || !(optional || rest));
  const values = parameters
    .slice(0, last + 1)
    .map((each) => (each.name === given?.parameter ? givenValue(given, each, isTyped) : plainValue(each, isTyped)));
  return values.every((each) => each !== undefined) ? values : undefined;
}

type Given = NonNullable<SkeletonCase['given']>;

function givenValue({ about, parameter, value }: Given, fact: ParameterFact, isTyped: boolean): string | undefined {
  const rest = about.slice(parameter.length);
  if (rest === '') return literal(value, fact);
  if (rest === '.length') return ofLength(Number(value.text), fact);
  const property = /^\??\.([\w$]+)$/.exec(rest)?.[1];
  const inner = property === undefined ? undefined : literal(value, { ...fact, type: '' });
  return inner === undefined ? undefined : `{ ${property ?? ''}: ${inner} }${isTyped ? ' as never' : ''}`;
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
