import { flowRule } from './flow/flow-rule.ts';

export const ldapInjection = flowRule({
  id: 'security/ldap-injection',
  danger: 'ldap',
  category: 'ldap-injection',
  title: 'Data from outside becomes part of an LDAP search',
  reason:
    'In a filter `*`, `(` and `)` are its grammar: who writes a part of it meets other entries, or all of them, and logs in as someone else.',
  remedy: 'Pass values as arguments of the filter (`"(uid={0})"`), or encode them for filters and names with the library’s own function.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [90],
  sources: [
    {
      title: 'OWASP LDAP Injection Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
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
          'import javax.naming.directory.DirContext;\nimport javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  DirContext context() { return null; }\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    DirContext context = context();\n    context.search("ou=people", "(uid=" + name + ")", controls);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:9 `doGet` searches a directory with `request.getParameter("name")`, which comes from the request, through `context.search`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    DirContext context = null;\n    context.search("ou=people", "(uid={0})", new Object[] { name }, controls);\n  }\n}\n',
      },
      finds: [],
    },
    ...['src/page.ts', 'src/page.js'].flatMap((path) => [
      {
        name: 'it arrives there as it came',
        base: {},
        head: {
          [path]:
            "import ldap from 'ldapjs';\n\nconst client = ldap.createClient({ url });\n\nexport function show(req, res) {\n  client.search('ou=people', { filter: `(uid=${req.query.name})` }, done);\n}\n",
        },
        finds: [
          `${path}:6 \`show\` searches a directory with \`req.query.name\`, which comes from the request, through \`client.search\`.`,
        ],
      },
      {
        name: 'it was made harmless',
        base: {},
        head: {
          [path]:
            "import ldap from 'ldapjs';\n\nconst client = ldap.createClient({ url });\n\nexport function show(req, res) {\n  client.search('ou=people', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.query.name }) }, done);\n}\n",
        },
        finds: [],
      },
    ]),
  ],
  says: ({ where, data, from, sink }) => `${where} searches a directory with ${data}, which comes from ${from}, through ${sink}.`,
});
