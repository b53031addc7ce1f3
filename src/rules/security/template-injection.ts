import { flowRule } from './flow/flow-rule.ts';

export const templateInjection = flowRule({
  id: 'security/template-injection',
  danger: 'template',
  category: 'template-injection',
  title: 'Data from outside is taken for a template',
  reason: 'Templates call methods and read what the program holds: who writes one runs code on the server or reads its secrets.',
  remedy: 'Render a fixed template and pass data as its values.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [1336],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    TemplateEngine engine = new TemplateEngine();\n    engine.process("Hello " + name, model);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` renders `request.getParameter("name")`, which comes from the request, as a template through `engine.process`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    TemplateEngine engine = new TemplateEngine();\n    engine.process("hello", modelWith(name));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.js':
          "import ejs from 'ejs';\n\nexport function show(req, res) {\n  res.send(ejs.render('Hello ' + req.query.name));\n}\n",
      },
      finds: ['src/page.js:4 `show` renders `req.query.name`, which comes from the request, as a template through `ejs.render`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.js':
          "import ejs from 'ejs';\n\nexport function show(req, res) {\n  res.send(ejs.render('Hello <%= name %>', { name: String(req.query.name) }));\n}\n",
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.ts':
          "import ejs from 'ejs';\n\nexport function show(req, res) {\n  res.send(ejs.render('Hello ' + req.query.name));\n}\n",
      },
      finds: ['src/page.ts:4 `show` renders `req.query.name`, which comes from the request, as a template through `ejs.render`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.ts':
          "import ejs from 'ejs';\n\nexport function show(req, res) {\n  res.send(ejs.render('Hello <%= name %>', { name: String(req.query.name) }));\n}\n",
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} renders ${data}, which comes from ${from}, as a template through ${sink}.`,
});
