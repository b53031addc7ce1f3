import type { SourceFile } from '../code-change.ts';
import type { Call, ObjectLiteral } from '../expression.ts';
import { moduleName } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { codeOf } from '../walk.ts';
import { literalText } from './annotation-values.ts';
import { argumentElement, choicesIn, dashed, describedOption, optionElement } from './option-element.ts';
import type { SurfaceElement } from './surface-element.ts';

/** Commands that are classes of a script: those of oclif by the path of their file, those of clipanion by their paths. */
export function classOptions(file: SourceFile): readonly SurfaceElement[] {
  const imports = (file.facts?.imports ?? []).map(moduleName);
  const isOclif = imports.some((name) => /^@oclif\/(?:core|command)$/.test(name));
  if (!isOclif && !imports.includes('clipanion')) return [];
  const command = isOclif ? commandOfPath(file.path) : undefined;
  return (file.facts?.symbols ?? []).flatMap((symbol) => {
    if (symbol.kind === 'class' && command !== undefined && symbol.supertypes.some(({ type }) => type.endsWith('Command')))
      return optionElement('command', [command], { range: symbol.nameRange, required: false }, { file, symbol });
    if (symbol.kind !== 'field') return [];
    const scope: Scope = { file, symbol, code: codeOf(symbol) };
    return isOclif ? oclifField(scope, command) : clipanionField(scope);
  });
}

/** `src/commands/cache/clear.ts` is `cache:clear`. */
function commandOfPath(path: string): string | undefined {
  const [, within] = /(?:^|\/)commands\/(.{1,300})\.[cm]?[jt]s$/.exec(path) ?? [];
  return within?.replace(/\/index$/, '').replaceAll('/', ':');
}

function oclifField({ symbol, ...scope }: Scope, command: string | undefined): readonly SurfaceElement[] {
  const { name, value, modifiers } = symbol;
  if (!modifiers.includes('static') || !value) return [];
  const at: Scope = { symbol, ...scope };
  if ((name === 'aliases' || name === 'hiddenAliases') && value.kind === 'array')
    return value.elements.flatMap((each) =>
      optionElement('command', [literalText(each) ?? []].flat(), { range: each.range, required: false }, at),
    );
  if (value.kind !== 'object') return [];
  if (name === 'args') return argumentsOf(value, at, command);
  return name === 'flags' ? value.properties.flatMap(({ key, value: said }) => flag(key, said, at, command)) : [];
}

/** `force: Flags.boolean({ char: 'f' })`. */
function flag(
  key: string,
  said: ObjectLiteral['properties'][number]['value'],
  at: Scope,
  command: string | undefined,
): readonly SurfaceElement[] {
  if (said.kind !== 'call' || key === '' || key === '...') return [];
  const [options] = said.arguments;
  const shape = { boolean: 'switch', integer: '<number>', string: '<value>', option: '<value>' }[said.name];
  const described = { range: said.range, shape, command };
  if (options?.kind === 'object') return describedOption(key, options, at, described);
  return options ? [] : optionElement('option', [dashed(key)], { ...described, required: false }, at);
}

/** `file: Args.string({ required: true })`, in the order in which they are written. */
function argumentsOf({ properties }: ObjectLiteral, at: Scope, command: string | undefined): readonly SurfaceElement[] {
  if (properties.some(({ key }) => key === '...' || key === '')) return [];
  return properties.map(({ key, value, range }, position) => {
    const options = value.kind === 'call' ? value.arguments[0] : undefined;
    const of = (name: string): ObjectLiteral['properties'][number]['value'] | undefined =>
      options?.kind === 'object' ? options.properties.find((each) => each.key === name)?.value : undefined;
    return argumentElement(
      { name: key, position },
      { range, required: of('required')?.kind === 'true', default: literalText(of('default')), command },
      at,
    );
  });
}

/** `static paths = [['cache', 'clear']]`, `name = Option.String('-n,--name', { required: true })`. */
function clipanionField(at: Scope): readonly SurfaceElement[] {
  const { value, name, modifiers } = at.symbol;
  if (name === 'paths' && modifiers.includes('static') && value?.kind === 'array')
    return value.elements.flatMap((each) =>
      optionElement('command', [pathOf(choicesIn(each, at) ?? [])].flat(), { range: each.range, required: false }, at),
    );
  return value?.kind === 'call' ? clipanionOption(value, at) : [];
}

function pathOf(words: readonly string[]): string | readonly string[] {
  return words.length > 0 ? words.join(' ') : [];
}

function clipanionOption(call: Call, at: Scope): readonly SurfaceElement[] {
  const on = call.receiver?.kind === 'name' ? call.receiver.name : '';
  const [first, ...others] = call.arguments;
  const names = literalText(first)?.split(',') ?? [];
  const shape = { String: '<value>', Boolean: 'switch', Array: '<value>', Counter: 'switch' }[call.name];
  if (on !== 'Option' || shape === undefined || !names.every((each) => each.startsWith('-'))) return [];
  const options = others.find(({ kind }) => kind === 'object');
  const required = options?.kind === 'object' && options.properties.some(({ key, value }) => key === 'required' && value.kind === 'true');
  return optionElement('option', names, { range: call.range, required, default: literalText(others[0]), shape }, at);
}
