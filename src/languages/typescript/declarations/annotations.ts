import type { AnnotationFact } from '../../../code/facts.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';

/** The decorators among a part's own children. */
export function annotationsIn(part: Part, reader: Reader): readonly AnnotationFact[] {
  return part.parts.filter(({ type }) => type === 'decorator').map((decorator) => annotationOf(decorator, reader));
}

/** A single argument has the name `value`, several have their places: `0`, `1` … */
export function annotationOf(decorator: Part, reader: Reader): AnnotationFact {
  const expression = decorator.first;
  const isCall = expression?.type === 'call_expression';
  const name = isCall ? expression.first : expression;
  const values = isCall ? (expression.find('arguments')?.parts ?? []) : [];
  return {
    name: name ? reader.slice(name) : '',
    arguments: values.map((value, at) => ({ name: values.length === 1 ? 'value' : String(at), value: reader.expression(value) })),
    range: rangeOf(decorator),
  };
}

/** Where a declaration begins after its decorators: its modifiers stand there. */
export function afterAnnotations(part: Part): number {
  return part.parts.findLast(({ type }) => type === 'decorator')?.end ?? part.start;
}
