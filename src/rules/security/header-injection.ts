import { flowRule } from './flow/flow-rule.ts';

export const headerInjection = flowRule({
  id: 'security/header-injection',
  danger: 'header',
  category: 'header-injection',
  title: 'Data from outside becomes part of a header',
  reason: 'Where the server does not refuse line breaks, a line break in the data begins a header, or a whole answer, of a stranger’s own.',
  remedy: 'Take line breaks out, or encode the value.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [113],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    response.setHeader("X-Name", name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` puts `request.getParameter("name")`, which comes from the request, into a header through `response.setHeader`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    response.setHeader("X-Name", java.net.URLEncoder.encode(name, "UTF-8"));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': "export function show(req, res) {\n  res.setHeader('X-Name', req.query.name);\n}\n" },
      finds: ['src/page.js:2 `show` puts `req.query.name`, which comes from the request, into a header through `res.setHeader`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': "export function show(req, res) {\n  res.setHeader('X-Name', encodeURIComponent(req.query.name));\n}\n" },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': "export function show(req, res) {\n  res.setHeader('X-Name', req.query.name);\n}\n" },
      finds: ['src/page.ts:2 `show` puts `req.query.name`, which comes from the request, into a header through `res.setHeader`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': "export function show(req, res) {\n  res.setHeader('X-Name', encodeURIComponent(req.query.name));\n}\n" },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} puts ${data}, which comes from ${from}, into a header through ${sink}.`,
});
