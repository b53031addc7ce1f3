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
