import { canonical } from '../../../../code/canonical.ts';
import type { Expression } from '../../../../code/expression.ts';
import type { AnnotationFact } from '../../../../code/facts.ts';
import { simpleTypeName } from '../../../code-in-file.ts';

/** Whatever has annotations: a symbol, or a component of a record. */
export interface Marked {
  readonly annotations: readonly AnnotationFact[];
}

export function annotationNamed({ annotations }: Marked, ...names: readonly string[]): AnnotationFact | undefined {
  return annotations.find(({ name }) => names.includes(simpleTypeName(name)));
}

export function argumentNamed(annotation: AnnotationFact | undefined, ...names: readonly string[]): Expression | undefined {
  return annotation?.arguments.find(({ name }) => names.includes(name))?.value;
}

/** The text of an argument, or of the constant that it names; undefined where it is left out or empty. */
export function textOf(value: Expression | undefined): string | undefined {
  if (value?.kind === 'string') return value.value === '' ? undefined : value.value;
  return value && (value.kind === 'member' ? value.name : canonical(value));
}

/** The texts of one argument or of an array of them. */
export function textsOf(value: Expression | undefined): readonly string[] {
  if (value?.kind === 'array') return value.elements.flatMap(textsOf);
  const text = textOf(value);
  return text === undefined ? [] : [text];
}

/** `SnakeCaseStrategy` of `PropertyNamingStrategies.SnakeCaseStrategy.class`, which has moved from class to class. */
export function className(value: Expression | undefined): string | undefined {
  return (
    value &&
    canonical(value)
      .split('.')
      .filter((each) => each !== 'class')
      .at(-1)
  );
}
