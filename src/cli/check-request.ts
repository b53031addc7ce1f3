import { resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import type { ChangeSource } from '../change/source.ts';
import type { Format } from '../report/formats.ts';
import type { FailOn } from '../standard/standard.ts';
import { parseCommand } from './command-line.ts';
import type { ParsedCommand } from './command-line.ts';
import { checkCommand } from './commands.ts';

/** What the person asked `plumbline check` for. */
export interface CheckRequest {
  /** Absolute. */
  readonly repository: string;
  /** Undefined where no change was named. */
  readonly source: ChangeSource | undefined;
  /** Of the pull request. */
  readonly title: string | undefined;
  /** A standard to use in place of the repository's own. */
  readonly standard: string | undefined;
  readonly format: Format;
  /** A file; undefined for standard output. */
  readonly output: string | undefined;
  readonly failOn: FailOn | undefined;
  /** Reports on what tests executed; absolute. */
  readonly coverageFiles: readonly string[];
  readonly all: boolean;
  readonly cache: boolean;
  /** Undefined where the tests are not to be run. */
  readonly deep: DeepRequest | undefined;
  /** Where the TypeScript is installed that is asked; absolute. */
  readonly typescript: string | undefined;
}

/** How tests are run. The command is the person's own: nothing of a repository can give it. */
export interface DeepRequest {
  readonly command: string;
  readonly minutes: number;
}

/** @throws UserError */
export function readCheckRequest(args: readonly string[]): CheckRequest {
  const parsed = parseCommand(checkCommand, args);
  const value = (name: string): string | undefined => parsed.options.get(name)?.[0];
  return {
    repository: resolve(value('repo') ?? '.'),
    source: sourceOf(parsed),
    title: value('title'),
    standard: value('standard'),
    format: (value('format') ?? 'pretty') as Format,
    output: value('output'),
    failOn: value('fail-on') as FailOn | undefined,
    coverageFiles: (parsed.options.get('coverage') ?? []).map((file) => resolve(file)),
    all: parsed.options.has('all'),
    cache: !parsed.options.has('no-cache'),
    deep: deepOf(parsed),
    typescript: value('typescript') === undefined ? undefined : resolve(value('typescript') ?? ''),
  };
}

const usualMinutes = 5;

function deepOf({ options }: ParsedCommand): DeepRequest | undefined {
  const [command] = options.get('test-command') ?? [];
  const [minutes] = options.get('deep-minutes') ?? [];
  if (!options.has('deep')) {
    const needless = ['test-command', 'deep-minutes'].find((name) => options.has(name));
    if (needless === undefined) return undefined;
    throw new UserError(`--${needless} is for the deep check alone.`, 'Give --deep, too: it runs the tests of the change.');
  }
  if (command === undefined)
    throw new UserError(
      '--deep needs the command that runs the tests.',
      'Give your own, e.g. `--test-command "npm test -- {files}"`. It is not taken from the repository.',
    );
  return { command, minutes: minutes === undefined ? usualMinutes : minutesOf(minutes) };
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= 24 * 60) return minutes;
  throw new UserError(`"${text}" is no number of minutes for --deep-minutes.`, 'Give a number above 0, e.g. `--deep-minutes 10`.');
}

function sourceOf({ operands, options }: ParsedCommand): ChangeSource | undefined {
  const [range] = operands;
  const [base, head] = [options.get('base')?.[0], options.get('head')?.[0]];
  const [baseFolder = '', headFolder = ''] = options.get('dirs') ?? [];
  const named: readonly (readonly [string, ChangeSource | undefined])[] = [
    [`the range ${range ?? ''}`, range === undefined ? undefined : { kind: 'range', range }],
    [
      '--base and --head',
      base === undefined && head === undefined
        ? undefined
        : { kind: 'branch', ...(base === undefined ? {} : { base }), ...(head === undefined ? {} : { head }) },
    ],
    ['--staged', options.has('staged') ? { kind: 'staged' } : undefined],
    ['--working-tree', options.has('working-tree') ? { kind: 'working-tree' } : undefined],
    ['--outgoing', options.has('outgoing') ? { kind: 'outgoing' } : undefined],
    ['--whole-tree', options.has('whole-tree') ? { kind: 'whole-tree' } : undefined],
    ['--dirs', options.has('dirs') ? { kind: 'folders', base: baseFolder, head: headFolder } : undefined],
  ];
  const given = named.filter(([, source]) => source !== undefined);
  if (given.length > 1)
    throw new UserError(`Only one change can be reviewed at a time: ${given.map(([name]) => name).join(', ')}.`, 'Leave out all but one.');
  return given[0]?.[1];
}
