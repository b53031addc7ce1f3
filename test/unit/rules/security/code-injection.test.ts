import { codeInjection } from '../../../../src/rules/security/code-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private javax.script.ScriptEngine engine;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/code-injection in Java', () => {
  fileCases(codeInjection, 'src/main/java/Page.java', [
    [
      'finds engine.eval(name);',
      '',
      java('engine.eval(name);'),
      ['6 `doGet` runs `request.getParameter("name")`, which comes from the request, as code through `engine.eval`.'],
    ],
    [
      'finds new groovy.lang.GroovyShell().evaluate("x = " + name);',
      '',
      java('new groovy.lang.GroovyShell().evaluate("x = " + name);'),
      ['6 `doGet` runs `request.getParameter("name")`, which comes from the request, as code through `evaluate`.'],
    ],
    [
      'finds Class.forName("com.acme." + name);',
      '',
      java('Class.forName("com.acme." + name);'),
      ['6 `doGet` runs `request.getParameter("name")`, which comes from the request, as code through `Class.forName`.'],
    ],
    ['is silent on engine.eval("1 + 1");', '', java('engine.eval("1 + 1");'), []],
    ['is silent on Class.forName("com.acme.Order");', '', java('Class.forName("com.acme.Order");'), []],
    ['is silent on engine.put("name", name);', '', java('engine.put("name", name);'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/code-injection in ${path}`, () => {
    fileCases(codeInjection, path, [
      [
        'finds eval(req.query.code);',
        '',
        script('eval(req.query.code);'),
        ['2 `show` runs `req.query.code`, which comes from the request, as code through `eval`.'],
      ],
      [
        "finds new Function('x', 'return ' + req.body.formula);",
        '',
        script("new Function('x', 'return ' + req.body.formula);"),
        ['2 `show` runs `req.body.formula`, which comes from the body of the request, as code through `Function`.'],
      ],
      [
        "finds setTimeout('show(' + req.query.id + ')', 10);",
        '',
        script("setTimeout('show(' + req.query.id + ')', 10);"),
        ['2 `show` runs `req.query.id`, which comes from the request, as code through `setTimeout`.'],
      ],
      ["is silent on eval('1 + 1');", '', script("eval('1 + 1');"), []],
      ['is silent on setTimeout(() => show(req.query.id), 10);', '', script('setTimeout(() => show(req.query.id), 10);'), []],
      ["is silent on eval('(' + Number(req.query.n) + ')');", '', script("eval('(' + Number(req.query.n) + ')');"), []],
    ]);
  });
}
