import type { SourceFile } from '../code-change.ts';
import type { AnnotationFact, SymbolFact } from '../facts.ts';
import { annotationOf, argumentOf } from './annotation-values.ts';
import { answersIn, decidesItself, springStatus } from './route-terms.ts';
import type { SurfaceElement } from './surface-element.ts';

/** Which status answers an exception: said by an annotation of it, or by what handles it (Spring). */
export function errorAnswers(file: SourceFile): readonly SurfaceElement[] {
  const { facts } = file;
  if (facts?.language !== 'java') return [];
  return facts.symbols.flatMap((symbol) => (symbol.annotations.length === 0 ? [] : answersOf(symbol, file)));
}

function answersOf(symbol: SymbolFact, file: SourceFile): readonly SurfaceElement[] {
  const status = annotationOf(symbol.annotations, 'ResponseStatus');
  const handler = annotationOf(symbol.annotations, 'ExceptionHandler');
  if (handler) {
    const answer = status ? springStatus(status) : decidesItself(symbol) ? onlyOne(answersIn(symbol)) : undefined;
    return handledBy(symbol, handler).map((name) => element({ file, symbol, at: handler, name, status: answer }));
  }
  const isException = symbol.kind === 'class' && symbol.supertypes.length > 0;
  return status && isException ? [element({ file, symbol, at: status, name: symbol.name, status: springStatus(status) })] : [];
}

function onlyOne(all: readonly string[]): string | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** The exceptions that the annotation names, or the parameters. */
function handledBy({ parameters = [] }: SymbolFact, annotation: AnnotationFact): readonly string[] {
  const said = argumentOf(annotation, 'value', 'exception');
  const named = (said?.kind === 'array' ? said.elements : said ? [said] : []).flatMap((each) =>
    each.kind === 'member' && each.name === 'class' && (each.object.kind === 'name' || each.object.kind === 'member')
      ? [each.object.name]
      : [],
  );
  return named.length > 0 ? named : parameters.flatMap(({ type }) => (/(?:Exception|Error)$/.test(type ?? '') ? [type ?? ''] : []));
}

interface Answer {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly at: AnnotationFact;
  readonly name: string;
  readonly status: string | undefined;
}

function element({ file, symbol, at, name, status }: Answer): SurfaceElement {
  return {
    kind: 'error-answer',
    name,
    identity: name,
    file,
    range: at.range,
    symbol,
    required: false,
    deprecated: symbol.deprecated,
    ...(status !== undefined && { default: status }),
  };
}
