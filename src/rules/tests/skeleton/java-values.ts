import type { ParameterFact } from '../../../code/facts.ts';
import type { SkeletonCase } from './cases.ts';

/** The arguments of a call in Java: what a case gives, and the plainest value for the rest. Undefined where the case's value cannot be written. */
export function javaArguments(parameters: readonly ParameterFact[], each: Pick<SkeletonCase, 'given'>): string | undefined {
  return javaValues(parameters, each)?.join(', ');
}

/** The same, one by one. @param known what the nearest test gives, by the parameter's place */
export function javaValues(
  parameters: readonly ParameterFact[],
  { given }: Pick<SkeletonCase, 'given'>,
  known: readonly (string | undefined)[] = [],
): readonly string[] | undefined {
  const values = asked(parameters, given).map((each, index) =>
    each.name === given?.parameter ? givenValue(given, each) : (known[index] ?? plainValue(each)),
  );
  return values.every((each) => each !== undefined) ? values : undefined;
}

/** The parameters, by their places, for which no value is known that is worth trying. */
export function unknownJavaValues(
  parameters: readonly ParameterFact[],
  { given }: Pick<SkeletonCase, 'given'>,
  known: readonly (string | undefined)[] = [],
): ReadonlyMap<number, string> {
  const unknown = asked(parameters, given).flatMap((each, index) =>
    each.name === given?.parameter || known[index] !== undefined || plainValue(each) !== 'null' ? [] : [[index, each.name] as const],
  );
  return new Map(unknown);
}

function asked(parameters: readonly ParameterFact[], given: SkeletonCase['given']): readonly ParameterFact[] {
  return parameters.filter(({ name, rest }) => !rest || name === given?.parameter);
}

type Given = NonNullable<SkeletonCase['given']>;

function givenValue({ about, parameter, value }: Given, fact: ParameterFact): string | undefined {
  const type = bareType(fact);
  const rest = about.slice(parameter.length);
  if (rest === '.length()' && type === 'String') return repeated(value.text);
  if (rest === '.size()' && /^(?:List|Collection|Iterable)$/.test(type)) return copies(value.text, fact);
  if (rest === '.length') return arrayOf(type, fact, value.text);
  if (rest !== '') return undefined;
  switch (value.kind) {
    case 'null':
      return isPrimitive(type) ? undefined : 'null';
    case 'empty':
    case 'none':
      return emptyValue(fact);
    case 'one':
      return several(fact, 1);
    case 'many':
      return several(fact, 2);
    case 'number':
      return numberAs(value.text, type);
    case 'string':
      return type === (value.text.startsWith("'") ? 'char' : 'String') ? value.text : undefined;
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

/** A list that is as long, of the plainest elements. */
function copies(count: string, fact: ParameterFact): string | undefined {
  return isCount(count) ? `java.util.Collections.nCopies(${count}, ${elementOf(fact)})` : undefined;
}

function several(fact: ParameterFact, count: number): string | undefined {
  return /^(?:List|Collection|Iterable)$/.test(bareType(fact)) ? copies(String(count), fact) : undefined;
}

function elementOf({ type = '' }: ParameterFact): string {
  const element = /<(?:\? extends )?([^<>?]+)>$/.exec(type)?.[1]?.trim() ?? '';
  const boxed = ({ Integer: 'int', Long: 'long', Double: 'double', Boolean: 'boolean', Character: 'char' } as const)[element];
  return plainValue({ type: boxed ?? element });
}

/** An array of a length; all that is left of the arguments is one, too. */
function arrayOf(type: string, { rest }: ParameterFact, count: string): string | undefined {
  const element = rest ? type : /^(.*)\[\]$/.exec(type)?.[1];
  const isKnown = element !== undefined && (isPrimitive(element) || element === 'String');
  return isKnown && isCount(count) ? `new ${element}[${count}]` : undefined;
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
