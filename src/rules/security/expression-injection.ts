import { flowRule } from './flow/flow-rule.ts';

export const expressionInjection = flowRule({
  id: 'security/expression-injection',
  danger: 'expression',
  category: 'template-injection',
  title: 'Data from outside is evaluated as an expression',
  reason:
    'SpEL, OGNL, EL, MVEL and JEXL expressions call methods of any class: who writes one runs code on the server. A message of a validator is one too.',
  remedy: 'Evaluate only expressions of your own, with the data as variables; for SpEL use a `SimpleEvaluationContext`.',
  severity: 'error',
  confidence: 'high',
  languages: ['java'],
  cwe: [917],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    ExpressionParser parser = new SpelExpressionParser();\n    parser.parseExpression(name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` evaluates `request.getParameter("name")`, which comes from the request, as an expression through `parser.parseExpression`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    ExpressionParser parser = new SpelExpressionParser();\n    parser.parseExpression("#name").getValue(contextWith(name));\n  }\n}\n',
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} evaluates ${data}, which comes from ${from}, as an expression through ${sink}.`,
});
