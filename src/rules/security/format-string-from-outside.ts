import { flowRule } from './flow/flow-rule.ts';

export const formatStringFromOutside = flowRule({
  id: 'security/format-string-from-outside',
  danger: 'format',
  category: 'format-string',
  title: 'Data from outside is taken for a format',
  reason: 'Its placeholders take the values that follow, or fail where there are none: who writes it garbles or hides what is written.',
  remedy: 'Use a fixed format and pass data as a value: `console.log("%s", data)`.',
  severity: 'note',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [134],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    String.format(name, total);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` takes `request.getParameter("name")`, which comes from the request, for a format through `String.format`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    String.format("%s %d", name, total);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  console.log(req.query.name, total);\n}\n' },
      finds: ['src/page.js:2 `show` takes `req.query.name`, which comes from the request, for a format through `console.log`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': "export function show(req, res) {\n  console.log('%s', req.query.name, total);\n}\n" },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  console.log(req.query.name, total);\n}\n' },
      finds: ['src/page.ts:2 `show` takes `req.query.name`, which comes from the request, for a format through `console.log`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': "export function show(req, res) {\n  console.log('%s', req.query.name, total);\n}\n" },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} takes ${data}, which comes from ${from}, for a format through ${sink}.`,
});
