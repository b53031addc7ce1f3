import type { Expression } from '../../../code/expression.ts';
import type { AnnotationFact } from '../../../code/facts.ts';
import { simpleName } from '../declarations/modifiers.ts';

/** The rows of a parametrised test, one text each: values as written, rows of tables as their text, sources elsewhere by their name. */
export function rowsOf(annotations: readonly AnnotationFact[], textOf: (value: Expression) => string): string[] {
  return annotations.flatMap((annotation) => rowsIn(annotation, textOf));
}

function rowsIn({ name, arguments: values }: AnnotationFact, textOf: (value: Expression) => string): string[] {
  switch (simpleName(name)) {
    case 'ValueSource':
      return values.flatMap(({ value }) => elements(value).map(textOf));
    case 'CsvSource':
      return values.flatMap((argument) =>
        argument.name === 'value' ? elements(argument.value).map(stringOr(textOf)) : blockRows(argument),
      );
    case 'EnumSource':
    case 'MethodSource':
    case 'FieldSource':
    case 'CsvFileSource':
    case 'ArgumentsSource':
      return values.length === 0 ? [simpleName(name)] : values.flatMap(({ value }) => elements(value).map(stringOr(textOf)));
    case 'NullSource':
      return ['null'];
    case 'EmptySource':
      return ['""'];
    case 'NullAndEmptySource':
      return ['null', '""'];
    case 'Test':
      return values.flatMap((argument) => (argument.name === 'dataProvider' ? [stringOr(textOf)(argument.value)] : []));
    default:
      return [];
  }
}

function elements(value: Expression): readonly Expression[] {
  return value.kind === 'array' ? value.elements : [value];
}

function stringOr(textOf: (value: Expression) => string): (value: Expression) => string {
  return (value) => (value.kind === 'string' ? value.value : textOf(value));
}

function blockRows({ name, value }: AnnotationFact['arguments'][number]): string[] {
  if (name !== 'textBlock' || value.kind !== 'string') return [];
  return value.value.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
