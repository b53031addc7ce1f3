import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const cli = (option: string): Record<string, string> => ({
  'src/cli.ts': `import { program } from 'commander';

program
  .name('shop')
  ${option}
  .parse();
`,
});
const command = (option: string): Record<string, string> => ({
  'src/main/java/shop/Export.java': `package shop;

@Command(name = "export")
class Export implements Runnable {
  @Option(${option})
  String format;
}
`,
});

const examples: readonly Example[] = [
  {
    name: 'an option has another name',
    base: cli(".option('-p, --port <number>', 'where to listen', '80')"),
    head: cli(".option('-p, --listen <number>', 'where to listen', '80')"),
    finds: ['src/cli.ts:5 The option `--port` is `--listen` now: scripts that pass the old one fail.'],
  },
  {
    name: 'an option must be given',
    base: command('names = "--format", defaultValue = "csv"'),
    head: command('names = "--format", required = true'),
    finds: [
      'src/main/java/shop/Export.java:5 The option `--format` is required, and was `csv` where nothing was said: scripts that leave it out fail.',
    ],
  },
  {
    name: 'an option is new',
    base: cli(".option('-p, --port <number>', 'where to listen', '80')"),
    head: cli(".option('-p, --port <number>', 'where to listen', '80')\n  .option('-q, --quiet', 'say less')"),
    finds: [],
  },
];

export const changedCommandLine = contractRule('command-line', {
  id: 'compatibility/changed-command-line',
  title: 'A command line that scripts no longer fit',
  reason:
    'Scripts, pipelines and habits call the program with the options they know. An option that is gone, has another name or must be given stops them, mostly in the night and on a machine nobody looks at.',
  remedy: 'Take the old name as another one of the same option, hidden from the help, and say that it goes. Give what is new a default.',
  limits:
    'Read are the options and commands of commander, yargs, cac, meow, citty, cmd-ts, command-line-args, `util.parseArgs`, oclif, clipanion, picocli, JCommander, args4j and Spring Shell, the arguments by position of commander, cac, yargs, oclif and picocli, and the values that an option allows. To which command an option belongs is not told apart: an option that one command keeps is not missed at another. What an argument is called counts for nothing, its position does, and one that is gone is not told, as most libraries let those pass that are too many. What is printed is not compared.',
  examples,
});
