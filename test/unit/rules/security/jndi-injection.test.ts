import { jndiInjection } from '../../../../src/rules/security/jndi-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private javax.naming.Context context;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/jndi-injection in Java', () => {
  fileCases(jndiInjection, 'src/main/java/Page.java', [
    [
      'finds new InitialContext().lookup(name);',
      '',
      java('new InitialContext().lookup(name);'),
      ['6 `doGet` looks up `request.getParameter("name")`, which comes from the request, through `lookup`.'],
    ],
    [
      'finds context.lookup("java:" + name);',
      '',
      java('context.lookup("java:" + name);'),
      ['6 `doGet` looks up `request.getParameter("name")`, which comes from the request, through `context.lookup`.'],
    ],
    [
      'finds JMXConnectorFactory.connect(new JMXServiceURL(name));',
      '',
      java('JMXConnectorFactory.connect(new JMXServiceURL(name));'),
      ['6 `doGet` looks up `request.getParameter("name")`, which comes from the request, through `JMXConnectorFactory.connect`.'],
    ],
    ['is silent on context.lookup("java:comp/env");', '', java('context.lookup("java:comp/env");'), []],
    ['is silent on registry.lookup(name);', '', java('registry.lookup(name);'), []],
    ['is silent on context.lookup(name);', '', java('if (!known.contains(name)) return;', 'context.lookup(name);'), []],
  ]);
});
