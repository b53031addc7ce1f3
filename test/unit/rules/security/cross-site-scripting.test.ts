import { crossSiteScripting } from '../../../../src/rules/security/cross-site-scripting.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/cross-site-scripting in Java', () => {
  fileCases(crossSiteScripting, 'src/main/java/Page.java', [
    [
      'finds response.getWriter().write("<p>" + name);',
      '',
      java('response.getWriter().write("<p>" + name);'),
      ['5 `doGet` makes `request.getParameter("name")`, which comes from the request, part of a page unescaped through `write`.'],
    ],
    [
      'finds out.println(name);',
      '',
      java('java.io.PrintWriter out = response.getWriter();', 'out.println(name);'),
      ['6 `doGet` makes `request.getParameter("name")`, which comes from the request, part of a page unescaped through `out.println`.'],
    ],
    [
      'finds response.getWriter().printf("Hello %s", name);',
      '',
      java('response.getWriter().printf("Hello %s", name);'),
      ['5 `doGet` makes `request.getParameter("name")`, which comes from the request, part of a page unescaped through `printf`.'],
    ],
    ['is silent on response.getWriter().write("<p>");', '', java('response.getWriter().write("<p>");'), []],
    [
      'is silent on response.getWriter().write(name);',
      '',
      java('response.setContentType("application/json");', 'response.getWriter().write(name);'),
      [],
    ],
    [
      'is silent on response.getWriter().write(HtmlUtils.htmlEscape(name));',
      '',
      java('response.getWriter().write(HtmlUtils.htmlEscape(name));'),
      [],
    ],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/cross-site-scripting in ${path}`, () => {
    fileCases(crossSiteScripting, path, [
      [
        "finds res.send('Hello ' + req.query.name);",
        '',
        script("res.send('Hello ' + req.query.name);"),
        ['2 `show` makes `req.query.name`, which comes from the request, part of a page unescaped through `res.send`.'],
      ],
      [
        'finds document.body.innerHTML = location.hash;',
        '',
        script('document.body.innerHTML = location.hash;'),
        ['2 `show` makes `location.hash`, which comes from the address, part of a page unescaped through `document.body.innerHTML`.'],
      ],
      [
        'finds res.status(404).send(`no ${req.params.id}`);',
        '',
        script('res.status(404).send(`no ${req.params.id}`);'),
        ['2 `show` makes `req.params.id`, which comes from the request, part of a page unescaped through `send`.'],
      ],
      ['is silent on res.json({ name: req.query.name });', '', script('res.json({ name: req.query.name });'), []],
      ["is silent on res.type('text/plain').send(req.query.name);", '', script("res.type('text/plain').send(req.query.name);"), []],
      ['is silent on document.body.textContent = location.hash;', '', script('document.body.textContent = location.hash;'), []],
    ]);
  });
}
