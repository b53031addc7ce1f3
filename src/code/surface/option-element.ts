import type { TextRange } from '../../base/text-range.ts';
import type { Expression, ObjectLiteral } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import type { Scope } from '../flow/scope.ts';
import { literalText } from './annotation-values.ts';
import type { SurfaceElement } from './surface-element.ts';

/** What a declaration says of an option, a command or an argument. */
export interface OptionSaid {
  readonly range: TextRange;
  readonly required: boolean;
  readonly deprecated?: boolean;
  readonly default?: string | undefined;
  readonly shape?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  /** The command that it belongs to, where that is known. */
  readonly command?: string | undefined;
}

/** An option or a command by its names; the longest is what people know it by. */
export function optionElement(
  kind: 'option' | 'command',
  names: readonly string[],
  { range, required, shape, choices, command, ...said }: OptionSaid,
  { file, symbol }: Pick<Scope, 'file' | 'symbol'>,
): readonly SurfaceElement[] {
  const [name, ...aliases] = [...names].sort((a, b) => b.length - a.length);
  if (name === undefined) return [];
  const fallback = said.default;
  return [
    {
      kind,
      name,
      identity: name.replace(/^--no-/, '--'),
      aliases,
      file,
      range,
      symbol,
      required: required && fallback === undefined,
      deprecated: said.deprecated ?? false,
      ...(fallback !== undefined && { default: fallback }),
      ...(shape !== undefined && { shape }),
      ...(choices && { choices }),
      ...(command !== undefined && { within: { name: command, identity: command } }),
    },
  ];
}

/** An argument by its position among those of its command: what it is called is for the help alone. */
export function argumentElement(
  { name, position }: { readonly name: string; readonly position: number | string },
  { range, required, command, ...said }: OptionSaid,
  { file, symbol }: Pick<Scope, 'file' | 'symbol'>,
): SurfaceElement {
  const fallback = said.default;
  return {
    kind: 'argument',
    name,
    identity: `${command ?? ''} ${position}`,
    ...(command !== undefined && { within: { name: command, identity: command } }),
    file,
    range,
    symbol,
    required: required && fallback === undefined,
    deprecated: said.deprecated ?? false,
    ...(fallback !== undefined && { default: fallback }),
  };
}

/** yargs' `{ type: 'string', alias: 'p', demandOption: true }` and what others write of an option in an object. */
export function describedOption(name: string, said: ObjectLiteral, scope: Scope, of: Partial<OptionSaid> = {}): readonly SurfaceElement[] {
  const at = (...keys: readonly string[]): Expression | undefined => said.properties.find(({ key }) => keys.includes(key))?.value;
  const aliases = ['alias', 'aliases', 'short', 'shortFlag', 'char', 'charAliases'].flatMap((key) => textsOf(at(key)));
  const notice = at('deprecated');
  return optionElement(
    'option',
    [name, ...aliases].map(dashed),
    {
      range: said.range,
      required: at('demandOption', 'isRequired', 'required')?.kind === 'true',
      deprecated: notice?.kind === 'string' || notice?.kind === 'object' || saysDeprecated(notice) || helpSays(said),
      default: literalText(at('default')),
      shape: shapes[literalText(at('type')) ?? ''],
      choices: choicesIn(at('choices', 'options'), scope),
      ...of,
    },
    scope,
  );
}

const shapes: Readonly<Record<string, string>> = { string: '<value>', number: '<number>', boolean: 'switch' };

function helpSays(said: ObjectLiteral): boolean {
  return said.properties.some(({ key, value }) => /^(?:describe|description|desc|summary)$/.test(key) && saysDeprecated(value));
}

/** What the help says of an option that is to go. */
export function saysDeprecated(said: Expression | undefined): boolean {
  return said?.kind === 'true' || /\bdeprecated\b/i.test(literalText(said) ?? '');
}

/** The values that a list allows, where all are known. */
export function choicesIn(value: Expression | undefined, scope: Scope): readonly string[] | undefined {
  if (value?.kind !== 'array' || value.elements.length === 0) return undefined;
  const known = value.elements.map((each) => constantOf(each, scope));
  return known.every((each) => each !== undefined) ? known.map(String) : undefined;
}

function textsOf(value: Expression | undefined): readonly string[] {
  return (value?.kind === 'array' ? value.elements : value ? [value] : []).flatMap((each) => literalText(each) ?? []);
}

/** `--dry-run` for `dryRun`, `-p` for `p`. */
export function dashed(name: string): string {
  return name.startsWith('-') ? name : name.length === 1 ? `-${name}` : `--${name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}`;
}
