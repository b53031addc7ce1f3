import { parseArgs } from 'node:util';
import { UserError } from '../base/errors.ts';
import { suggestion } from '../base/nearest.ts';

/** An option of a command, as its help shows it. */
export interface OptionSpec {
  /** Placeholders of its values, e.g. `['REV']`; none for a switch. */
  readonly values: readonly string[];
  /** All that its value may be, where that is a choice. */
  readonly choices?: readonly string[];
  readonly description: string;
  /** Whether it may be given several times, each time with one value. */
  readonly isRepeatable?: true;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Placeholders of what follows the command, e.g. `['RULE']`; in brackets where it may be left out. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
  /** What else the help says. */
  readonly notes?: string;
}

export interface ParsedCommand {
  readonly operands: readonly string[];
  /** Option → its values; a switch that is on has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** @throws UserError which names what is wrong and the nearest right thing */
export function parseCommand(spec: CommandSpec, args: readonly string[]): ParsedCommand {
  const reading: Reading = { spec, operands: [], options: new Map(), awaiting: [] };
  for (const token of tokenise(spec, args)) {
    if (token.kind === 'option') readOption(reading, token);
    else if (token.kind === 'positional') readOperand(reading, token.value);
  }
  requireValues(reading);
  requireOperands(reading);
  return reading;
}

interface Reading extends ParsedCommand {
  readonly spec: CommandSpec;
  readonly operands: string[];
  readonly options: Map<string, string[]>;
  /** The values of an option that are still to come, after its first. */
  awaiting: string[];
}

function tokenise({ options }: CommandSpec, args: readonly string[]) {
  const declared = Object.entries(options).map(([name, { values }]) => [
    name,
    { type: values.length > 0 ? ('string' as const) : ('boolean' as const) },
  ]);
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(declared) as Record<string, { type: 'string' | 'boolean' }>,
    strict: false,
    tokens: true,
  }).tokens;
}

type OptionToken = Extract<ReturnType<typeof tokenise>[number], { kind: 'option' }>;

function readOption(reading: Reading, { name, rawName, value, inlineValue }: OptionToken): void {
  requireValues(reading);
  const spec = reading.spec.options[name];
  if (!spec || rawName !== `--${name}`) throw unknownOption(reading.spec, rawName);
  if (reading.options.has(name) && !spec.isRepeatable) throw wrongUse(reading.spec, `The option --${name} is given twice.`);
  if (spec.values.length === 0) {
    if (value !== undefined) throw wrongUse(reading.spec, `The option --${name} takes no value.`);
    reading.options.set(name, []);
    return;
  }
  if (value === undefined || (!inlineValue && value.startsWith('-'))) throw missingValue(reading.spec, name);
  requireChoice(reading.spec, name, value);
  const earlier = reading.options.get(name);
  if (earlier) earlier.push(value);
  else reading.options.set(name, (reading.awaiting = [value]));
}

function readOperand(reading: Reading, value: string): void {
  if (isWaiting(reading)) reading.awaiting.push(value);
  else reading.operands.push(value);
}

function isWaiting({ awaiting, options, spec }: Reading): boolean {
  const last = [...options.keys()].at(-1);
  return last !== undefined && options.get(last) === awaiting && awaiting.length < (spec.options[last]?.values.length ?? 0);
}

function requireValues(reading: Reading): void {
  if (isWaiting(reading)) throw missingValue(reading.spec, [...reading.options.keys()].at(-1) ?? '');
}

function requireChoice(spec: CommandSpec, name: string, value: string): void {
  const choices = spec.options[name]?.choices;
  if (!choices || choices.includes(value)) return;
  throw wrongUse(spec, `"${value}" is not a value of --${name}${suggestion(value, choices)}. There are: ${choices.join(', ')}.`);
}

function requireOperands({ spec, operands }: Reading): void {
  const tooMany = operands[spec.operands.length];
  if (tooMany !== undefined) throw wrongUse(spec, `"${tooMany}" is one argument too many for \`plumbline ${spec.name}\`.`);
  const missing = spec.operands.slice(operands.length).find((operand) => !operand.startsWith('['));
  if (missing !== undefined) throw wrongUse(spec, `\`plumbline ${spec.name}\` needs ${missing}.`);
}

function missingValue(spec: CommandSpec, name: string): UserError {
  return wrongUse(spec, `The option --${name} needs ${spec.options[name]?.values.join(' and ') ?? 'a value'}.`);
}

function unknownOption(spec: CommandSpec, rawName: string): UserError {
  const known = [...Object.keys(spec.options), 'help', 'version'].map((name) => `--${name}`);
  return wrongUse(spec, `There is no option ${rawName}${suggestion(rawName, known)}.`);
}

function wrongUse(spec: CommandSpec, message: string): UserError {
  return new UserError(message, `See \`plumbline ${spec.name} --help\`.`);
}
