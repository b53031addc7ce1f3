import { formatStringFromOutside } from '../../../../src/rules/security/format-string-from-outside.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `import util from 'node:util';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/format-string-from-outside in Java', () => {
  fileCases(formatStringFromOutside, 'src/main/java/Page.java', [
    [
      'finds String.format(name, 1);',
      '',
      java('String.format(name, 1);'),
      ['5 `doGet` takes `request.getParameter("name")`, which comes from the request, for a format through `String.format`.'],
    ],
    [
      'finds String.format("a" + name, 1);',
      '',
      java('String.format("a" + name, 1);'),
      ['5 `doGet` takes `request.getParameter("name")`, which comes from the request, for a format through `String.format`.'],
    ],
    [
      'finds response.getWriter().printf(name);',
      '',
      java('response.getWriter().printf(name);'),
      ['5 `doGet` takes `request.getParameter("name")`, which comes from the request, for a format through `printf`.'],
    ],
    ['is silent on String.format("%s", name);', '', java('String.format("%s", name);'), []],
    ['is silent on response.getWriter().printf("%s", name);', '', java('response.getWriter().printf("%s", name);'), []],
    ['is silent on format(name, 1);', '', java('format(name, 1);'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/format-string-from-outside in ${path}`, () => {
    fileCases(formatStringFromOutside, path, [
      [
        'finds console.log(req.query.f, 1);',
        '',
        script('console.log(req.query.f, 1);'),
        ['4 `show` takes `req.query.f`, which comes from the request, for a format through `console.log`.'],
      ],
      [
        "finds util.format('a' + req.query.f, 1);",
        '',
        script("util.format('a' + req.query.f, 1);"),
        ['4 `show` takes `req.query.f`, which comes from the request, for a format through `util.format`.'],
      ],
      [
        'finds console.error(f, 1);',
        '',
        script('const f = req.query.f;', 'console.error(f, 1);'),
        ['5 `show` takes `req.query.f`, which comes from the request, for a format through `console.error`.'],
      ],
      ["is silent on console.log('%s', req.query.f);", '', script("console.log('%s', req.query.f);"), []],
      ["is silent on util.format('%s', req.query.f);", '', script("util.format('%s', req.query.f);"), []],
      ['is silent on console.log(req.query.f);', '', script('console.log(req.query.f);'), []],
    ]);
  });
}
