import assert from 'node:assert/strict';
import { commandInjection } from '../../../../src/rules/security/command-injection.ts';
import { fileCases, newFindings, reviewExample, withFixes } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `import cp, { exec } from 'node:child_process';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/command-injection in Java', () => {
  fileCases(commandInjection, 'src/main/java/Page.java', [
    [
      'finds Runtime.getRuntime().exec(new String[] { "sh", "-c", name });',
      '',
      java('Runtime.getRuntime().exec(new String[] { "sh", "-c", name });'),
      ['5 `doGet` runs a command with `request.getParameter("name")`, which comes from the request, through `exec`.'],
    ],
    [
      'finds new ProcessBuilder(words).start();',
      '',
      java(
        'java.util.List<String> words = new java.util.ArrayList<>();',
        'words.add("ping");',
        'words.add(name);',
        'new ProcessBuilder(words).start();',
      ),
      ['8 `doGet` runs a command with `request.getParameter("name")`, which comes from the request, through `ProcessBuilder`.'],
    ],
    [
      'finds builder.command("sh", "-c", name);',
      '',
      java('ProcessBuilder builder = new ProcessBuilder();', 'builder.command("sh", "-c", name);'),
      ['6 `doGet` runs a command with `request.getParameter("name")`, which comes from the request, through `builder.command`.'],
    ],
    ['is silent on Runtime.getRuntime().exec("uptime");', '', java('Runtime.getRuntime().exec("uptime");'), []],
    ['is silent on new ProcessBuilder("ls", "-l").start();', '', java('new ProcessBuilder("ls", "-l").start();'), []],
    [
      'is silent on Runtime.getRuntime().exec("ping " + name);',
      '',
      java('if (!names.contains(name)) return;', 'Runtime.getRuntime().exec("ping " + name);'),
      [],
    ],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/command-injection in ${path}`, () => {
    fileCases(commandInjection, path, [
      [
        'finds exec(`ping ${req.params.host}`);',
        '',
        script('exec(`ping ${req.params.host}`);'),
        ['4 `show` runs a command with `req.params.host`, which comes from the request, through `exec`.'],
      ],
      [
        "finds cp.spawn('sh', ['-c', 'ping ' + host]);",
        '',
        script('const { host } = req.query;', "cp.spawn('sh', ['-c', 'ping ' + host]);"),
        ['5 `show` runs a command with `req.query`, which comes from the request, through `cp.spawn`.'],
      ],
      [
        'finds ping(req.query.host);',
        '',
        script("const ping = (host) => cp.execSync('ping ' + host);", 'ping(req.query.host);'),
        ['4 `show` runs a command with `req.query.host`, which comes from the request, through `cp.execSync`.'],
      ],
      ["is silent on cp.spawn('ping', [req.query.host]);", '', script("cp.spawn('ping', [req.query.host]);"), []],
      ["is silent on exec('ping ' + Number(req.query.port));", '', script("exec('ping ' + Number(req.query.port));"), []],
      ['is silent on pattern.exec(req.query.host);', '', script('pattern.exec(req.query.host);'), []],
    ]);
  });
}

describe('what security/command-injection leaves alone and mends', () => {
  const page = (line: string): string =>
    `class Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    ${line}\n  }\n}\n`;
  const script = (names: string, line: string): string =>
    `import { ${names} } from 'node:child_process';\n\nexport function show(req, res) {\n  ${line}\n}\n`;
  const java = 'src/main/java/Page.java';
  fileCases(commandInjection, java, [
    ['leaves the argument of a program alone', '', page('new ProcessBuilder("ping", name).start();'), []],
  ]);

  for (const [name, path, before, after] of [
    [
      'parts a command at its blanks',
      java,
      page('Runtime.getRuntime().exec("convert -size " + name + " --out=" + name);'),
      page('new ProcessBuilder("convert", "-size", name, "--out=" + name).start();'),
    ],
    [
      'keeps what else is taken from the module, and the callback',
      'src/page.js',
      script('exec, spawn', 'exec(`ping -c 1 "${req.query.host}"`, done);'),
      script('execFile, spawn', "execFile('ping', ['-c', '1', req.query.host], done);"),
    ],
    [
      'mends no command that needs its shell',
      'src/page.js',
      script('exec', 'exec(`cat ${req.query.host} | wc -l`);'),
      script('exec', 'exec(`cat ${req.query.host} | wc -l`);'),
    ],
  ] as const)
    it(name, async () => {
      const result = await reviewExample(commandInjection, { base: {}, head: { [path]: before } });
      assert.equal(newFindings(result).length, 1);
      assert.deepEqual(withFixes({ [path]: before }, newFindings(result)), { [path]: after });
    });
});

describe('security/command-injection by an array', () => {
  fileCases(commandInjection, 'src/main/java/Page.java', [
    [
      'leaves the arguments of a program that is no shell alone',
      '',
      java('Runtime.getRuntime().exec(new String[] { "/usr/bin/convert", name });'),
      [],
    ],
  ]);
});
