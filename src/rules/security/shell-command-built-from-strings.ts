import { flowRule } from './flow/flow-rule.ts';
import { withoutShell } from './running/without-shell.ts';

export const shellCommandBuiltFromStrings = flowRule({
  id: 'security/shell-command-built-from-strings',
  danger: 'shell',
  category: 'command-injection',
  title: 'An exported function pastes what it is handed into a shell command',
  reason:
    'A file name or branch with a space, a quote or `;` in it breaks the command, or runs another one. Callers do not expect that they must quote for a shell: sooner or later one hands in what a stranger wrote.',
  remedy: 'Start the program without a shell and hand over arguments as a list: `execFile(program, [argument])`.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['typescript', 'javascript'],
  cwe: [78],
  sources: [
    {
      title: 'OWASP OS Command Injection Defense Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html',
    },
  ],
  limits:
    'Only parameters of exported functions that may be texts, pasted behind a program that is named. A function that is handed the command itself is taken to be made for that.',
  examples: ['src/clean.js', 'src/clean.ts'].flatMap((path) => [
    {
      name: 'a name is pasted into a command',
      base: {},
      head: { [path]: "import { exec } from 'node:child_process';\n\nexport function remove(name) {\n  exec(`rm -rf ${name}`);\n}\n" },
      finds: [`${path}:4 \`remove\` pastes \`name\`, which comes from its callers, into a shell command through \`exec\`.`],
      fixed: {
        [path]: "import { execFile } from 'node:child_process';\n\nexport function remove(name) {\n  execFile('rm', ['-rf', name]);\n}\n",
      },
    },
    {
      name: 'the name is an argument',
      base: {},
      head: {
        [path]: "import { execFile } from 'node:child_process';\n\nexport function remove(name) {\n  execFile('rm', ['-rf', name]);\n}\n",
      },
      finds: [],
    },
  ]),
  fix: withoutShell,
  says: ({ where, data, from, sink }) => `${where} pastes ${data}, which comes from ${from}, into a shell command through ${sink}.`,
});
