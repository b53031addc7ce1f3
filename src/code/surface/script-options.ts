import type { Call, Expression, ObjectLiteral } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import { moduleName } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { visitsOf, type CodeNode, type Visited } from '../walk.ts';
import { literalText } from './annotation-values.ts';
import { callsAfter } from './calls-after.ts';
import { argumentElement, choicesIn, describedOption, optionElement, saysDeprecated, type OptionSaid } from './option-element.ts';
import type { SurfaceElement } from './surface-element.ts';

const libraries = /^(?:commander|@commander-js\/extra-typings|yargs(?:\/.*)?|cac|sade|meow|util|cmd-ts|citty|command-line-args)$/;

/** Options, commands and arguments of a command line that code declares by calls: commander, yargs, cac, meow, citty, `util.parseArgs`. */
export function scriptOptions(scope: Scope): readonly SurfaceElement[] {
  const { facts } = scope.file;
  if (!facts || facts.language === 'java' || !facts.imports.some((fact) => libraries.test(moduleName(fact)))) return [];
  return visitsOf(scope.code, 'call', 'new').flatMap(({ node, parent }) => {
    if (node.kind === 'call') return elementsOf(node, parent, scope);
    return /(?:^|\.)Option$/.test(node.type) ? madeOption(node, parent, scope) : [];
  });
}

function elementsOf(call: Call, parent: Visited | undefined, scope: Scope): readonly SurfaceElement[] {
  const [first, second] = call.arguments;
  const range = { start: call.nameRange.start, end: first?.range.end ?? call.nameRange.end };
  const within = (): string | undefined => commandAround(call, parent, scope);
  switch (call.name) {
    case 'option':
    case 'requiredOption':
      if (!call.receiver) return first?.kind === 'object' ? named(first, 'long', scope) : [];
      if (second?.kind === 'object') return described(first, second, scope, within());
      return flags(call, range, { required: call.name === 'requiredOption', command: within() }, scope);
    case 'flag':
      return !call.receiver && first?.kind === 'object' ? named(first, 'long', scope) : [];
    case 'argument':
      return call.receiver && first ? argument(call, first, range, within(), scope) : [];
    case 'options':
      return first?.kind === 'object' ? table(first, scope, within()) : [];
    case 'parseArgs':
      return objectAt(first, 'options').flatMap((options) => table(options, scope));
    case 'meow':
      return call.arguments.flatMap((each) => objectAt(each, 'flags')).flatMap((options) => table(options, scope));
    case 'defineCommand':
      return objectAt(first, 'args').flatMap((options) => table(options, scope));
    case 'commandLineArgs':
      return first?.kind === 'array' ? first.elements.flatMap((each) => (each.kind === 'object' ? named(each, 'name', scope) : [])) : [];
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

/** The command that an option or argument is declared of: before it in the same chain, or around the function in which it stands. */
function commandAround(call: Call, parent: Visited | undefined, scope: Scope): string | undefined {
  for (let at = call.receiver; at?.kind === 'call'; at = at.receiver) if (at.name === 'command') return commandName(at, scope);
  let inner: CodeNode = call;
  for (let at = parent, steps = 0; at && steps < 200; at = at.parent, steps++) {
    const { node } = at;
    if (node.kind === 'call' && node.name === 'command' && node.receiver && node.receiver !== inner) return commandName(node, scope);
    inner = node;
  }
  return undefined;
}

function commandName({ arguments: [first] }: Call, scope: Scope): string | undefined {
  const said = first?.kind === 'array' ? first.elements[0] : first;
  const text = said && constantOf(said, scope);
  return typeof text === 'string' ? nameOf(text) : undefined;
}

function nameOf(said: string): string | undefined {
  return /^[a-z][\w:-]*/i.exec(said)?.[0];
}

/** commander and cac: `-p, --port <number>`, a description, and what stands in for it. */
function flags(
  { arguments: [first, ...others] }: Pick<Call, 'arguments'>,
  range: OptionSaid['range'],
  of: Omit<OptionSaid, 'range'>,
  scope: Scope,
): readonly SurfaceElement[] {
  const said = first && constantOf(first, scope);
  if (typeof said !== 'string' || !/(?:^|[\s,|])-/.test(said) || said.length > 200) return [];
  const names = said.match(/(?<=^|[\s,|])--?[A-Za-z][\w-]*/g) ?? [];
  const shape = /<[^<>]*>/.test(said) ? '<value>' : /\[[^[\]]*\]/.test(said) ? '[value]' : 'switch';
  const fallback = others
    .slice(1)
    .map(literalText)
    .find((text) => text !== undefined);
  return optionElement('option', names, { range, deprecated: saysDeprecated(others[0]), default: fallback, shape, ...of }, scope);
}

/** `new Option('-m, --mode <mode>').choices(['a', 'b']).default('a').makeOptionMandatory()`. */
function madeOption(
  node: Extract<CodeNode, { readonly kind: 'new' }>,
  parent: Visited | undefined,
  scope: Scope,
): readonly SurfaceElement[] {
  const further = callsAfter(node, parent);
  const argumentOf = (name: string): Expression | undefined => further.find((each) => each.name === name)?.arguments[0];
  const fallback = literalText(argumentOf('default'));
  const required = further.some(({ name, arguments: [first] }) => name === 'makeOptionMandatory' && first?.kind !== 'false');
  const choices = choicesIn(argumentOf('choices'), scope);
  return flags(node, node.range, { required, choices, ...(fallback !== undefined && { default: fallback }) }, scope);
}

/** yargs: a name, and an object that says more. */
function described(
  name: Expression | undefined,
  said: ObjectLiteral,
  scope: Scope,
  command: string | undefined,
): readonly SurfaceElement[] {
  const text = name && constantOf(name, scope);
  return typeof text === 'string' && /^[A-Za-z][\w-]*$/.test(text) ? describedOption(text, said, scope, { command }) : [];
}

/** `{ port: { type: 'string', default: '80' } }`. */
function table(options: ObjectLiteral, scope: Scope, command?: string): readonly SurfaceElement[] {
  return options.properties.flatMap(({ key, value }) =>
    value.kind === 'object' && key !== '' && !isPositional(value) ? describedOption(key, value, scope, { command }) : [],
  );
}

/** citty's arguments by position stand among its options. */
function isPositional({ properties }: ObjectLiteral): boolean {
  return properties.some(({ key, value }) => key === 'type' && literalText(value) === 'positional');
}

/** An object that has the name among the rest: `{ long: 'port', short: 'p' }`. */
function named(said: ObjectLiteral, key: string, scope: Scope): readonly SurfaceElement[] {
  const name = literalText(said.properties.find((property) => property.key === key)?.value);
  return name === undefined || !/^[A-Za-z][\w-]*$/.test(name) ? [] : describedOption(name, said, scope, { shape: undefined });
}

function command(first: Expression, range: OptionSaid['range'], scope: Scope): readonly SurfaceElement[] {
  const said = (first.kind === 'array' ? first.elements : [first]).flatMap((each) => constantOf(each, scope) ?? []);
  const texts = said.filter((text) => typeof text === 'string');
  const names = texts.flatMap((text) => nameOf(text) ?? []);
  return [...optionElement('command', names, { range, required: false }, scope), ...argumentsIn(texts[0] ?? '', range, scope)];
}

/** `get <source> [proxy]`: what must and may follow a command's name. */
function argumentsIn(said: string, range: OptionSaid['range'], scope: Scope): readonly SurfaceElement[] {
  const words = said.slice(0, 300).match(/[<[][^<>[\]]*[>\]]/g) ?? [];
  return words.map((word, position) =>
    argumentElement({ name: word, position }, { range, required: word.startsWith('<'), command: nameOf(said) }, scope),
  );
}

/** commander's `.argument('<dir>', 'where to')`, after how many others of its command. */
function argument(
  call: Call,
  first: Expression,
  range: OptionSaid['range'],
  within: string | undefined,
  scope: Scope,
): readonly SurfaceElement[] {
  const said = constantOf(first, scope);
  if (typeof said !== 'string' || (within === undefined && !isOfProgram(call))) return [];
  let position = 0;
  for (let at = call.receiver; at?.kind === 'call' && at.name !== 'command'; at = at.receiver) if (at.name === 'argument') position++;
  const fallback = literalText(call.arguments[2]);
  return [argumentElement({ name: said, position }, { range, required: !said.startsWith('['), default: fallback, command: within }, scope)];
}

/** Of which command another variable is is not known. */
function isOfProgram({ receiver }: Call): boolean {
  let root = receiver;
  while (root?.kind === 'call') root = root.receiver;
  return (root?.kind === 'name' && /^(?:program|cli|commander)$/.test(root.name)) || (root?.kind === 'new' && root.arguments.length === 0);
}

/** commander and cac: `.command('start').alias('serve')`, also with its description between. */
function isOfCommand({ receiver }: Call): boolean {
  for (let at = receiver; at?.kind === 'call'; at = at.receiver) if (at.name === 'command') return true;
  return false;
}

function otherNames(said: Expression): readonly Expression[] {
  return said.kind === 'array' ? said.elements : [said];
}

function objectAt(value: Expression | undefined, key: string): readonly ObjectLiteral[] {
  const found = value?.kind === 'object' ? value.properties.find((property) => property.key === key)?.value : undefined;
  return found?.kind === 'object' ? [found] : [];
}
