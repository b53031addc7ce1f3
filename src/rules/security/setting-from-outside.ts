import { flowRule } from './flow/flow-rule.ts';

const servlet = (line: string): string =>
  `import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    ${line}\n  }\n}\n`;

export const settingFromOutside = flowRule({
  id: 'security/setting-from-outside',
  danger: 'setting',
  category: 'misconfig',
  title: 'Data from outside changes a setting of the program',
  reason:
    'A setting holds for the whole program and for all its users: who chooses it chooses the catalog, the proxy or the trust store of everybody.',
  remedy: 'Choose among known values by the data, and set one of those.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java'],
  cwe: [15],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java': servlet('connection.setCatalog(request.getParameter("customer"));').replace(
          'class Page extends HttpServlet {',
          'class Page extends HttpServlet {\n  private java.sql.Connection connection;\n',
        ),
      },
      finds: [
        'src/main/java/Page.java:7 `doGet` sets what `request.getParameter("customer")`, which comes from the request, says through `connection.setCatalog`.',
      ],
    },
    {
      name: 'the value is a known one',
      base: {},
      head: { 'src/main/java/Page.java': servlet('System.setProperty("mode", "b".equals(request.getParameter("mode")) ? "b" : "a");') },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} sets what ${data}, which comes from ${from}, says through ${sink}.`,
});
