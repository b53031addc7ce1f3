import { flowRule } from './flow/flow-rule.ts';

export const crossSiteScripting = flowRule({
  id: 'security/cross-site-scripting',
  danger: 'html',
  category: 'xss',
  title: 'Data from outside becomes part of a page unescaped',
  reason: 'A script in it runs in the name of whoever looks at the page: it reads what he sees and does what he may.',
  remedy:
    'Let a template or framework escape it, set `textContent` instead of HTML, encode it for the place where it stands, or send it as JSON.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [79],
  sources: [
    {
      title: 'OWASP Cross Site Scripting Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
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
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    response.getWriter().println("Hello " + name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` makes `request.getParameter("name")`, which comes from the request, part of a page unescaped through `println`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    response.getWriter().println("Hello " + Encode.forHtml(name));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  res.send(`Hello ${req.query.name}`);\n}\n' },
      finds: ['src/page.js:2 `show` makes `req.query.name`, which comes from the request, part of a page unescaped through `res.send`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  res.json({ hello: req.query.name });\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  res.send(`Hello ${req.query.name}`);\n}\n' },
      finds: ['src/page.ts:2 `show` makes `req.query.name`, which comes from the request, part of a page unescaped through `res.send`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  res.json({ hello: req.query.name });\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} makes ${data}, which comes from ${from}, part of a page unescaped through ${sink}.`,
});
