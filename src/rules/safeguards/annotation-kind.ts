import type { SymbolAt } from '../../code/code-change.ts';
import type { AnnotationFact } from '../../code/facts.ts';
import { foldedText } from '../../code/walk.ts';
import { enclosing, simpleTypeName } from '../code-in-file.ts';
import type { Safeguard, SafeguardKind } from './safeguard.ts';

/** What is known of one annotation. */
export interface AnnotationShape {
  readonly family: string;
  /** How much it asks for; absent where it is there or not. */
  level?(annotation: AnnotationFact, text: string): number | undefined;
}

/** Annotations that protect, on symbols and their parameters. One on the type around it protects all that is in it. */
export function annotationKind(
  shapes: ReadonlyMap<string, AnnotationShape>,
  more: Pick<SafeguardKind, 'exposed' | 'helpers' | 'elsewhere'> = {},
): SafeguardKind {
  return {
    ...more,
    find: (at) => [
      ...at.symbol.annotations.flatMap((each) => safeguardOf(each, at, shapes, '')),
      ...(at.symbol.parameters ?? []).flatMap((parameter) =>
        parameter.annotations.flatMap((each) => safeguardOf(each, at, shapes, parameter.name)),
      ),
    ],
    exposed: (lost, head, base, change) => {
      const { subject, family } = lost;
      if (subject !== undefined && subject !== '' && !hasSamePlace(head, base, subject)) return false;
      return !isAround(head, family, shapes) && (more.exposed?.(lost, head, base, change) ?? true);
    },
  };
}

function safeguardOf(
  annotation: AnnotationFact,
  at: SymbolAt,
  shapes: ReadonlyMap<string, AnnotationShape>,
  parameter: string,
): readonly Safeguard[] {
  const name = simpleTypeName(annotation.name);
  const shape = shapes.get(name);
  if (!shape) return [];
  const level = shape.level?.(annotation, foldedText(at.file.text, annotation.range));
  return [
    {
      family: shape.family,
      key: `${parameter} @${name}`,
      scope: '',
      range: annotation.range,
      ...(parameter !== '' && { subject: parameter }),
      ...(level !== undefined && { level, scale: name }),
    },
  ];
}

/** A parameter of the same name, or of the same type, is still there. */
function hasSamePlace(head: SymbolAt, base: SymbolAt, parameter: string): boolean {
  const before = base.symbol.parameters?.find(({ name }) => name === parameter);
  return head.symbol.parameters?.some(({ name, type }) => name === parameter && type === before?.type) ?? false;
}

function isAround({ symbol, file }: SymbolAt, family: string, shapes: ReadonlyMap<string, AnnotationShape>): boolean {
  const around = file.facts ? enclosing(symbol, file.facts) : [];
  return around.some(({ annotations }) => annotations.some(({ name }) => shapes.get(simpleTypeName(name))?.family === family));
}
