import type { SourceFile } from '../code-change.ts';
import type { AnnotationFact, SymbolFact } from '../facts.ts';
import { annotationOf, argumentOf, argumentTexts, literalText, simpleNameOf } from './annotation-values.ts';
import { settingIdentity } from './environment.ts';
import type { SurfaceElement } from './surface-element.ts';

/** The settings that annotations name: `@Value("${a.b:1}")`, `@ConfigProperty`, `@ConditionalOnProperty`, and the fields of `@ConfigurationProperties`. */
export function annotatedSettings(file: SourceFile): readonly SurfaceElement[] {
  const { facts } = file;
  if (facts?.language !== 'java') return [];
  return facts.symbols.flatMap((symbol) => [
    ...[...symbol.annotations, ...(symbol.parameters ?? []).flatMap(({ annotations }) => annotations)].flatMap((annotation) =>
      namedBy(annotation, symbol, file),
    ),
    ...boundFields(symbol, file),
  ]);
}

interface Setting {
  readonly name: string;
  readonly default?: string | undefined;
  readonly required?: boolean;
}

function namedBy(annotation: AnnotationFact, symbol: SymbolFact, file: SourceFile): readonly SurfaceElement[] {
  return settingsOf(annotation, { file, symbol }).map((setting) => elementOf(setting, annotation, { file, symbol }));
}

function settingsOf(annotation: AnnotationFact, at: { readonly file: SourceFile; readonly symbol: SymbolFact }): readonly Setting[] {
  switch (simpleNameOf(annotation)) {
    case 'Value':
      return argumentTexts(annotation, ['value'], at).flatMap(placeholdersIn);
    case 'ConfigProperty': {
      const fallback = literalText(argumentOf(annotation, 'defaultValue'));
      return argumentTexts(annotation, ['name'], at).map((name) => ({
        name,
        default: fallback,
        required: fallback === undefined && !isOptional(at.symbol),
      }));
    }
    case 'ConditionalOnProperty': {
      const [prefix = ''] = argumentTexts(annotation, ['prefix'], at);
      return argumentTexts(annotation, ['name', 'value'], at).map((name) => ({
        name: prefix === '' ? name : `${prefix.replace(/\.$/, '')}.${name}`,
      }));
    }
    default:
      return [];
  }
}

function isOptional({ type }: SymbolFact): boolean {
  return /\bOptional\b/.test(type ?? '');
}

/** `${a.b:default}`: the names in a text, with what stands in for them. */
export function placeholdersIn(text: string): readonly Setting[] {
  return Array.from(text.matchAll(/\$\{([\w.-]{1,200})(?::([^{}]{0,200}))?\}/g), ([, name = '', fallback]) => ({
    name,
    default: fallback,
    required: fallback === undefined,
  }));
}

function elementOf(
  { name, required = false, ...setting }: Setting,
  { range }: Pick<AnnotationFact, 'range'>,
  { file, symbol }: { readonly file: SourceFile; readonly symbol: SymbolFact },
): SurfaceElement {
  const isVariable = /^[A-Z][A-Z0-9_]*$/.test(name);
  return {
    kind: isVariable ? 'environment-variable' : 'setting',
    name,
    identity: isVariable ? name : settingIdentity(name),
    file,
    range,
    symbol,
    required,
    deprecated: symbol.deprecated,
    ...(setting.default !== undefined && { default: setting.default }),
  };
}

/** The fields of a class, or the components of a record, that are bound under a prefix. */
function boundFields(symbol: SymbolFact, file: SourceFile): readonly SurfaceElement[] {
  const annotation = annotationOf(symbol.annotations, 'ConfigurationProperties', 'ConfigMapping');
  const prefix = argumentTexts(annotation, ['prefix', 'value'], { file, symbol })[0];
  if (!annotation || prefix === undefined) return [];
  const owner = file.facts?.symbols.indexOf(symbol);
  const fields = (file.facts?.symbols ?? []).filter(
    ({ parent, kind, modifiers }) => parent === owner && kind === 'field' && !modifiers.includes('static') && !modifiers.includes('final'),
  );
  const components = symbol.kind === 'record' ? (symbol.parameters ?? []) : [];
  return [
    ...fields.map((field) =>
      elementOf(
        { name: `${prefix}.${kebab(field.name)}`, default: literalText(field.value) },
        { range: field.nameRange },
        { file, symbol: field },
      ),
    ),
    ...components.map((component) => {
      const fallback = literalText(argumentOf(annotationOf(component.annotations, 'DefaultValue'), 'value'));
      return elementOf({ name: `${prefix}.${kebab(component.name)}`, default: fallback }, component, { file, symbol });
    }),
  ];
}

/** `max-size` for `maxSize`. */
export function kebab(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
