import { flowRule } from './flow/flow-rule.ts';

export const openRedirect = flowRule({
  id: 'security/open-redirect',
  danger: 'redirect',
  category: 'open-redirect',
  title: 'Data from outside chooses where the browser goes',
  reason:
    'A link to this site leads to another one that looks alike: people trust the name that they see. In a browser `javascript:` addresses run code as well.',
  remedy: 'Redirect to paths of your own (begin with one `/`), or choose the target from a fixed list.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [601],
  sources: [
    {
      title: 'OWASP Unvalidated Redirects and Forwards Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
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
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    response.sendRedirect(name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` sends the browser to `request.getParameter("name")`, which comes from the request, through `response.sendRedirect`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    response.sendRedirect("/orders/" + name);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  res.redirect(req.query.next);\n}\n' },
      finds: ['src/page.js:2 `show` sends the browser to `req.query.next`, which comes from the request, through `res.redirect`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': "export function show(req, res) {\n  res.redirect('/orders/' + req.query.id);\n}\n" },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  res.redirect(req.query.next);\n}\n' },
      finds: ['src/page.ts:2 `show` sends the browser to `req.query.next`, which comes from the request, through `res.redirect`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': "export function show(req, res) {\n  res.redirect('/orders/' + req.query.id);\n}\n" },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} sends the browser to ${data}, which comes from ${from}, through ${sink}.`,
});
