import { changedCommandLine } from '../../../../src/rules/compatibility/changed-command-line.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const oclif = (flags: string, more = ''): string =>
  `import { Args, Command, Flags } from '@oclif/core';\n\nexport default class Deploy extends Command {\n  static flags = {\n${flags}  };\n${more}  async run() {}\n}\n`;
const clipanion = (option: string, path = 'deploy'): string =>
  `import { Command, Option } from 'clipanion';\n\nexport class Deploy extends Command {\n  static paths = [['${path}']];\n  name = ${option};\n}\n`;
const yargs = (...calls: readonly string[]): string =>
  `import yargs from 'yargs';\n\nyargs(process.argv)\n${calls.map((call) => `  ${call}\n`).join('')}  .parse();\n`;
const commander = (...calls: readonly string[]): string =>
  `import { Command, Option } from 'commander';\n\nconst program = new Command();\nprogram\n${calls.map((call) => `  ${call}\n`).join('')}  .parse();\n`;
const citty = (args: string): string =>
  `import { defineCommand } from 'citty';\n\nexport const main = defineCommand({\n  args: {\n    ${args},\n  },\n});\n`;
const picocli = (...fields: readonly string[]): string =>
  `package shop;\n\n@Command(name = "copy")\nclass Copy {\n${fields.map((field) => `  ${field}\n`).join('')}}\n`;

const fails = 'scripts that leave it out fail';

describe('compatibility/changed-command-line, kind of library by kind', () => {
  fileCases(changedCommandLine, 'src/commands/deploy.ts', [
    [
      "finds a flag of oclif's that is gone",
      oclif("    force: Flags.boolean({ char: 'f' }),\n    name: Flags.string(),\n"),
      oclif('    name: Flags.string(),\n'),
      ['5 The option `--force` is gone: scripts that pass it fail.'],
    ],
    [
      'finds a flag that must be given',
      oclif('    name: Flags.string(),\n'),
      oclif('    name: Flags.string({ required: true }),\n'),
      [`5 The option \`--name\` is required, and was optional: ${fails}.`],
    ],
    [
      'finds a flag that takes a value now',
      oclif('    name: Flags.boolean({}),\n'),
      oclif('    name: Flags.string({}),\n'),
      ['5 The option `--name` takes a value instead of no value: scripts that pass it the old way fail.'],
    ],
    [
      'finds a value that a flag no longer takes',
      oclif("    mode: Flags.string({ options: ['fast', 'safe'] }),\n"),
      oclif("    mode: Flags.string({ options: ['safe'] }),\n"),
      ['5 The option `--mode` no longer takes `fast`: scripts that pass it fail.'],
    ],
    [
      "finds an argument of oclif's that must be given",
      oclif('', '  static args = { file: Args.string() };\n'),
      oclif('', '  static args = { file: Args.string({ required: true }) };\n'),
      [`6 The argument \`file\` of \`deploy\` is required, and was optional: ${fails}.`],
    ],
    [
      'leaves the old name as another one alone',
      oclif('    name: Flags.string(),\n'),
      oclif("    title: Flags.string({ aliases: ['name'] }),\n"),
      [],
    ],
    [
      'leaves another order alone',
      oclif('    a: Flags.string(),\n    b: Flags.string(),\n'),
      oclif('    b: Flags.string(),\n    a: Flags.string(),\n'),
      [],
    ],
    ['leaves one more flag alone', oclif('    a: Flags.string(),\n'), oclif('    a: Flags.string(),\n    b: Flags.string(),\n'), []],
    [
      "finds another name of clipanion's option",
      clipanion("Option.String('-n,--name')"),
      clipanion("Option.String('-n,--title')"),
      ['5 The option `--name` is `--title` now: scripts that pass the old one fail.'],
    ],
    [
      "finds another path of clipanion's command",
      clipanion("Option.String('--name')"),
      clipanion("Option.String('--name')", 'release'),
      ['4 The command `deploy` is `release` now: scripts that call the old one fail.'],
    ],
    [
      "leaves another name of clipanion's field alone",
      clipanion("Option.String('--name')"),
      clipanion("Option.String('--name')").replace('name =', 'called ='),
      [],
    ],
  ]);
  fileCases(changedCommandLine, 'src/cli.ts', [
    [
      'finds a value that is no longer among the choices',
      yargs("option('mode', { choices: ['fast', 'safe'] })".replace(/^/, '.')),
      yargs(".option('mode', { choices: ['safe'] })"),
      ['4 The option `--mode` no longer takes `fast`: scripts that pass it fail.'],
    ],
    [
      'finds an option that is a switch now',
      yargs(".option('mode', { type: 'string' })"),
      yargs(".option('mode', { type: 'boolean' })"),
      ['4 The option `--mode` takes no value instead of a value: scripts that pass it the old way fail.'],
    ],
    [
      'finds fewer choices of an option that is made by itself',
      commander(".addOption(new Option('-m, --mode <mode>').choices(['fast', 'safe']))"),
      commander(".addOption(new Option('-m, --mode <mode>').choices(['safe']))"),
      ['5 The option `--mode` no longer takes `fast`: scripts that pass it fail.'],
    ],
    [
      'finds an option made by itself that must be given',
      commander(".addOption(new Option('-m, --mode <mode>').default('safe'))"),
      commander(".addOption(new Option('-m, --mode <mode>').makeOptionMandatory())"),
      [`5 The option \`--mode\` is required, and was \`safe\` where nothing was said: ${fails}.`],
    ],
    [
      'finds an argument that must be given',
      commander(".command('build [dir]')"),
      commander(".command('build <dir>')"),
      [`5 The argument \`<dir>\` of \`build\` is required, and was optional: ${fails}.`],
    ],
    [
      'finds one more argument that must be given',
      commander(".command('copy')", ".argument('<from>')"),
      commander(".command('copy')", ".argument('<from>')", ".argument('<to>')"),
      [`7 The argument \`<to>\` of \`copy\` is new and required: ${fails}.`],
    ],
    [
      "finds another name of citty's argument",
      citty("port: { type: 'string' }"),
      citty("listen: { type: 'string' }"),
      ['5 The option `--port` is `--listen` now: scripts that pass the old one fail.'],
    ],
    ['leaves another name of an argument alone', commander(".command('build <dir>')"), commander(".command('build <folder>')"), []],
    ['leaves one more choice alone', yargs(".option('m', { choices: ['a'] })"), yargs(".option('m', { choices: ['a', 'b'] })"), []],
    ['leaves an argument that may be left out alone', commander(".command('build <dir>')"), commander(".command('build [dir]')"), []],
    [
      'leaves what a new command must have alone',
      commander(".command('build')"),
      commander(".command('build')", ".command('copy <from>')", ".requiredOption('--to <dir>')"),
      [],
    ],
    [
      "leaves what a new command's builder must have alone",
      yargs(".command('build', 'builds')"),
      yargs(".command('build', 'builds')", ".command('copy', 'copies', (on) => on.option('to', { demandOption: true }))"),
      [],
    ],
    [
      'tells a command that is gone, and not what it took',
      commander(".command('build')", ".description('builds')", ".command('copy <from>')", ".option('--to <dir>')"),
      commander(".command('build')", ".description('builds')"),
      ['7 The command `copy` is gone: scripts that call it fail.'],
    ],
  ]);
  fileCases(changedCommandLine, 'src/main/java/shop/Copy.java', [
    [
      'finds one more argument that must be given',
      picocli('@Parameters(index = "0") String from;'),
      picocli('@Parameters(index = "0") String from;', '@Parameters(index = "1") String to;'),
      [`6 The argument \`<to>\` of \`copy\` is new and required: ${fails}.`],
    ],
    [
      'leaves one alone that may be left out',
      picocli('@Parameters(index = "0") String from;'),
      picocli(
        '@Parameters(index = "0") String from;',
        '@Parameters(index = "1", arity = "0..1") String to;',
        '@Parameters(index = "2", defaultValue = "x") String as;',
      ),
      [],
    ],
  ]);
  it('finds a command of oclif whose file is gone', async () => {
    await expectFindings(changedCommandLine, { 'src/commands/cache/clear.ts': oclif('    all: Flags.boolean(),\n') }, {}, [
      'src/commands/cache/clear.ts:3 The command `cache:clear` is gone: scripts that call it fail.',
    ]);
  });
});
