import { flowRule } from './flow/flow-rule.ts';

export const stylesheetInjection = flowRule({
  id: 'security/stylesheet-injection',
  danger: 'stylesheet',
  category: 'code-injection',
  title: 'Data from outside becomes a style sheet that is run',
  reason: 'XSLT calls methods of any class: who writes a style sheet runs code on the server.',
  remedy: 'Transform with style sheets of your own; pass data as parameters; switch on secure processing.',
  severity: 'error',
  confidence: 'high',
  languages: ['java'],
  cwe: [74],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    Transformer transformer = factory.newTransformer(new StreamSource(new StringReader(name)));\n    transformer.transform(source, result);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` runs a style sheet made of `request.getParameter("name")`, which comes from the request, through `transformer.transform`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    Transformer transformer = factory.newTransformer(new StreamSource("orders.xsl"));\n    transformer.setParameter("name", name);\n    transformer.transform(source, result);\n  }\n}\n',
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} runs a style sheet made of ${data}, which comes from ${from}, through ${sink}.`,
});
