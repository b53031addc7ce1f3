import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../code-change.ts';
import type { AnnotationFact, SymbolFact } from '../facts.ts';
import { argumentTexts, simpleNameOf } from './annotation-values.ts';
import type { SurfaceElement } from './surface-element.ts';

const components: ReadonlySet<string> = new Set([
  'Component',
  'Service',
  'Repository',
  'Controller',
  'RestController',
  'Configuration',
  'Named',
]);

/** A bean of Spring with the name by which others may ask for it. */
export interface Bean {
  readonly name: string;
  /** The name is written, and not made of the method's or the class's. */
  readonly isSaid: boolean;
  readonly symbol: SymbolFact;
  readonly range: AnnotationFact['range'];
}

/** The beans that a file declares. */
export const beansOf = remembered((file: SourceFile): readonly Bean[] => {
  if (file.facts?.language !== 'java') return [];
  return file.facts.symbols.flatMap((symbol) =>
    symbol.annotations.flatMap((annotation) => {
      const simple = simpleNameOf(annotation);
      const isBean = simple === 'Bean' && symbol.kind === 'method';
      if (!isBean && !(symbol.kind === 'class' && components.has(simple))) return [];
      const said = argumentTexts(annotation, ['name', 'value'], { file, symbol }).filter((name) => name !== '' && !name.includes('${'));
      const names = said.length > 0 ? said : [isBean ? symbol.name : beanName(symbol.name)];
      return names.map((name) => ({ name, isSaid: said.length > 0, symbol, range: annotation.range }));
    }),
  );
});

/** As Spring makes it of a class's: `orderService`, and `URLMapper` as it is. */
function beanName(type: string): string {
  return /^[A-Z]{2}/.test(type) ? type : type.charAt(0).toLowerCase() + type.slice(1);
}

/** The beans whose names are written out, as others know them. */
export function namedBeans(file: SourceFile): readonly SurfaceElement[] {
  return beansOf(file).flatMap(({ name, isSaid, symbol, range }) =>
    isSaid ? [{ kind: 'bean', name, identity: name, file, range, symbol, required: false, deprecated: symbol.deprecated }] : [],
  );
}
