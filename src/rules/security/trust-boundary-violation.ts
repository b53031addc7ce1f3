import { flowRule } from './flow/flow-rule.ts';

export const trustBoundaryViolation = flowRule({
  id: 'security/trust-boundary-violation',
  danger: 'session',
  category: 'trust-boundary',
  title: 'Data from outside is kept in the session unchecked',
  reason: 'What is in the session is taken for checked by the code that reads it later.',
  remedy: 'Check the value before it is kept, and keep it under a fixed name.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java'],
  cwe: [501],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    request.getSession().setAttribute("user", name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` keeps `request.getParameter("name")`, which comes from the request, in the session through `setAttribute`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    if (!known.contains(name)) return;\n    request.getSession().setAttribute("user", name);\n  }\n}\n',
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} keeps ${data}, which comes from ${from}, in the session through ${sink}.`,
});
