import { headerInjection } from '../../../../src/rules/security/header-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/header-injection in Java', () => {
  fileCases(headerInjection, 'src/main/java/Page.java', [
    [
      'finds response.setHeader("X-A", name);',
      '',
      java('response.setHeader("X-A", name);'),
      ['5 `doGet` puts `request.getParameter("name")`, which comes from the request, into a header through `response.setHeader`.'],
    ],
    [
      'finds response.addHeader("X-A", "a" + name);',
      '',
      java('response.addHeader("X-A", "a" + name);'),
      ['5 `doGet` puts `request.getParameter("name")`, which comes from the request, into a header through `response.addHeader`.'],
    ],
    [
      'finds Cookie cookie = new Cookie("name", name);',
      '',
      java('Cookie cookie = new Cookie("name", name);'),
      ['5 `doGet` puts `request.getParameter("name")`, which comes from the request, into a header through `Cookie`.'],
    ],
    ['is silent on response.setHeader("X-A", "a");', '', java('response.setHeader("X-A", "a");'), []],
    [
      'is silent on response.setHeader("X-A", java.net.URLEncoder.encode(name, "UTF-8"));',
      '',
      java('response.setHeader("X-A", java.net.URLEncoder.encode(name, "UTF-8"));'),
      [],
    ],
    [
      'is silent on response.setHeader("X-A", name.replaceAll("[\\\\r\\\\n]", ""));',
      '',
      java('response.setHeader("X-A", name.replaceAll("[\\\\r\\\\n]", ""));'),
      [],
    ],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/header-injection in ${path}`, () => {
    fileCases(headerInjection, path, [
      [
        "finds res.setHeader('X-A', req.query.a);",
        '',
        script("res.setHeader('X-A', req.query.a);"),
        ['2 `show` puts `req.query.a`, which comes from the request, into a header through `res.setHeader`.'],
      ],
      [
        "finds res.set('X-A', `a${req.query.a}`);",
        '',
        script("res.set('X-A', `a${req.query.a}`);"),
        ['2 `show` puts `req.query.a`, which comes from the request, into a header through `res.set`.'],
      ],
      [
        "finds res.header(req.query.name, 'a');",
        '',
        script("res.header(req.query.name, 'a');"),
        ['2 `show` puts `req.query.name`, which comes from the request, into a header through `res.header`.'],
      ],
      ["is silent on res.setHeader('X-A', 'a');", '', script("res.setHeader('X-A', 'a');"), []],
      [
        "is silent on res.setHeader('X-A', encodeURIComponent(req.query.a));",
        '',
        script("res.setHeader('X-A', encodeURIComponent(req.query.a));"),
        [],
      ],
      ["is silent on settings.set('a', req.query.a);", '', script("settings.set('a', req.query.a);"), []],
    ]);
  });
}
