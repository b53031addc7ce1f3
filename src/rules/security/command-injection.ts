import { flowRule } from './flow/flow-rule.ts';
import { withoutShell } from './running/without-shell.ts';

export const commandInjection = flowRule({
  id: 'security/command-injection',
  danger: 'command',
  category: 'command-injection',
  title: 'Data from outside becomes part of a command',
  reason:
    'A shell takes `;`, `|`, `$()` and more for commands of their own: who writes a part of the command line runs what he likes with the rights of the program. Even without a shell, what begins with `-` is an option, and the name of a program is a program.',
  remedy:
    'Start a fixed program without a shell and pass data as arguments: `execFile(program, [argument])`, `new ProcessBuilder(program, argument)`. Take only values from a fixed list where they choose what is run.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [78],
  sources: [
    {
      title: 'OWASP OS Command Injection Defense Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html',
    },
  ],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    Runtime.getRuntime().exec("ping " + name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` runs a command with `request.getParameter("name")`, which comes from the request, through `exec`.',
      ],
      fixed: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new ProcessBuilder("ping", name).start();\n  }\n}\n',
      },
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    Runtime.getRuntime().exec("ping " + Integer.parseInt(name));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.js':
          "import { exec } from 'node:child_process';\n\nexport function show(req, res) {\n  exec('ping ' + req.query.host);\n}\n",
      },
      finds: ['src/page.js:4 `show` runs a command with `req.query.host`, which comes from the request, through `exec`.'],
      fixed: {
        'src/page.js':
          "import { execFile } from 'node:child_process';\n\nexport function show(req, res) {\n  execFile('ping', [req.query.host]);\n}\n",
      },
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.js':
          "import { execFile } from 'node:child_process';\n\nexport function show(req, res) {\n  execFile('ping', [req.query.host]);\n}\n",
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.ts':
          "import { exec } from 'node:child_process';\n\nexport function show(req, res) {\n  exec('ping ' + req.query.host);\n}\n",
      },
      finds: ['src/page.ts:4 `show` runs a command with `req.query.host`, which comes from the request, through `exec`.'],
      fixed: {
        'src/page.ts':
          "import { execFile } from 'node:child_process';\n\nexport function show(req, res) {\n  execFile('ping', [req.query.host]);\n}\n",
      },
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.ts':
          "import { execFile } from 'node:child_process';\n\nexport function show(req, res) {\n  execFile('ping', [req.query.host]);\n}\n",
      },
      finds: [],
    },
  ],
  fix: withoutShell,
  says: ({ where, data, from, sink }) => `${where} runs a command with ${data}, which comes from ${from}, through ${sink}.`,
});
