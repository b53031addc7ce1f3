import { regexInjection } from '../../../../src/rules/security/regex-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/regex-injection in Java', () => {
  fileCases(regexInjection, 'src/main/java/Page.java', [
    [
      'finds java.util.regex.Pattern.compile("^" + name);',
      '',
      java('java.util.regex.Pattern.compile("^" + name);'),
      [
        '5 `doGet` takes `request.getParameter("name")`, which comes from the request, for a regular expression through `java.util.regex.Pattern.compile`.',
      ],
    ],
    [
      'finds java.util.regex.Pattern.matches(name, text);',
      '',
      java('java.util.regex.Pattern.matches(name, text);'),
      [
        '5 `doGet` takes `request.getParameter("name")`, which comes from the request, for a regular expression through `java.util.regex.Pattern.matches`.',
      ],
    ],
    [
      'finds java.util.regex.Pattern.compile(pattern);',
      '',
      java('String pattern = ".*" + name;', 'java.util.regex.Pattern.compile(pattern);'),
      [
        '6 `doGet` takes `request.getParameter("name")`, which comes from the request, for a regular expression through `java.util.regex.Pattern.compile`.',
      ],
    ],
    ['is silent on java.util.regex.Pattern.compile("a+");', '', java('java.util.regex.Pattern.compile("a+");'), []],
    [
      'is silent on java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(name));',
      '',
      java('java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(name));'),
      [],
    ],
    ['is silent on java.util.regex.Pattern.matches("a+", name);', '', java('java.util.regex.Pattern.matches("a+", name);'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/regex-injection in ${path}`, () => {
    fileCases(regexInjection, path, [
      [
        'finds new RegExp(req.query.q);',
        '',
        script('new RegExp(req.query.q);'),
        ['2 `show` takes `req.query.q`, which comes from the request, for a regular expression through `RegExp`.'],
      ],
      [
        "finds new RegExp(start, 'i');",
        '',
        script("const start = '^' + req.query.q;", "new RegExp(start, 'i');"),
        ['3 `show` takes `req.query.q`, which comes from the request, for a regular expression through `RegExp`.'],
      ],
      [
        'finds text.match(req.query.q);',
        '',
        script('text.match(req.query.q);'),
        ['2 `show` takes `req.query.q`, which comes from the request, for a regular expression through `text.match`.'],
      ],
      ["is silent on new RegExp('a+');", '', script("new RegExp('a+');"), []],
      ['is silent on new RegExp(escapeRegExp(req.query.q));', '', script('new RegExp(escapeRegExp(req.query.q));'), []],
      ['is silent on /a+/.test(req.query.q);', '', script('/a+/.test(req.query.q);'), []],
    ]);
  });
}
