import assert from 'node:assert/strict';
import { computedCode } from '../../../../src/rules/security/computed-code.ts';
import { fileCases, reviewExample } from '../rule-cases.ts';

const found = (line: number, where: string, code: string, runner: string): string =>
  `${line} \`${where}\` runs \`${code}\` as code by \`${runner}\`: whoever writes it is the program.`;

describe('security/computed-code in Java', () => {
  const java = (...lines: readonly string[]): string =>
    `class Rules {\n  Object apply(String rule, ScriptEngine engine) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
  fileCases(computedCode, 'src/main/java/Rules.java', [
    [
      'finds a script of a file that is named',
      '',
      java('GroovyShell shell = new GroovyShell();', 'return shell.parse(new File(rule));'),
      [found(4, 'apply', 'new File(rule)', 'GroovyShell.parse')],
    ],
    [
      'finds a script engine',
      '',
      java('return engine.eval("f(" + rule + ")");'),
      [found(3, 'apply', '"f(" + rule + ")"', 'ScriptEngine.eval')],
    ],
    [
      'finds an expression of Spring',
      '',
      java('ExpressionParser parser = new SpelExpressionParser();', 'return parser.parseExpression(rule).getValue();'),
      [found(4, 'apply', 'rule', 'ExpressionParser.parseExpression')],
    ],
    ['leaves a script of the program alone', '', java('return engine.eval("1 + 1");'), []],
    ['leaves a constant alone', '', java('final String script = "a";', 'return engine.eval(script + ".b");'), []],
    ['leaves another evaluation alone', '', java('return this.table.evaluate(rule);'), []],
  ]);

  for (const [type, confidence] of [
    ['SpelResolver', 'low'],
    ['DefaultScriptEvaluator', 'low'],
    ['Rules', 'medium'],
  ] as const)
    it(`is of ${confidence} confidence in a type called ${type}`, async () => {
      const head = { [`src/main/java/${type}.java`]: java('return engine.eval(rule);').replace('class Rules', `class ${type}`) };
      const { findings } = await reviewExample(computedCode, { base: {}, head });
      assert.deepEqual(
        findings.map((each) => each.confidence),
        [confidence],
      );
    });
});

for (const path of ['src/rules.ts', 'src/rules.js']) {
  describe(`security/computed-code in ${path}`, () => {
    fileCases(computedCode, path, [
      [
        'finds a function made of text',
        '',
        'export function make(body) {\n  return new Function("a", body);\n}\n',
        [found(2, 'make', 'body', 'new Function')],
      ],
      [
        'finds a script in a context',
        '',
        "import vm from 'node:vm';\nexport function run(script, context) {\n  return vm.runInNewContext(script, context);\n}\n",
        [found(3, 'run', 'script', 'vm.runInNewContext')],
      ],
      [
        'finds a part of what is handed over',
        '',
        'export function run(options) {\n  return eval(options.script);\n}\n',
        [found(2, 'run', 'options.script', 'eval')],
      ],
      [
        'finds a text that nothing makes',
        '',
        'eval(settings);\n',
        [found(1, 'module', 'settings', 'eval').replace('`module`', 'This module')],
      ],
      [
        'finds a box that does not hold',
        '',
        "import { VM } from 'vm2';\nexport function run(script) {\n  const box = new VM();\n  return box.run(script);\n}\n",
        [found(4, 'run', 'script', 'vm2.VM().run')],
      ],
      [
        'finds a script of a page',
        '',
        'export const load = (page, url) => page.evaluate(`fetch(${url})`);\n',
        [found(1, 'load', "'fetch(${url})'", 'page.evaluate')],
      ],
      ['leaves a function that a page runs alone', '', 'export const load = (page, url) => page.evaluate((at) => fetch(at), url);\n', []],
      ['leaves a text of the program alone', '', "const text = '1 + 1';\nexport const two = () => eval(text);\n", []],
      ['leaves a function alone', '', 'export function run(page, text) {\n  return page.eval(text);\n}\n', []],
      [
        'leaves what the program makes for itself alone',
        '',
        'export function run() {\n  const names = list();\n  return new Function(names.join());\n}\n',
        [],
      ],
    ]);
  });
}
