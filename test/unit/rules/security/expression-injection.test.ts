import { expressionInjection } from '../../../../src/rules/security/expression-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private org.springframework.expression.ExpressionParser parser;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/expression-injection in Java', () => {
  fileCases(expressionInjection, 'src/main/java/Page.java', [
    [
      'finds parser.parseExpression(name);',
      '',
      java('parser.parseExpression(name);'),
      [
        '6 `doGet` evaluates `request.getParameter("name")`, which comes from the request, as an expression through `parser.parseExpression`.',
      ],
    ],
    [
      'finds Ognl.getValue(name, root);',
      '',
      java('Ognl.getValue(name, root);'),
      ['6 `doGet` evaluates `request.getParameter("name")`, which comes from the request, as an expression through `Ognl.getValue`.'],
    ],
    [
      'finds MVEL.eval("order." + name);',
      '',
      java('MVEL.eval("order." + name);'),
      ['6 `doGet` evaluates `request.getParameter("name")`, which comes from the request, as an expression through `MVEL.eval`.'],
    ],
    ['is silent on parser.parseExpression("order.total");', '', java('parser.parseExpression("order.total");'), []],
    ['is silent on Ognl.getValue("total", name);', '', java('Ognl.getValue("total", name);'), []],
    ['is silent on MVEL.eval("order.total", variablesWith(name));', '', java('MVEL.eval("order.total", variablesWith(name));'), []],
  ]);
});
