import { trustBoundaryViolation } from '../../../../src/rules/security/trust-boundary-violation.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/trust-boundary-violation in Java', () => {
  fileCases(trustBoundaryViolation, 'src/main/java/Page.java', [
    [
      'finds request.getSession().setAttribute("user", name);',
      '',
      java('request.getSession().setAttribute("user", name);'),
      ['5 `doGet` keeps `request.getParameter("name")`, which comes from the request, in the session through `setAttribute`.'],
    ],
    [
      'finds session.putValue("user", name);',
      '',
      java('HttpSession session = request.getSession();', 'session.putValue("user", name);'),
      ['6 `doGet` keeps `request.getParameter("name")`, which comes from the request, in the session through `session.putValue`.'],
    ],
    [
      'finds request.getSession(true).setAttribute(name, "a");',
      '',
      java('request.getSession(true).setAttribute(name, "a");'),
      ['5 `doGet` keeps `request.getParameter("name")`, which comes from the request, in the session through `setAttribute`.'],
    ],
    ['is silent on request.getSession().setAttribute("user", "a");', '', java('request.getSession().setAttribute("user", "a");'), []],
    ['is silent on request.setAttribute("user", name);', '', java('request.setAttribute("user", name);'), []],
    [
      'is silent on request.getSession().setAttribute("count", Integer.parseInt(name));',
      '',
      java('request.getSession().setAttribute("count", Integer.parseInt(name));'),
      [],
    ],
  ]);
});
