import { disabledCsrfProtection } from '../../../../src/rules/security/disabled-csrf-protection.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/disabled-csrf-protection in Java', () => {
  fileCases(disabledCsrfProtection, 'src/main/java/A.java', [
    [
      'finds the old way',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.csrf().disable().formLogin();\n  }\n}\n',
      ['3 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
    ],
    [
      'finds a lambda',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.csrf(c -> c.disable());\n  }\n}\n',
      ['3 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
    ],
    [
      'finds a reference',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.csrf(AbstractHttpConfigurer::disable).formLogin(withDefaults());\n  }\n}\n',
      ['3 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
    ],
    [
      'leaves the default alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.csrf(withDefaults());\n  }\n}\n',
      [],
    ],
    [
      'leaves another part alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.cors().disable();\n  }\n}\n',
      [],
    ],
    [
      'leaves one path alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.csrf(c -> c.ignoringRequestMatchers("/hooks"));\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/disabled-csrf-protection in ${path}`, () => {
    fileCases(disabledCsrfProtection, path, [
      [
        'finds lusca',
        '',
        "const lusca = require('lusca');\napp.use(lusca({ csrf: false }));\n",
        ['2 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
      ],
      [
        'finds a framework',
        '',
        "import { createYogaCsrf } from 'yoga-csrf';\nexport const server = createYogaCsrf({ csrf: false });\n",
        ['2 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
      ],
      [
        'finds a method that is overridden after',
        '',
        'app.use(csrf());\napp.use(methodOverride());\n',
        ['2 The method of a request is overridden after it was checked for forgery: a `GET` that was let through becomes a `POST`.'],
      ],
      ['leaves lusca with it alone', '', "const lusca = require('lusca');\napp.use(lusca({ csrf: true }));\n", []],
      ['leaves another option alone', '', 'render({ csrf: false });\n', []],
      ['leaves a method that is overridden before alone', '', 'app.use(methodOverride());\napp.use(csrf());\n', []],
    ]);
  });
}

const inChain = (...lines: readonly string[]): string =>
  `class Security {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}    return http.build();\n  }\n}\n`;

describe('security/disabled-csrf-protection in parts', () => {
  fileCases(disabledCsrfProtection, 'src/main/java/Security.java', [
    [
      'finds it by a variable',
      '',
      inChain('CsrfConfigurer<HttpSecurity> csrf = http.csrf();', 'csrf.disable();'),
      ['4 Protection against forged requests is switched off: any page can act in the name of a user who is signed in.'],
    ],
    [
      'finds paths that need no token',
      '',
      inChain('http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"));'),
      ['3 Requests that match "/api/**" need no token against forgery: any page can send them in the name of a user who is signed in.'],
    ],
    ['leaves another part alone', '', inChain('LogoutConfigurer<HttpSecurity> logout = http.logout();', 'logout.disable();'), []],
    [
      'leaves paths of a stateless interface alone',
      '',
      inChain(
        'http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"));',
        'http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));',
      ),
      [],
    ],
  ]);
});

const mapped = (annotation: string, name: string): string =>
  `@Controller\nclass Orders {\n  ${annotation}\n  public void ${name}() {}\n}\n`;

describe('security/disabled-csrf-protection by any method', () => {
  fileCases(disabledCsrfProtection, 'src/main/java/Orders.java', [
    [
      'finds a change by a link',
      '',
      mapped('@RequestMapping("/orders")', 'deleteOrder'),
      ['3 `deleteOrder` can be asked by `GET` too, which nothing checks for forgery: a link or a picture on any page is enough.'],
    ],
    ['leaves a named method alone', '', mapped('@RequestMapping(value = "/orders", method = RequestMethod.POST)', 'deleteOrder'), []],
    ['leaves what only shows alone', '', mapped('@RequestMapping("/orders")', 'show'), []],
    ['leaves a post alone', '', mapped('@PostMapping("/orders")', 'deleteOrder'), []],
  ]);
});
