import { flowRule } from './flow/flow-rule.ts';

export const regexInjection = flowRule({
  id: 'security/regex-injection',
  danger: 'regex',
  category: 'redos',
  title: 'Data from outside is taken for a regular expression',
  reason:
    'Some expressions take longer than anyone waits: who writes one holds up the program. Where the expression decides what is let through, he decides it.',
  remedy: 'Escape the data before it becomes part of an expression (`Pattern.quote`, `RegExp.escape`), or compare texts.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [730, 400],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    java.util.regex.Pattern.compile(name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` takes `request.getParameter("name")`, which comes from the request, for a regular expression through `java.util.regex.Pattern.compile`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(name));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  new RegExp(req.query.pattern);\n}\n' },
      finds: ['src/page.js:2 `show` takes `req.query.pattern`, which comes from the request, for a regular expression through `RegExp`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  new RegExp(escapeRegExp(req.query.pattern));\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  new RegExp(req.query.pattern);\n}\n' },
      finds: ['src/page.ts:2 `show` takes `req.query.pattern`, which comes from the request, for a regular expression through `RegExp`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  new RegExp(escapeRegExp(req.query.pattern));\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} takes ${data}, which comes from ${from}, for a regular expression through ${sink}.`,
});
