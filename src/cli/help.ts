import type { CommandSpec } from './command-line.ts';

/** Columns of a help text. */
const width = 100;

/** What `plumbline --help` prints. */
export function overview(commands: readonly CommandSpec[]): string {
  const summaries = commands.map(({ name, operands, summary }): Row => [[name, ...operands].join(' '), summary]);
  return [
    'Plumbline reviews a change against your team’s engineering standard.',
    'It works on this machine alone: nothing is sent anywhere, and no code of the repository is run, unless you ask it to run your tests.',
    '',
    'Usage: plumbline COMMAND [OPTION…]',
    '',
    'Commands',
    ...table(summaries),
    '',
    'Options',
    ...table([
      ['--help', 'Help, also of a command: plumbline check --help'],
      ['--version', 'The version'],
    ]),
    '',
    'Examples',
    ...exampleTable(commands.slice(0, 1)),
    '',
  ].join('\n');
}

/** What `plumbline COMMAND --help` prints. */
export function helpOf(command: CommandSpec): string {
  const options = Object.entries(command.options).map(([name, { values, description }]): Row => [
    [`--${name}`, ...values].join(' '),
    description,
  ]);
  return [
    `${command.summary}.`,
    '',
    `Usage: plumbline ${[command.name, ...command.operands].join(' ')}${options.length > 0 ? ' [OPTION…]' : ''}`,
    '',
    ...(options.length > 0 ? ['Options', ...table(options), ''] : []),
    'Examples',
    ...exampleTable([command]),
    '',
    ...(command.notes === undefined ? [] : [command.notes, '']),
  ].join('\n');
}

type Row = readonly [term: string, description: string];

function exampleTable(commands: readonly CommandSpec[]): string[] {
  return commands.flatMap(({ examples }) => examples.flatMap(({ line, meaning }) => [`  ${line}`, `      ${meaning}`]));
}

function table(rows: readonly Row[]): string[] {
  const termWidth = Math.max(...rows.map(([term]) => term.length)) + 2;
  return rows.flatMap(([term, description]) =>
    wrap(description, width - termWidth - 2).map((line, index) => `  ${(index === 0 ? term : '').padEnd(termWidth)}${line}`),
  );
}

/** Breaks a text into lines at spaces. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
