import { xpathInjection } from '../../../../src/rules/security/xpath-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private javax.xml.xpath.XPath xpath;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/xpath-injection in Java', () => {
  fileCases(xpathInjection, 'src/main/java/Page.java', [
    [
      'finds xpath.evaluate("//user[@name=\'" + name + "\']", document);',
      '',
      java('xpath.evaluate("//user[@name=\'" + name + "\']", document);'),
      [
        '6 `doGet` evaluates an XPath expression with `request.getParameter("name")`, which comes from the request, through `xpath.evaluate`.',
      ],
    ],
    [
      'finds xpath.compile(query);',
      '',
      java('String query = "//user[@id=" + name + "]";', 'xpath.compile(query);'),
      [
        '7 `doGet` evaluates an XPath expression with `request.getParameter("name")`, which comes from the request, through `xpath.compile`.',
      ],
    ],
    [
      'finds document.selectNodes("//user[@name=\'" + name + "\']");',
      '',
      java('document.selectNodes("//user[@name=\'" + name + "\']");'),
      [
        '6 `doGet` evaluates an XPath expression with `request.getParameter("name")`, which comes from the request, through `document.selectNodes`.',
      ],
    ],
    ['is silent on xpath.evaluate("//user", document);', '', java('xpath.evaluate("//user", document);'), []],
    [
      'is silent on xpath.evaluate("//user[@id=" + Integer.parseInt(name) + "]", document);',
      '',
      java('xpath.evaluate("//user[@id=" + Integer.parseInt(name) + "]", document);'),
      [],
    ],
    ['is silent on xpath.evaluate("//user[@name=$name]", document);', '', java('xpath.evaluate("//user[@name=$name]", document);'), []],
  ]);
});
