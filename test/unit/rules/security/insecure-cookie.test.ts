import assert from 'node:assert/strict';
import { insecureCookie } from '../../../../src/rules/security/insecure-cookie.ts';
import { fileCases, newFindings, reviewExample, withFixes } from '../rule-cases.ts';

describe('security/insecure-cookie in Java', () => {
  fileCases(insecureCookie, 'src/main/java/A.java', [
    [
      'finds a flag that scripts get by',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Cookie cookie = new Cookie("sid", id);\n    cookie.setHttpOnly(false);\n    cookie.setSecure(true);\n    response.addCookie(cookie);\n  }\n}\n',
      ['4 Cookie `sid` can be stolen: scripts on the page can read it (`httpOnly` is off).'],
    ],
    [
      'finds a session cookie without flags',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Cookie cookie = new Cookie("SESSION", id);\n    response.addCookie(cookie);\n  }\n}\n',
      [
        '4 Cookie `SESSION` can be stolen: it is sent over plain HTTP, too (`secure` is off), and scripts on the page can read it (`httpOnly` is off).',
      ],
    ],
    [
      'finds a builder',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    ResponseCookie cookie = ResponseCookie.from("sid", id).secure(false).build();\n  }\n}\n',
      ['3 The cookie can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
    ],
    [
      'leaves flags that are on alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Cookie cookie = new Cookie("sid", id);\n    cookie.setHttpOnly(true);\n    cookie.setSecure(true);\n    response.addCookie(cookie);\n  }\n}\n',
      [],
    ],
    [
      'leaves a preference alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Cookie cookie = new Cookie("lang", id);\n    response.addCookie(cookie);\n  }\n}\n',
      [],
    ],
    [
      'leaves a cookie that is deleted alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Cookie cookie = new Cookie("sid", "");\n    cookie.setMaxAge(0);\n    response.addCookie(cookie);\n  }\n}\n',
      [],
    ],
    [
      'leaves another setter of the name alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    channel.setSecure(false);\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/insecure-cookie in ${path}`, () => {
    fileCases(insecureCookie, path, [
      [
        'finds a flag that is off',
        '',
        "res.cookie('theme', theme, { secure: false });\n",
        ['1 Cookie `theme` can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      ],
      [
        'finds a token without flags in an object',
        '',
        "res.cookie('auth_token', token, { maxAge: 900 });\n",
        [
          '1 Cookie `auth_token` can be stolen: it is sent over plain HTTP, too (`secure` is off), and scripts on the page can read it (`httpOnly` is off).',
        ],
      ],
      [
        'finds cookies of Next',
        '',
        "import { cookies } from 'next/headers';\nexport const open = (id) => cookies().set('session', id, { httpOnly: false, secure: true });\n",
        ['2 Cookie `session` can be stolen: scripts on the page can read it (`httpOnly` is off).'],
      ],
      [
        'finds a session without a cookie',
        '',
        "import session from 'express-session';\napp.use(session({ secret: settings.secret }));\n",
        ['2 The session cookie can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      ],
      [
        'finds a session whose settings are in a variable',
        '',
        "const session = require('express-session');\nconst settings = { secret, cookie: { secure: false } };\napp.use(session(settings));\n",
        ['3 The session cookie can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      ],
      ['leaves both flags alone', '', "res.cookie('sid', id, { httpOnly: true, secure: true });\n", []],
      ['leaves flags that are decided elsewhere alone', '', "res.cookie('sid', id, { ...defaults });\n", []],
      [
        'leaves a secure session alone',
        '',
        "import session from 'express-session';\napp.use(session({ secret: settings.secret, cookie: { secure: true } }));\n",
        [],
      ],
      ['leaves a cookie of a robot alone', '', "jar.cookie('sid', id);\n", []],
    ]);
  });
}

const cookie = (...lines: readonly string[]): string =>
  `class Login {\n  Object open(HttpServletRequest request, HttpServletResponse response, String id) {\n${lines.map((line) => `    ${line}\n`).join('')}    return null;\n  }\n}\n`;
const stolen = (line: number, shown: string, ...flags: readonly ('secure' | 'httpOnly')[]): readonly string[] => [
  `${String(line)} ${shown} can be stolen: ${flags.map((flag) => (flag === 'secure' ? 'it is sent over plain HTTP, too (`secure` is off)' : 'scripts on the page can read it (`httpOnly` is off)')).join(', and ')}.`,
];

describe('security/insecure-cookie where nothing is said about flags, in Java', () => {
  fileCases(insecureCookie, 'src/main/java/Login.java', [
    [
      'finds a cookie of any name',
      '',
      cookie('Cookie cookie = new Cookie("cart", id);', 'response.addCookie(cookie);'),
      stolen(4, 'Cookie `cart`', 'secure', 'httpOnly'),
    ],
    [
      'finds one flag that is missing',
      '',
      cookie('Cookie cookie = new Cookie("cart", id);', 'cookie.setSecure(true);', 'response.addCookie(cookie);'),
      stolen(5, 'Cookie `cart`', 'httpOnly'),
    ],
    [
      'finds a cookie of the request that is added again',
      '',
      cookie('for (Cookie each : request.getCookies()) {', '  each.setValue(id);', '  response.addCookie(each);', '}'),
      stolen(5, 'The cookie', 'secure', 'httpOnly'),
    ],
    [
      'finds a builder without flags',
      '',
      cookie('return ResponseCookie.from("cart", id).path("/").build();'),
      stolen(3, 'Cookie `cart`', 'secure', 'httpOnly'),
    ],
    ['finds a cookie of JAX-RS', '', cookie('return new NewCookie("cart", id);'), stolen(3, 'Cookie `cart`', 'secure', 'httpOnly')],
    ['leaves a preference alone', '', cookie('Cookie cookie = new Cookie("theme", id);', 'response.addCookie(cookie);'), []],
    [
      'leaves a cookie that is deleted alone',
      '',
      cookie('Cookie cookie = new Cookie("cart", "");', 'cookie.setMaxAge(0);', 'response.addCookie(cookie);'),
      [],
    ],
    [
      'leaves a cookie that other code marks alone',
      '',
      cookie('Cookie cookie = new Cookie("cart", id);', 'mark(cookie);', 'response.addCookie(cookie);'),
      [],
    ],
    [
      'leaves a cookie that callers made alone',
      '',
      'class Login {\n  void add(Cookie cookie, HttpServletResponse response) {\n    response.addCookie(cookie);\n  }\n}\n',
      [],
    ],
    ['leaves a builder with flags alone', '', cookie('return ResponseCookie.from("cart", id).httpOnly(true).secure(true).build();'), []],
  ]);
});

const texts = (line: string): string => `export function open(res, id, age, flags) {\n  ${line}\n}\n`;
const both = 'it is sent over plain HTTP, too (`secure` is off), and scripts on the page can read it (`httpOnly` is off).';

for (const path of ['src/text.js', 'src/text.ts']) {
  describe(`security/insecure-cookie written as a text in ${path}`, () => {
    fileCases(insecureCookie, path, [
      [
        'finds a header',
        '',
        texts("res.setHeader('Set-Cookie', `session=${id}; Path=/`);"),
        [`2 Cookie \`session\` can be stolen: ${both}`],
      ],
      [
        'finds one of several',
        '',
        texts("res.setHeader('Set-Cookie', [`theme=dark`, `token=${id}; HttpOnly; Max-Age=${age}`]);"),
        ['2 Cookie `token` can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      ],
      [
        'finds headers of an answer',
        '',
        texts("return new Response('', { headers: { 'Set-Cookie': 'sid=' + id } });"),
        [`2 Cookie \`sid\` can be stolen: ${both}`],
      ],
      ['is silent where both are set', '', texts("res.setHeader('Set-Cookie', `session=${id}; Path=/; Secure; HttpOnly`);"), []],
      ['is silent where flags may come with it', '', texts("res.setHeader('Set-Cookie', `session=${id}; ${flags}`);"), []],
      ['is silent where it is deleted', '', texts("res.setHeader('Set-Cookie', 'session=; Max-Age=0');"), []],
      ['is silent on a preference', '', texts("res.setHeader('Set-Cookie', `theme=${id}`);"), []],
    ]);
  });
}

describe('security/insecure-cookie written as a text in Java', () => {
  const java = (value: string): string =>
    `class Login {\n  void open(HttpServletResponse response, String id) {\n    response.addHeader("Set-Cookie", ${value});\n  }\n}\n`;
  fileCases(insecureCookie, 'src/main/java/Login.java', [
    ['finds a header', '', java('"JSESSIONID=" + id'), [`3 Cookie \`JSESSIONID\` can be stolen: ${both}`]],
    [
      'finds a missing flag',
      '',
      java('"token=" + id + "; Secure"'),
      ['3 Cookie `token` can be stolen: scripts on the page can read it (`httpOnly` is off).'],
    ],
    ['finds a text that is known', '', java('"session=1; Path=/"'), [`3 Cookie \`session\` can be stolen: ${both}`]],
    ['is silent where both are set', '', java('"JSESSIONID=" + id + "; Secure; HttpOnly"'), []],
    ['is silent on a preference', '', java('"lang=" + id'), []],
    ['is silent on what is made elsewhere', '', java('cookie.toString()'), []],
  ]);
});

for (const path of ['src/kept.js', 'src/kept.ts']) {
  describe(`security/insecure-cookie with options that a variable keeps in ${path}`, () => {
    const kept = (more = ''): string =>
      `var options = {\n  signed: true,\n  secure: false\n};\n${more}cookies.set('visit', now, options);\n`;
    fileCases(insecureCookie, path, [
      [
        'finds a variable that nothing sets again',
        '',
        kept(),
        ['5 Cookie `visit` can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      ],
      ['is silent where a part is set', '', kept('if (live) options.secure = true;\n'), []],
      ['is silent where it is set anew', '', kept('options = settings.cookie;\n'), []],
    ]);
  });
}

describe('security/insecure-cookie fixed in Java', () => {
  it('sets the flags before the cookie is added', async () => {
    const path = 'src/main/java/Login.java';
    const login = (lines: string): string =>
      `class Login {\n  void open(HttpServletResponse response, String id) {\n    Cookie cookie = new Cookie("session", id);\n${lines}    response.addCookie(cookie);\n  }\n}\n`;
    const head = { [path]: login('') };
    const fixed = withFixes(head, newFindings(await reviewExample(insecureCookie, { base: {}, head })));
    assert.deepEqual(fixed, { [path]: login('    cookie.setSecure(true);\n    cookie.setHttpOnly(true);\n') });
  });
});
