import type { SourceFile } from '../code-change.ts';
import type { AnnotationFact, SymbolFact } from '../facts.ts';
import { annotationOf, argumentOf, argumentTexts, flagOf, literalText, simpleNameOf } from './annotation-values.ts';
import { kebab } from './annotated-settings.ts';
import { argumentElement, optionElement } from './option-element.ts';
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

/** picocli's command that a member or a parameter belongs to. */
function commandOf(symbol: SymbolFact, file: SourceFile): string | undefined {
  const owner = symbol.parent === undefined ? undefined : file.facts?.symbols[symbol.parent];
  return [symbol, owner]
    .flatMap((each) => (each ? argumentTexts(annotationOf(each.annotations, 'Command'), ['name'], { file, symbol: each }) : []))
    .at(0);
}

/** picocli's argument by position: it must be given where nothing says otherwise. */
function positional(annotation: AnnotationFact, symbol: SymbolFact, file: SourceFile): readonly SurfaceElement[] {
  const text = (name: string): string | undefined => literalText(argumentOf(annotation, name));
  const index = text('index');
  const command = commandOf(symbol, file);
  if (symbol.kind !== 'field' || command === undefined || index === undefined || !/^\d+$/.test(index)) return [];
  const isOptional = /^(?:0|\*)/.test(text('arity') ?? '') || /\[\]|\b(?:Optional|List|Set|Collection|Map)\b/.test(symbol.type ?? '');
  const said = { range: annotation.range, required: !isOptional, default: text('defaultValue'), command, deprecated: symbol.deprecated };
  return [argumentElement({ name: text('paramLabel') ?? `<${symbol.name}>`, position: index }, said, { file, symbol })];
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
    case 'Parameters':
      return positional(annotation, symbol, file);
    case 'ShellOption':
      return make(
        'option',
        texts('value', 'longNames').map((name) => (name.startsWith('-') ? name : `--${name}`)),
      );
    case 'Command':
      return symbol.kind === 'class' || symbol.kind === 'method' ? make('command', texts('name', 'command')) : [];
    case 'ShellMethod':
      return make('command', argumentOf(annotation, 'key') ? texts('key') : [kebab(symbol.name)]);
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
  if (names.some((name) => name.includes('${'))) return [];
  const fallback = literalText(argumentOf(annotation, 'defaultValue'));
  const required = flagOf(annotation, 'required') === true;
  const command = kind === 'option' ? commandOf(symbol, file) : undefined;
  return optionElement(
    kind,
    names,
    { range: annotation.range, required, default: fallback, deprecated: symbol.deprecated, command },
    { file, symbol },
  );
}
