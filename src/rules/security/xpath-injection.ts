import { flowRule } from './flow/flow-rule.ts';

export const xpathInjection = flowRule({
  id: 'security/xpath-injection',
  danger: 'xpath',
  category: 'xpath-injection',
  title: 'Data from outside becomes part of an XPath expression',
  reason:
    'A quote in the data ends the text in the expression, and what follows is expression: who writes it reads other nodes, or passes a check that compares passwords.',
  remedy: 'Bind the value to a variable of the expression (`setXPathVariableResolver`), or take only characters that cannot end the text.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [643],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    javax.xml.xpath.XPath xpath = null;\n    xpath.evaluate("/users/user[@name=\'" + name + "\']", document);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` evaluates an XPath expression with `request.getParameter("name")`, which comes from the request, through `xpath.evaluate`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    javax.xml.xpath.XPath xpath = null;\n    xpath.evaluate("/users/user[@name=$name]", document);\n  }\n}\n',
      },
      finds: [],
    },
    ...['src/page.ts', 'src/page.js'].flatMap((path) => [
      {
        name: 'it arrives there as it came',
        base: {},
        head: {
          [path]:
            "import xpath from 'xpath';\n\nexport function show(req, res) {\n  res.json(xpath.select(`//user[@name='${req.query.name}']`, document));\n}\n",
        },
        finds: [
          `${path}:4 \`show\` evaluates an XPath expression with \`req.query.name\`, which comes from the request, through \`xpath.select\`.`,
        ],
      },
      {
        name: 'it was made harmless',
        base: {},
        head: {
          [path]:
            "import xpath from 'xpath';\n\nconst find = xpath.parse('//user[@name=$name]');\n\nexport function show(req, res) {\n  res.json(find.select({ node: document, variables: { name: req.query.name } }));\n}\n",
        },
        finds: [],
      },
    ]),
  ],
  says: ({ where, data, from, sink }) => `${where} evaluates an XPath expression with ${data}, which comes from ${from}, through ${sink}.`,
});
