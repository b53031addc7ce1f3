import type { SourceFile } from '../code-change.ts';
import type { AnnotationFact, SymbolFact } from '../facts.ts';
import { argumentOf, argumentTexts, flagOf, literalText, simpleNameOf } from './annotation-values.ts';
import type { SurfaceElement } from './surface-element.ts';

/** Options and commands of a command line that annotations declare: picocli, JCommander, args4j, Spring Shell. */
export function annotatedOptions(file: SourceFile): readonly SurfaceElement[] {
  const { facts } = file;
  if (facts?.language !== 'java') return [];
  return facts.symbols.flatMap((symbol) =>
    [...symbol.annotations, ...(symbol.parameters ?? []).flatMap(({ annotations }) => annotations)].flatMap((annotation) =>
      elementsOf(annotation, symbol, file),
    ),
  );
}

function elementsOf(annotation: AnnotationFact, symbol: SymbolFact, file: SourceFile): readonly SurfaceElement[] {
  const at = { file, symbol };
  const texts = (...names: readonly string[]): readonly string[] => argumentTexts(annotation, names, at);
  const make = (kind: 'option' | 'command', names: readonly string[]): readonly SurfaceElement[] => elementOf(kind, names, annotation, at);
  switch (simpleNameOf(annotation)) {
    // picocli says `names`, args4j `name`.
    case 'Option':
      return make(
        'option',
        [...texts('names'), ...texts('name'), ...texts('aliases')].filter((name) => name.startsWith('-')),
      );
    case 'Parameter':
      return make(
        'option',
        texts('names').filter((name) => name.startsWith('-')),
      );
    case 'ShellOption':
      return make(
        'option',
        texts('value', 'longNames').map((name) => (name.startsWith('-') ? name : `--${name}`)),
      );
    case 'Command':
      return symbol.kind === 'class' || symbol.kind === 'method' ? make('command', texts('name', 'command')) : [];
    case 'ShellMethod':
      return make('command', texts('key'));
    default:
      return [];
  }
}

function elementOf(
  kind: 'option' | 'command',
  names: readonly string[],
  annotation: AnnotationFact,
  { file, symbol }: { readonly file: SourceFile; readonly symbol: SymbolFact },
): readonly SurfaceElement[] {
  // The longest is what people know it by.
  const [name, ...aliases] = [...names].sort((a, b) => b.length - a.length);
  if (name === undefined || name.includes('${')) return [];
  const fallback = literalText(argumentOf(annotation, 'defaultValue'));
  return [
    {
      kind,
      name,
      identity: name,
      aliases,
      file,
      range: annotation.range,
      symbol,
      required: flagOf(annotation, 'required') === true && fallback === undefined,
      deprecated: symbol.deprecated,
      ...(fallback !== undefined && { default: fallback }),
    },
  ];
}
