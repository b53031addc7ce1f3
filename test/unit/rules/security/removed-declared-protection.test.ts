import { removedDeclaredProtection } from '../../../../src/rules/security/removed-declared-protection.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const web = (...lines: readonly string[]): string => `<web-app>\n${lines.map((line) => `  ${line}\n`).join('')}</web-app>\n`;
const constraint = (pattern: string, roles: string): string =>
  `<security-constraint><web-resource-collection><url-pattern>${pattern}</url-pattern></web-resource-collection>${roles}</security-constraint>`;
const admin = '<auth-constraint><role-name>admin</role-name></auth-constraint>';
const anyRole = '<auth-constraint><role-name>*</role-name></auth-constraint>';
const api = (root: string, operation: string): string =>
  `openapi: 3.0.3\ninfo: { title: Orders, version: 1.0.0 }\n${root}paths:\n  /orders:\n    get:\n      operationId: list\n${operation}      responses: { '200': { description: ok } }\n`;
const bearer = 'security:\n  - bearerAuth: []\n';
const page = (head: string): string => `<html>\n<head>\n${head}</head>\n<body></body>\n</html>\n`;

describe('security/removed-declared-protection', () => {
  fileCases(removedDeclaredProtection, 'src/main/webapp/WEB-INF/web.xml', [
    [
      'finds that any role will do',
      web(constraint('/admin/*', admin)),
      web(constraint('/admin/*', anyRole)),
      [`2 \`web.xml\` gives up the check who may call \`/admin/*\`: \`${admin}\` became \`${anyRole}\`.`],
    ],
    [
      'finds sessions that never end',
      web('<session-config><session-timeout>30</session-timeout></session-config>'),
      web('<session-config><session-timeout>-1</session-timeout></session-config>'),
      [
        '2 `web.xml` gives up the end of idle sessions: `<session-timeout>30</session-timeout>` became `<session-timeout>-1</session-timeout>`.',
      ],
    ],
    ['leaves alone a pattern that meets more', web(constraint('/admin/*', admin)), web(constraint('/*', admin)), []],
    [
      'leaves alone a role of another name',
      web(constraint('/admin/*', admin)),
      web(constraint('/admin/*', admin.replace('admin', 'boss'))),
      [],
    ],
    ['leaves alone a constraint that is new', web(), web(constraint('/admin/*', admin)), []],
    ['leaves alone a text that is broken', web(constraint('/admin/*', admin)), '<web-app><security-constraint>', []],
  ]);

  fileCases(removedDeclaredProtection, 'api/openapi.yaml', [
    [
      'finds an operation that asks for nothing',
      api(bearer, ''),
      api(bearer, '      security: []\n'),
      ['9 `openapi.yaml` gives up what callers of `GET /orders` have to show: `security: []`.'],
    ],
    [
      'finds an empty alternative',
      api(bearer, ''),
      api('security:\n  - bearerAuth: []\n  - {}\n', ''),
      [
        '3 `openapi.yaml` gives up what callers of every operation have to show: `security: - bearerAuth: []` became `security: - bearerAuth: [] - {}`.',
      ],
    ],
    ['leaves alone what the whole document asks for', api(bearer, '      security:\n        - bearerAuth: []\n'), api(bearer, ''), []],
    ['leaves alone other scopes', api(bearer, ''), api('security:\n  - oauth: [read]\n', ''), []],
  ]);

  fileCases(removedDeclaredProtection, 'public/index.html', [
    [
      'finds a script whose checksum is gone',
      page('<script src="https://cdn.acme.com/a.js" integrity="sha384-x" crossorigin></script>\n'),
      page('<script src="https://cdn.acme.com/a.js"></script>\n'),
      [
        '3 `index.html` gives up the checksum of `https://cdn.acme.com/a.js`: `<script src="https://cdn.acme.com/a.js" integrity="sha384-x" crossorigin>` is gone.',
      ],
    ],
    [
      'finds a frame that may do more',
      page('<iframe src="/ad" sandbox="allow-scripts"></iframe>\n'),
      page('<iframe src="/ad" sandbox="allow-scripts allow-same-origin"></iframe>\n'),
      [
        '3 `index.html` gives up the sandbox of the frame of `/ad`: `<iframe src="/ad" sandbox="allow-scripts">` became `<iframe src="/ad" sandbox="allow-scripts allow-same-origin">`.',
      ],
    ],
    [
      'leaves alone another version with a checksum of its own',
      page('<script src="https://cdn.acme.com/a-1.js" integrity="sha384-x"></script>\n'),
      page('<script src="https://cdn.acme.com/a-2.js" integrity="sha384-y"></script>\n'),
      [],
    ],
    [
      'leaves alone a script that goes as a whole',
      page('<script src="https://cdn.acme.com/a.js" integrity="sha384-x"></script>\n'),
      page(''),
      [],
    ],
  ]);

  it('leaves alone a limit that the application sets in the same change', async () => {
    const route = (filters: string): string =>
      `spring:\n  cloud:\n    gateway:\n      routes:\n        - id: orders\n          uri: lb://orders\n          filters:\n${filters}            - StripPrefix=1\n`;
    await expectFindings(
      removedDeclaredProtection,
      { 'application.yml': route('            - name: RequestRateLimiter\n'), 'src/Orders.java': 'class Orders {\n  void list() {}\n}\n' },
      { 'application.yml': route(''), 'src/Orders.java': 'class Orders {\n  @RateLimiter(name = "orders")\n  void list() {}\n}\n' },
      [],
    );
  });
});
