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
const compose = (...lines: readonly string[]): string =>
  `services:\n  web:\n    image: web:1.2\n${lines.map((line) => `${line}\n`).join('')}`;
const ownPort = ['    ports:', "      - '127.0.0.1:5432:5432'"];
const spring = (...urls: readonly string[]): string =>
  `<b:beans xmlns="http://www.springframework.org/schema/security" xmlns:b="http://www.springframework.org/schema/beans">\n<http>\n${urls.map((each) => `<intercept-url ${each}/>\n`).join('')}</http>\n</b:beans>\n`;
const forAdmins = 'pattern="/**" access="hasRole(\'ADMIN\')"';
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

  fileCases(removedDeclaredProtection, 'api/openapi.yaml', [
    [
      'leaves alone an operation that goes, where a longer path stays',
      api('', '      security:\n        - bearerAuth: []\n').replace(
        /$/,
        "  /orders/{id}:\n    get: { responses: { '200': { description: ok } } }\n",
      ),
      api('', '').replace('/orders:', '/orders/{id}:'),
      [],
    ],
  ]);

  fileCases(removedDeclaredProtection, 'schema.graphql', [
    [
      'finds a field that anybody may ask for',
      'type User {\n  name: String\n  mail: String @auth\n}\n',
      'type User {\n  name: String\n  mail: String\n}\n',
      ['3 `schema.graphql` gives up the check who may ask for `User.mail`: `@auth` is gone.'],
    ],
    [
      'leaves alone a field that goes, where another type has one of its name',
      'type User {\n  name: String\n  mail: String @auth\n}\ninput NewUser {\n  mail: String\n}\n',
      'type User {\n  name: String\n}\ninput NewUser {\n  mail: String\n}\n',
      [],
    ],
  ]);

  fileCases(removedDeclaredProtection, 'serverless.yml', [
    [
      'leaves alone a function that goes',
      'functions:\n  get:\n    handler: a.get\n    events:\n      - http: { method: get, path: /a, authorizer: aws_iam }\n  put:\n    handler: a.put\n',
      'functions:\n  put:\n    handler: a.get\n',
      [],
    ],
  ]);

  fileCases(removedDeclaredProtection, 'compose.yaml', [
    [
      'finds a port that is open to others',
      compose(...ownPort),
      compose('    ports:', "      - '5432:5432'"),
      ["5 `compose.yaml` gives up that only its own machine reaches port 5432 of `web`: `'127.0.0.1:5432:5432'` became `'5432:5432'`."],
    ],
    ['leaves alone a port that is reached no more', compose(...ownPort), compose(), []],
    [
      'leaves alone a service that goes',
      `${compose()}  db:\n    image: db:1.2\n${ownPort.join('\n')}\nnetworks:\n  back:\n    internal: true\n`,
      compose(),
      [],
    ],
    [
      'finds a network that has a way out from then on',
      `${compose()}networks:\n  back:\n    internal: true\n`,
      `${compose()}networks:\n  back:\n    driver: bridge\n`,
      ['6 `compose.yaml` gives up that the network `back` has no way out: `internal: true` is gone.'],
    ],
  ]);

  fileCases(removedDeclaredProtection, 'src/main/resources/security.xml', [
    [
      'finds a path that is open within closed ones',
      spring(forAdmins),
      spring('pattern="/orders/**" access="permitAll"', forAdmins),
      ['3 `security.xml` gives up the check who may call `/orders/**`: `permitAll`.'],
    ],
    [
      'leaves alone what is open by its nature',
      spring(forAdmins),
      spring('pattern="/login" access="permitAll"', 'pattern="/static/**" access="permitAll"', forAdmins),
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
