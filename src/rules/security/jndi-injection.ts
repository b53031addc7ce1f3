import { flowRule } from './flow/flow-rule.ts';

export const jndiInjection = flowRule({
  id: 'security/jndi-injection',
  danger: 'lookup',
  category: 'code-injection',
  title: 'Data from outside chooses what JNDI looks up',
  reason: 'A name such as `ldap://host/object` makes the program load an object, and with it code, from a host that a stranger chose.',
  remedy: 'Look up fixed names only, or take the name from a list.',
  severity: 'error',
  confidence: 'high',
  languages: ['java'],
  cwe: [74],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    InitialContext context = new InitialContext();\n    context.lookup(name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` looks up `request.getParameter("name")`, which comes from the request, through `context.lookup`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    InitialContext context = new InitialContext();\n    context.lookup("java:comp/env/jdbc/main");\n  }\n}\n',
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} looks up ${data}, which comes from ${from}, through ${sink}.`,
});
