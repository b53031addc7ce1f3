import { version } from '../../package.json';
import { UserError } from '../base/errors.ts';
import { suggestion } from '../base/nearest.ts';
import { commands } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import { helpOf, overview } from './help.ts';
import type { Command, Host } from './host.ts';
import { reportToWriter, writeAll } from './streams.ts';
import { streamFacts } from './terminal.ts';

/** Loaded when they are called for: each needs other, large parts. */
const implementations: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  rules: async () => (await import('./rules.ts')).listRules,
  explain: async () => (await import('./explain.ts')).explain,
  init: async () => (await import('./init.ts')).init,
  baseline: async () => (await import('./baseline.ts')).baseline,
  'standard check': async () => (await import('./standard-check.ts')).checkStandard,
  'standard print': async () => (await import('./standard-print.ts')).printStandard,
};

/** Runs the command that the arguments name and sets the exit code. The process ends by itself when all output is written. */
export async function main(args: readonly string[]): Promise<void> {
  [process.stdout, process.stderr].forEach(reportToWriter);
  const cancellation = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // A second one ends the process at once, but not without ending what it started.
      if (cancellation.signal.aborted) process.exit(exitCodes.cancelled);
      cancellation.abort(new Cancelled());
    });
  // A file that may not grow further is an error where it is written, and no reason to end without a word.
  process.on('SIGXFSZ', () => undefined);
  const host = processHost(cancellation.signal);
  process.once('uncaughtException', (error) => {
    process.exit(sayError(error, host));
  });
  try {
    process.exitCode = await dispatch(args, host);
  } catch (error) {
    process.exitCode = sayError(error, host);
  }
}

class Cancelled extends Error {}

function processHost(signal: AbortSignal): Host {
  return {
    signal,
    version,
    print: (text) => writeAll(process.stdout, text),
    say: (line) => void process.stderr.write(`${line}\n`),
    stdout: streamFacts(process.stdout, process.env),
    stderr: streamFacts(process.stderr, process.env),
  };
}

async function dispatch(args: readonly string[], host: Host): Promise<number> {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  const rest = args.slice(command?.name.split(' ').length ?? 0);
  const asked = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (command && (asked.includes('--help') || asked.includes('-h'))) return answer(helpOf(command), host);
  const implementation = command && implementations[command.name];
  if (implementation) return (await implementation())(rest, host);
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h') return answer(overview(commands), host);
  throw unknownCommand(args);
}

async function answer(text: string, host: Host): Promise<number> {
  await host.print(text);
  return exitCodes.passed;
}

function unknownCommand(args: readonly string[]): UserError {
  const [first = '', second = ''] = args;
  const known = commands.map(({ name }) => name);
  const kind = first.startsWith('-') ? 'option' : 'command';
  const near = suggestion(first, [...known, '--help', '--version']) || suggestion(`${first} ${second}`.trim(), known);
  return new UserError(`There is no ${kind} "${first}"${near}.`, `There are ${known.join(', ')}. See \`plumbline --help\`.`);
}

function sayError(error: unknown, host: Host): number {
  if (host.signal.aborted) {
    host.say('Cancelled.');
    return exitCodes.cancelled;
  }
  if (error instanceof UserError) {
    host.say(`${red('error', host)} ${error.message}\n      ${error.hint}`);
    return exitCodes.refused;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.say(`${red('error', host)} Plumbline ${version} failed. This is a bug of Plumbline, please report it:\n${text}`);
  return exitCodes.defect;
}

function red(word: string, { stderr }: Host): string {
  return stderr.color ? `\u001b[1;31m${word}\u001b[0m` : word;
}
