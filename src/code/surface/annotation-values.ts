import type { AnnotationFact, SymbolFact } from '../facts.ts';
import type { Expression } from '../expression.ts';
import type { SourceFile } from '../code-change.ts';
import { constantOf } from '../flow/constant.ts';
import { foldedText } from '../walk.ts';

/** Where an annotation stands. */
export interface Annotated {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
}

/** `GetMapping` for `org.springframework.web.bind.annotation.GetMapping`. */
export function simpleNameOf({ name }: AnnotationFact): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The first of the annotations that has one of the names. */
export function annotationOf(annotations: readonly AnnotationFact[], ...names: readonly string[]): AnnotationFact | undefined {
  return annotations.find((annotation) => names.includes(simpleNameOf(annotation)));
}

/** The value of the first of the names that an annotation has. */
export function argumentOf(annotation: AnnotationFact | undefined, ...names: readonly string[]): Expression | undefined {
  for (const name of names) {
    const found = annotation?.arguments.find((argument) => argument.name === name);
    if (found) return found.value;
  }
  return undefined;
}

/** The texts that a value holds, each by itself where it is a list. What is not known is the name that it is written with, in `${…}`. */
export function textsIn(value: Expression | undefined, at: Annotated): readonly string[] {
  if (!value) return [];
  if (value.kind === 'array') return value.elements.flatMap((each) => textsIn(each, at));
  const known = constantOf(value, { ...at, code: [] });
  if (typeof known === 'string') return [known];
  return value.kind === 'name' || value.kind === 'member' || value.kind === 'concatenation'
    ? [`\${${foldedText(at.file.text, value.range)}}`]
    : [];
}

/** The texts of an annotation's argument. */
export function argumentTexts(annotation: AnnotationFact | undefined, names: readonly string[], at: Annotated): readonly string[] {
  return textsIn(argumentOf(annotation, ...names), at);
}

/** Whether an annotation says so in a flag. */
export function flagOf(annotation: AnnotationFact | undefined, name: string): boolean | undefined {
  const value = argumentOf(annotation, name);
  return value?.kind === 'true' ? true : value?.kind === 'false' ? false : undefined;
}

/** A literal as people read it; undefined for what is computed. */
export function literalText(value: Expression | undefined): string | undefined {
  switch (value?.kind) {
    case 'string':
      return value.value;
    case 'number':
      return value.text;
    case 'true':
    case 'false':
    case 'null':
      return value.kind;
    default:
      return undefined;
  }
}
