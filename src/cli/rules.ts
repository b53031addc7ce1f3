import picocolors from 'picocolors';
import { expectations } from '../finding/expectation.ts';
import { rules as builtIn } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { parseCommand } from './command-line.ts';
import { rulesCommand } from './commands.ts';
import type { Command, Host } from './host.ts';
import { rulesHere } from './rules-here.ts';
import { exitCodes } from './exit-code.ts';

/** `plumbline rules`: every rule, by expectation. */
export const listRules: Command = async (args, host) => {
  const { all, hint } = await rulesHere(parseCommand(rulesCommand, args), host);
  if (hint !== undefined) host.say(hint);
  const groups = expectations.map(({ id, title, promise }) => ({
    title,
    promise,
    rules: all.filter((rule) => rule.id.startsWith(`${id}/`)),
  }));
  const blocks = groups.filter((group) => group.rules.length > 0).map((group) => describeGroup(group, host));
  await host.print(`${blocks.join('\n\n')}\n`);
  return exitCodes.passed;
};

function describeGroup(
  group: { readonly title: string; readonly promise: string; readonly rules: readonly Rule[] },
  { stdout }: Host,
): string {
  const colors = picocolors.createColors(stdout.color);
  const width = Math.max(...builtIn.map(({ id }) => id.length)) + 2;
  const lines = [...group.rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity, title }) => `  ${colors.cyan(id.padEnd(width))}${severity.padEnd(9)}${title}`);
  return [colors.bold(group.title), colors.dim(group.promise), ...lines].join('\n');
}
