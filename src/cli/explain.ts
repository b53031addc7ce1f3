import picocolors from 'picocolors';
import * as z from 'zod/mini';
import { UserError } from '../base/errors.ts';
import { suggestion } from '../base/nearest.ts';
import { expectationOf } from '../finding/expectation.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { rules as builtIn } from '../rules/index.ts';
import { parseCommand } from './command-line.ts';
import { explainCommand } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import { explainFile } from './explain-file.ts';
import { wrap } from './help.ts';
import type { Command } from './host.ts';
import { rulesHere } from './rules-here.ts';

/** Columns. */
const width = 96;

/** `plumbline explain RULE`: the rule's page for a terminal. `plumbline explain FILE`: what of it is a contract, and why the rest is none. */
export const explain: Command = async (args, host) => {
  const parsed = parseCommand(explainCommand, args);
  const [id = ''] = parsed.operands;
  const known = findRule(id, builtIn);
  // What comes with Plumbline is explained without the standard, which may have mistakes.
  const { all, hint } = known ? { all: builtIn } : await rulesHere(parsed, host);
  const rule = known ?? findRule(id, all);
  const file = rule ? undefined : await explainFile(id, parsed.options.get('repo')?.[0] ?? '.', host);
  if (file !== undefined) {
    await host.print(`${file}\n`);
    return exitCodes.passed;
  }
  if (hint !== undefined) host.say(hint);
  if (!rule) throw notFound(id, all);
  await host.print(`${describeRule(rule, host.stdout.color)}\n`);
  return exitCodes.passed;
};

/** A rule is found by its id, or by the part after the slash where that is enough. */
function findRule(id: string, rules: readonly Rule[]): Rule | undefined {
  const found = rules.filter((rule) => rule.id === id || rule.id.endsWith(`/${id}`));
  return found.length === 1 ? found[0] : undefined;
}

function notFound(id: string, rules: readonly Rule[]): UserError {
  const names = id.includes('/') ? rules.map((rule) => rule.id as string) : rules.map((rule) => rule.id.slice(rule.id.indexOf('/') + 1));
  return new UserError(
    `There is no rule "${id}"${suggestion(id, names)}.`,
    '`plumbline rules` lists every rule. A file of the repository with code can be explained, too.',
  );
}

function describeRule(rule: Rule, color: boolean): string {
  const colors = picocolors.createColors(color);
  const facts = [
    ['severity', rule.severity],
    ['confidence', rule.confidence],
    ['languages', rule.languages === 'any' ? 'any' : rule.languages.join(', ')],
    ...(rule.definedAt === undefined ? [] : [['defined at', rule.definedAt]]),
    ...(rule.cwe ? [['weaknesses', rule.cwe.map((number) => `CWE-${number}`).join(', ')]] : []),
  ].map(([name = '', value = '']) => `${colors.dim(name)} ${value}`);
  const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? ['', colors.bold(title), ...lines] : []);
  return [
    `${colors.bold(rule.title)}  ${colors.cyan(rule.id)}`,
    facts.join('   '),
    '',
    ...wrap(rule.reason, width),
    ...section('What to do', wrap(rule.remedy, width)),
    ...section('What it does not see', rule.limits === undefined ? [] : wrap(rule.limits, width)),
    ...section('Expectation', wrap(expectationOf(rule.id).promise, width)),
    ...section('Options', optionLines(rule)),
    ...section(
      'Examples',
      rule.examples.flatMap((example) => exampleLines(example, colors)),
    ),
    ...section(
      'Sources',
      (rule.sources ?? []).map(({ title, url }) => `${title}: ${url}`),
    ),
    ...section('Allow a finding', [`${colors.dim('on the line above it:')} // plumbline-allow ${rule.id} -- the reason`]),
  ].join('\n');
}

function optionLines(rule: Rule): string[] {
  const { properties = {} } = z.toJSONSchema(rule.options, { io: 'input' });
  return Object.entries(properties).flatMap(([name, schema]) => {
    const { description = '', default: standard } = schema as { description?: string; default?: unknown };
    return [`${name}: ${JSON.stringify(standard)}`, ...wrap(description, width - 4).map((line) => `    ${line}`)];
  });
}

function exampleLines({ name, base, head, finds }: Example, colors: ReturnType<typeof picocolors.createColors>): string[] {
  const mark = finds.length > 0 ? colors.red('found') : colors.green('fine ');
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => base[path] !== head[path]);
  return [`${mark} ${name} ${colors.dim(`(${paths.join(', ')})`)}`, ...finds.map((found) => `        ${found}`)];
}
