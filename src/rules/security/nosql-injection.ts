import { flowRule } from './flow/flow-rule.ts';

export const nosqlInjection = flowRule({
  id: 'security/nosql-injection',
  danger: 'nosql',
  category: 'nosql-injection',
  title: 'A query object is made of a request',
  reason:
    'What a request brings may be an object instead of a text: `{"$ne": null}` in place of a password meets every document, and `$where` runs code in the database.',
  remedy: 'Make each value a text or number first (`String(value)`), or check the request against a schema, before it goes into a query.',
  severity: 'error',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [943],
  sources: [
    {
      title: 'OWASP Injection Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    collection.find(new BasicQuery("{ name: \'" + name + "\' }"));\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` queries the database with `request.getParameter("name")`, which comes from the request and may be an object with operators, through `BasicQuery`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    collection.find(Filters.eq("name", name));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  users.findOne({ name: req.body.name });\n}\n' },
      finds: [
        'src/page.js:2 `show` queries the database with `req.body.name`, which comes from the body of the request and may be an object with operators, through `users.findOne`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  users.findOne({ name: String(req.body.name) });\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  users.findOne({ name: req.body.name });\n}\n' },
      finds: [
        'src/page.ts:2 `show` queries the database with `req.body.name`, which comes from the body of the request and may be an object with operators, through `users.findOne`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  users.findOne({ name: String(req.body.name) });\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) =>
    `${where} queries the database with ${data}, which comes from ${from} and may be an object with operators, through ${sink}.`,
});
