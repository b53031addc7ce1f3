import { shellCommandBuiltFromStrings } from '../../../../src/rules/security/shell-command-built-from-strings.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string =>
  `import cp, { exec } from 'node:child_process';\nexport function run(name, options, command) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const says = (data: string, sink: string): string =>
  `\`run\` pastes \`${data}\`, which comes from its callers, into a shell command through \`${sink}\`.`;

for (const path of ['src/run.js', 'src/run.ts']) {
  describe(`security/shell-command-built-from-strings in ${path}`, () => {
    fileCases(shellCommandBuiltFromStrings, path, [
      ['finds a name in a command', '', script("exec('rm -rf ' + name);"), [`3 ${says('name', 'exec')}`]],
      ['finds an option in quotes', '', script('cp.execSync(`git log "${options.branch}"`);'), [`3 ${says('options', 'cp.execSync')}`]],
      [
        'finds a joined list',
        '',
        script("const words = ['rm', '-rf'];", 'words.push(name);', "exec(words.join(' '));"),
        [`5 ${says('name', 'exec')}`],
      ],
      ['finds a shell that is started', '', script("cp.spawn('sh', ['-c', 'rm ' + name]);"), [`3 ${says('name', 'cp.spawn')}`]],
      ['leaves arguments alone', '', script("cp.execFile('rm', ['-rf', name]);"), []],
      ['leaves a command that is handed in alone', '', script('exec(command);', 'exec(name);'), []],
      ['leaves quoted names alone', '', script("exec('rm ' + shellQuote(name));"), []],
      ['leaves checked names alone', '', script('if (!/^[a-z]+$/.test(name)) return;', "exec('rm ' + name);"), []],
      ['leaves functions of the file alone', '', script("exec('ls');").replace('export ', ''), []],
    ]);
  });
}
