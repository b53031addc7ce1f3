import { flowRule } from './flow/flow-rule.ts';

export const codeInjection = flowRule({
  id: 'security/code-injection',
  danger: 'code',
  category: 'code-injection',
  title: 'Data from outside is run as code',
  reason: 'Who writes code that the program runs is the program.',
  remedy: 'Look the wanted function up in a table of your own; read data with `JSON.parse`; hand timers a function.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [94, 95],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    ScriptEngine engine = engines.getEngineByName("js");\n    engine.eval(name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` runs `request.getParameter("name")`, which comes from the request, as code through `engine.eval`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    ScriptEngine engine = engines.getEngineByName("js");\n    engine.eval("greet()");\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': "export function show(req, res) {\n  eval('(' + req.body.filter + ')');\n}\n" },
      finds: ['src/page.js:2 `show` runs `req.body.filter`, which comes from the body of the request, as code through `eval`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  JSON.parse(req.body.filter);\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': "export function show(req, res) {\n  eval('(' + req.body.filter + ')');\n}\n" },
      finds: ['src/page.ts:2 `show` runs `req.body.filter`, which comes from the body of the request, as code through `eval`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  JSON.parse(req.body.filter);\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} runs ${data}, which comes from ${from}, as code through ${sink}.`,
});
