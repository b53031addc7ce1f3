import { weakenedSecurityHeader } from '../../../../src/rules/security/weakened-security-header.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/weakened-security-header in Java', () => {
  fileCases(weakenedSecurityHeader, 'src/main/java/A.java', [
    [
      'finds frames',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.headers().frameOptions().disable();\n  }\n}\n',
      ['3 `frameOptions` is off: other sites may put the pages into a frame and have the user click there unknowingly.'],
    ],
    [
      'finds all of them',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.headers(headers -> headers.disable());\n  }\n}\n',
      ['3 `headers` is off: none of the security headers is sent.'],
    ],
    [
      'finds sniffing',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.headers(h -> h.contentTypeOptions(c -> c.disable()));\n  }\n}\n',
      ['3 `contentTypeOptions` is off: browsers may take an uploaded file for a script.'],
    ],
    [
      'finds a policy',
      '',
      "class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(\"script-src 'self' 'unsafe-inline'\")));\n  }\n}\n",
      ["3 The policy allows `'unsafe-inline'` in `script-src`, so that a script that got onto the page runs."],
    ],
    [
      'leaves frames of the site alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    http.headers().frameOptions().sameOrigin();\n  }\n}\n',
      [],
    ],
    [
      'leaves a strict policy alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    response.setHeader("Content-Security-Policy", "default-src \'self\'");\n  }\n}\n',
      [],
    ],
    [
      'leaves another disable alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    button.disable();\n    http.logout().disable();\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/weakened-security-header in ${path}`, () => {
    fileCases(weakenedSecurityHeader, path, [
      [
        'finds frames',
        '',
        "const helmet = require('helmet');\napp.use(helmet({ frameguard: false }));\n",
        ['2 `frameguard` is off: other sites may put the pages into a frame and have the user click there unknowingly.'],
      ],
      [
        'finds evaluation',
        '',
        "const helmet = require('helmet');\napp.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: [\"'self'\", \"'unsafe-eval'\"] } }));\n",
        ["2 The policy allows `'unsafe-eval'` in `scriptSrc`, so that a text that got onto the page can be run as a script."],
      ],
      [
        'finds scripts of anyone',
        '',
        "res.set('Content-Security-Policy', 'script-src *');\n",
        ['1 The policy allows `*` in `script-src`, so that a script of any site runs.'],
      ],
      [
        'finds a header in a list',
        '',
        "export const headers = [{ key: 'Content-Security-Policy', value: \"default-src 'self' 'unsafe-inline'\" }];\n",
        ["1 The policy allows `'unsafe-inline'` in `default-src`, so that a script that got onto the page runs."],
      ],
      ['finds a header that is taken off', '', "res.removeHeader('X-Frame-Options');\n", ['1 `X-Frame-Options` is taken off the answer.']],
      ['leaves helmet alone', '', "const helmet = require('helmet');\napp.use(helmet({ hsts: { maxAge: 31536000 } }));\n", []],
      ['leaves a nonce alone', '', "res.set('Content-Security-Policy', \"script-src 'nonce-abc' 'unsafe-inline'\");\n", []],
      ['leaves images alone', '', "res.set('Content-Security-Policy', \"default-src 'self'; img-src *\");\n", []],
      ['leaves what tells the software off', '', "res.removeHeader('X-Powered-By');\n", []],
      [
        'finds a frame that the request chooses',
        '',
        "app.get('/', (req, res) => res.set('X-Frame-Options', req.query.frame));\n",
        ['1 `X-Frame-Options` is what the request says, so that any site can put the page into a frame.'],
      ],
      [
        'finds that HTTPS is taken back',
        '',
        "app.get('/', (req, res) => res.setHeader('Strict-Transport-Security', 'max-age=0'));\n",
        ['1 `Strict-Transport-Security` is taken back: browsers ask over plain HTTP again.'],
      ],
      ['leaves a frame of its own alone', '', "app.get('/', (req, res) => res.set('X-Frame-Options', 'SAMEORIGIN'));\n", []],
    ]);
  });
}

describe('security/weakened-security-header of frames and caches', () => {
  const script = (policy: string): string => `export function show(res) {\n  res.setHeader('Content-Security-Policy', "${policy}");\n}\n`;
  fileCases(weakenedSecurityHeader, 'src/show.ts', [
    [
      'finds frames of everybody',
      '',
      script("default-src 'self'; frame-ancestors *"),
      [
        '2 The policy allows `*` in `frame-ancestors`, so that every site may put the page into a frame and have its user click there unknowingly.',
      ],
    ],
    ['is silent on frames of one site', '', script("frame-ancestors 'self' https://partner.example"), []],
  ]);
  const java = (part: string): string =>
    `class Security {\n  void chain(HttpSecurity http) throws Exception {\n    http.headers(h -> h.${part});\n  }\n}\n`;
  fileCases(weakenedSecurityHeader, 'src/main/java/Security.java', [
    [
      'finds caches that may keep everything',
      '',
      java('cacheControl(c -> c.disable())'),
      ['3 `cacheControl` is off: browsers and caches in between may keep what only the person who is logged in was to see.'],
    ],
    ['is silent where it stays on', '', java('cacheControl(withDefaults())'), []],
  ]);
});
