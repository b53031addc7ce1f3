import { changedCommandLine } from '../../../../src/rules/compatibility/changed-command-line.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const commander = (...calls: readonly string[]): string =>
  `import { Command } from 'commander';\n\nconst program = new Command();\nprogram\n${calls.map((call) => `  ${call}\n`).join('')}  .parse();\n`;
const yargs = (options: string): string =>
  `import yargs from 'yargs';\n\nexport const args = yargs(process.argv).options({\n  ${options},\n}).parse();\n`;
const picocli = (option: string, name = 'export'): string =>
  `package shop;\n\n@Command(name = "${name}")\nclass Export {\n  ${option}\n  String format;\n}\n`;

describe('compatibility/changed-command-line', () => {
  fileCases(changedCommandLine, 'src/cli.ts', [
    [
      'finds an option that is gone',
      commander(".option('-q, --quiet', 'say less')", ".option('-p, --port <n>', 'port')"),
      commander(".option('-p, --port <n>', 'port')"),
      ['5 The option `--quiet` is gone: scripts that pass it fail.'],
    ],
    [
      'finds a short name that is gone',
      commander(".option('-p, --port <n>', 'port')"),
      commander(".option('--port <n>', 'port')"),
      ['5 The option `--port` is no longer to be written as `-p`: scripts that do fail.'],
    ],
    [
      'finds an option that must be given',
      commander(".option('-p, --port <n>', 'port')"),
      commander(".requiredOption('-p, --port <n>', 'port')"),
      ['5 The option `--port` is required, and was optional: scripts that leave it out fail.'],
    ],
    [
      'finds an option that takes no value any more',
      commander(".option('--port <n>', 'port')"),
      commander(".option('--port', 'port')"),
      ['5 The option `--port` takes no value instead of a value: scripts that pass it the old way fail.'],
    ],
    [
      'warns of another default',
      commander(".option('--port <n>', 'port', '80')"),
      commander(".option('--port <n>', 'port', '8080')"),
      ['5 The option `--port` is `8080` by default instead of `80`: those who leave it out get another behaviour.'],
    ],
    [
      'finds a command that has another name',
      commander(".command('serve <dir>')"),
      commander(".command('start <dir>')"),
      ['5 The command `serve` is `start` now: scripts that call the old one fail.'],
    ],
    [
      'finds an option of yargs that must be given',
      yargs("port: { type: 'number', default: 80 }"),
      yargs("port: { type: 'number', demandOption: true }"),
      ['4 The option `--port` is required, and was `80` where nothing was said: scripts that leave it out fail.'],
    ],
    ['leaves another description alone', commander(".option('--port <n>', 'port')"), commander(".option('--port <n>', 'the port')"), []],
    ['leaves one more name alone', commander(".option('--port <n>', 'port')"), commander(".option('-p, --port <n>', 'port')"), []],
    [
      'leaves a value that may be left out alone',
      commander(".option('--port <n>', 'port')"),
      commander(".option('--port [n]', 'port')"),
      [],
    ],
    [
      'leaves the old name as another one alone',
      yargs("port: { type: 'number' }"),
      yargs("listen: { type: 'number', alias: ['port'] }"),
      [],
    ],
    [
      'leaves a command alone that is called by its old name, too',
      commander(".command('serve <dir>')"),
      commander(".command('start <dir>')", ".description('starts')", ".alias('serve')"),
      [],
    ],
    [
      'finds another name of a command that is gone',
      commander(".command('start')", ".aliases(['serve', 'run'])"),
      commander(".command('start')", ".aliases(['serve'])"),
      ['6 The command `run` is gone: scripts that call it fail.'],
    ],
    ["leaves others' options alone", "chart.option('--a', 'b').draw();\n", "chart.option('--c', 'b').draw();\n", []],
  ]);
  fileCases(changedCommandLine, 'src/main/java/shop/Export.java', [
    [
      'finds an option that has another name',
      picocli('@Option(names = {"-f", "--format"})'),
      picocli('@Option(names = {"-f", "--type"})'),
      ['5 The option `--format` is `--type` now: scripts that pass the old one fail.'],
    ],
    [
      'finds a command that has another name',
      picocli('@Option(names = "-f")'),
      picocli('@Option(names = "-f")', 'dump'),
      ['3 The command `export` is `dump` now: scripts that call the old one fail.'],
    ],
    [
      'warns of another default',
      picocli('@CommandLine.Option(names = "--format", defaultValue = "csv")'),
      picocli('@CommandLine.Option(names = "--format", defaultValue = "json")'),
      ['5 The option `--format` is `json` by default instead of `csv`: those who leave it out get another behaviour.'],
    ],
    [
      'leaves another order of names alone',
      picocli('@Option(names = {"-f", "--format"})'),
      picocli('@Option(names = {"--format", "-f"})'),
      [],
    ],
    [
      'leaves another description alone',
      picocli('@Option(names = "-f", description = "a")'),
      picocli('@Option(names = "-f", description = "b")'),
      [],
    ],
    [
      'leaves an option that need not be given any more alone',
      picocli('@Option(names = "-f", required = true)'),
      picocli('@Option(names = "-f")'),
      [],
    ],
  ]);
  it('leaves an option alone that moves to another file', async () => {
    const text = commander(".option('-q, --quiet', 'say less')");
    await expectFindings(changedCommandLine, { 'src/cli.ts': text }, { 'src/main.ts': text }, []);
  });
});
