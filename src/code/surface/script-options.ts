import type { Call, Expression, ObjectLiteral } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import { moduleName } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { visitsOf } from '../walk.ts';
import { literalText } from './annotation-values.ts';
import type { SurfaceElement } from './surface-element.ts';

const libraries = /^(?:commander|@commander-js\/extra-typings|yargs(?:\/.*)?|cac|sade|meow|util|cmd-ts|clipanion)$/;

/** Options and commands of a command line that code declares by calls: commander, yargs, cac, meow, `util.parseArgs`. */
export function scriptOptions(scope: Scope): readonly SurfaceElement[] {
  const { facts } = scope.file;
  if (!facts || facts.language === 'java' || !facts.imports.some((fact) => libraries.test(moduleName(fact)))) return [];
  return visitsOf(scope.code, 'call', 'new').flatMap(({ node }) => {
    if (node.kind === 'new')
      return /(?:^|\.)Option$/.test(node.type) ? flags({ name: 'option', arguments: node.arguments }, node.range, scope) : [];
    return elementsOf(node, scope);
  });
}

function elementsOf(call: Call, scope: Scope): readonly SurfaceElement[] {
  const [first, second] = call.arguments;
  const range = { start: call.nameRange.start, end: first?.range.end ?? call.nameRange.end };
  switch (call.name) {
    case 'option':
    case 'requiredOption':
      return call.receiver ? (second?.kind === 'object' ? described(first, second, scope) : flags(call, range, scope)) : [];
    case 'options':
      return first?.kind === 'object' ? table(first, scope) : [];
    case 'parseArgs':
      return objectAt(first, 'options').flatMap((options) => table(options, scope));
    case 'meow':
      return call.arguments.flatMap((each) => objectAt(each, 'flags')).flatMap((options) => table(options, scope));
    case 'command':
      return call.receiver && first ? command(first, range, scope) : [];
    case 'alias':
    case 'aliases':
      return first && call.arguments.length === 1 && isOfCommand(call)
        ? otherNames(first).flatMap((each) => command(each, range, scope))
        : [];
    default:
      return [];
  }
}

/** commander and cac: `-p, --port <number>`, a description, and what stands in for it. */
function flags(call: Pick<Call, 'name' | 'arguments'>, range: SurfaceElement['range'], scope: Scope): readonly SurfaceElement[] {
  const [first, ...others] = call.arguments;
  const said = first && constantOf(first, scope);
  if (typeof said !== 'string' || !/(?:^|[\s,|])-/.test(said) || said.length > 200) return [];
  const names = said.match(/(?<=^|[\s,|])--?[A-Za-z][\w-]*/g) ?? [];
  const shape = /<[^<>]*>/.test(said) ? '<value>' : /\[[^[\]]*\]/.test(said) ? '[value]' : 'switch';
  const fallback = others
    .slice(1)
    .map(literalText)
    .find((text) => text !== undefined);
  return make(
    'option',
    names,
    {
      range,
      required: call.name === 'requiredOption' && fallback === undefined,
      deprecated: saysDeprecated(others[0]),
      default: fallback,
      shape,
    },
    scope,
  );
}

/** yargs: a name, and an object that says more. */
function described(name: Expression | undefined, said: ObjectLiteral, scope: Scope): readonly SurfaceElement[] {
  const text = name && constantOf(name, scope);
  return typeof text === 'string' && /^[A-Za-z][\w-]*$/.test(text) ? fromObject(text, said, scope) : [];
}

/** `{ port: { type: 'string', default: '80' } }`. */
function table(options: ObjectLiteral, scope: Scope): readonly SurfaceElement[] {
  return options.properties.flatMap(({ key, value }) => (value.kind === 'object' && key !== '' ? fromObject(key, value, scope) : []));
}

function fromObject(name: string, said: ObjectLiteral, scope: Scope): readonly SurfaceElement[] {
  const of = (...keys: readonly string[]): Expression | undefined => said.properties.find(({ key }) => keys.includes(key))?.value;
  const short = of('alias', 'short', 'shortFlag');
  const aliases = (short?.kind === 'array' ? short.elements : short ? [short] : []).flatMap((each) => literalText(each) ?? []);
  const fallback = literalText(of('default'));
  const demanded = of('demandOption', 'isRequired', 'required')?.kind === 'true';
  const notice = of('deprecated');
  const deprecated = notice?.kind === 'string' || saysDeprecated(notice) || saysDeprecated(of('describe', 'description', 'desc'));
  return make(
    'option',
    [name, ...aliases].map(dashed),
    { range: said.range, required: demanded && fallback === undefined, deprecated, default: fallback },
    scope,
  );
}

function dashed(name: string): string {
  return name.startsWith('-') ? name : name.length === 1 ? `-${name}` : `--${name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}`;
}

function command(first: Expression, range: SurfaceElement['range'], scope: Scope): readonly SurfaceElement[] {
  const said = (first.kind === 'array' ? first.elements : [first]).flatMap((each) => constantOf(each, scope) ?? []);
  const names = said.flatMap((text) => (typeof text === 'string' ? (/^[a-z][\w:-]*/i.exec(text)?.[0] ?? []) : []));
  return make('command', names, { range, required: false }, scope);
}

/** commander and cac: `.command('start').alias('serve')`, also with its description between. */
function isOfCommand({ receiver }: Call): boolean {
  for (let at = receiver; at?.kind === 'call'; at = at.receiver) if (at.name === 'command') return true;
  return false;
}

function otherNames(said: Expression): readonly Expression[] {
  return said.kind === 'array' ? said.elements : [said];
}

/** What the help says of an option that is to go. */
function saysDeprecated(said: Expression | undefined): boolean {
  return said?.kind === 'true' || /\bdeprecated\b/i.test(literalText(said) ?? '');
}

function objectAt(value: Expression | undefined, key: string): readonly ObjectLiteral[] {
  const found = value?.kind === 'object' ? value.properties.find((property) => property.key === key)?.value : undefined;
  return found?.kind === 'object' ? [found] : [];
}

interface Said {
  readonly range: SurfaceElement['range'];
  readonly required: boolean;
  readonly deprecated?: boolean;
  readonly default?: string | undefined;
  readonly shape?: string;
}

function make(
  kind: 'option' | 'command',
  names: readonly string[],
  { range, required, shape, ...said }: Said,
  { file, symbol }: Scope,
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
      required,
      deprecated: said.deprecated ?? false,
      ...(fallback !== undefined && { default: fallback }),
      ...(shape !== undefined && { shape }),
    },
  ];
}
