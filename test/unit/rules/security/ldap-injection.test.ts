import { ldapInjection } from '../../../../src/rules/security/ldap-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private javax.naming.directory.DirContext context;\n  private org.springframework.ldap.core.LdapTemplate template;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/ldap-injection in Java', () => {
  fileCases(ldapInjection, 'src/main/java/Page.java', [
    [
      'finds context.search("ou=" + name, "(uid=1)", controls);',
      '',
      java('context.search("ou=" + name, "(uid=1)", controls);'),
      ['7 `doGet` searches a directory with `request.getParameter("name")`, which comes from the request, through `context.search`.'],
    ],
    [
      'finds context.search("ou=people", filter, controls);',
      '',
      java('String filter = "(uid=" + name + ")";', 'context.search("ou=people", filter, controls);'),
      ['8 `doGet` searches a directory with `request.getParameter("name")`, which comes from the request, through `context.search`.'],
    ],
    [
      'finds template.search("", String.format("(uid=%s)", name), mapper);',
      '',
      java('template.search("", String.format("(uid=%s)", name), mapper);'),
      ['7 `doGet` searches a directory with `request.getParameter("name")`, which comes from the request, through `template.search`.'],
    ],
    [
      'is silent on context.search("ou=people", "(uid={0})", new Object[] { name }, controls);',
      '',
      java('context.search("ou=people", "(uid={0})", new Object[] { name }, controls);'),
      [],
    ],
    [
      'is silent on context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(name) + ")", controls);',
      '',
      java('context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(name) + ")", controls);'),
      [],
    ],
    [
      'is silent on context.search("ou=people", "(uid=root)", controls);',
      '',
      java('context.search("ou=people", "(uid=root)", controls);'),
      [],
    ],
  ]);
});
