import type { ParameterFact } from '../../../code/facts.ts';
import type { SkeletonCase } from './cases.ts';

/** The arguments of a call in Java: what a case gives, and the plainest value for the rest. Undefined where the case's value cannot be written. */
export function javaArguments(parameters: readonly ParameterFact[], each: Pick<SkeletonCase, 'given'>): string | undefined {
  return javaValues(parameters, each)?.join(', ');
}

/** The same, one by one. */
export function javaValues(parameters: readonly ParameterFact[], { given }: Pick<SkeletonCase, 'given'>): readonly string[] | undefined {
  const values = parameters
    .filter(({ name, rest }) => !rest || name === given?.parameter)
    .map((each) => (each.name === given?.parameter ? givenValue(given, each) : plainValue(each)));
  return values.every((each) => each !== undefined) ? values : undefined;
}

type Given = NonNullable<SkeletonCase['given']>;

function givenValue({ about, parameter, value }: Given, fact: ParameterFact): string | undefined {
  const type = bareType(fact);
  const rest = about.slice(parameter.length);
  if (rest === '.length()' && type === 'String') return repeated(value.text);
  if (rest === '.size()' && /^(?:List|Collection|Iterable)$/.test(type)) return copies(value.text);
  if (rest !== '') return undefined;
  switch (value.kind) {
    case 'null':
      return isPrimitive(type) ? undefined : 'null';
    case 'empty':
    case 'none':
      return emptyValue(fact);
    case 'one':
      return several(type, 1);
    case 'many':
      return several(type, 2);
    case 'number':
      return numberAs(value.text, type);
    case 'string':
      return type === 'String' ? value.text : undefined;
    default:
      return undefined;
  }
}

function emptyValue(fact: ParameterFact): string | undefined {
  if (/^(?:String|CharSequence)$/.test(bareType(fact))) return '""';
  const plain = plainValue(fact);
  return plain === 'null' ? undefined : plain;
}

/** A literal of the parameter's own type. */
function numberAs(text: string, type: string): string | undefined {
  const plain = text.replace(/[lLfFdD]$/, '');
  if (/^(?:int|Integer)$/.test(type)) return plain;
  if (/^(?:long|Long)$/.test(type)) return `${plain}L`;
  if (/^(?:double|Double)$/.test(type)) return `${plain}d`;
  if (/^(?:float|Float)$/.test(type)) return `${plain}f`;
  return /^(?:short|byte)$/.test(type) ? `(${type}) ${plain}` : undefined;
}

function repeated(count: string): string | undefined {
  return isCount(count) ? (count === '0' ? '""' : `"a".repeat(${count})`) : undefined;
}

function copies(count: string): string | undefined {
  return isCount(count) ? `java.util.Collections.nCopies(${count}, null)` : undefined;
}

function several(type: string, count: number): string | undefined {
  return /^(?:List|Collection|Iterable)$/.test(type) ? copies(String(count)) : undefined;
}

function isCount(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}

function isPrimitive(type: string): boolean {
  return /^(?:int|long|short|byte|double|float|boolean|char)$/.test(type);
}

/** The plainest value of a type that compiles. */
export function plainValue(fact: Pick<ParameterFact, 'type'>): string {
  const type = bareType(fact);
  if (type.endsWith(']')) return `new ${type.replace(/\[\]$/, '[0]')}`;
  switch (type) {
    case 'boolean':
      return 'false';
    case 'char':
      return "'a'";
    case 'String':
    case 'CharSequence':
      return '"a"';
    case 'List':
    case 'Collection':
    case 'Iterable':
      return 'java.util.List.of()';
    case 'Set':
    case 'Map':
      return `java.util.${type}.of()`;
    case 'Optional':
      return 'java.util.Optional.empty()';
    default:
      return isPrimitive(type) ? (numberAs('1', type) ?? '1') : 'null';
  }
}

/** `java.util.List<String>` is `List`, `final int` is `int`. */
function bareType({ type = '' }: Pick<ParameterFact, 'type'>): string {
  const bare = type
    .replace(/^final\s+/, '')
    .replace(/^([^<]*)<.*>/s, '$1')
    .trim();
  return bare.slice(bare.lastIndexOf('.') + 1);
}
