import { removedWebProtection } from '../../../../src/rules/security/removed-web-protection.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const app = (...lines: readonly string[]): string => `const app = express();\n${lines.join('\n')}\napp.get('/', home);\n`;
const java = (...lines: readonly string[]): string =>
  `class Web {\n  void configure(HttpSecurity http, HttpServletResponse response) {\n${lines.map((line) => `    ${line}\n`).join('')}    start();\n  }\n}\n`;

for (const path of ['src/app.ts', 'src/app.js']) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  describe(`security/removed-web-protection in ${path}`, () => {
    fileCases(removedWebProtection, path, [
      [
        'finds a check against forged requests that is gone',
        app('app.use(csrf({ cookie: true }));'),
        app(),
        [`1 \`${name}\` gives up the check against forged requests: \`app.use(csrf({ cookie: true }))\` is gone.`],
      ],
      [
        'finds a header that is no longer set',
        "exports.send = (res) => {\n  res.setHeader('X-Frame-Options', 'DENY');\n  res.end();\n};\n",
        'exports.send = (res) => {\n  res.end();\n};\n',
        ["1 `send` gives up security headers: `res.setHeader('X-Frame-Options', 'DENY')` is gone."],
      ],
      [
        'finds origins that are opened to all',
        app("app.use(cors({ origin: 'https://shop.example' }));"),
        app("app.use(cors({ origin: '*' }));"),
        [`2 \`${name}\` gives up the origins that may ask: \`origin: 'https://shop.example'\` became \`origin: '*'\`.`],
      ],
      [
        'finds a cookie that is sent to other sites',
        "exports.login = (res) => {\n  res.cookie('sid', sid, { sameSite: 'strict' });\n};\n",
        "exports.login = (res) => {\n  res.cookie('sid', sid, { sameSite: 'none' });\n};\n",
        ["2 `login` gives up the cookie flag SameSite: `sameSite: 'strict'` became `sameSite: 'none'`."],
      ],
      ['leaves another header alone', app("app.use((req, res, next) => res.setHeader('X-Total', 1));"), app(), []],
      ['leaves options of the middleware alone', app('app.use(helmet());'), app('app.use(helmet({ hsts: false }));'), []],
      [
        'leaves a cookie that is no longer set alone',
        "exports.login = (res) => {\n  res.cookie('sid', sid, { httpOnly: true });\n  res.end();\n};\n",
        'exports.login = (res) => {\n  res.end();\n};\n',
        [],
      ],
      [
        'leaves a header that a function of the file sets now alone',
        "exports.send = (res) => {\n  res.setHeader('X-Frame-Options', 'DENY');\n  res.end();\n};\n",
        "exports.send = (res) => {\n  protect(res);\n  res.end();\n};\nfunction protect(res) {\n  res.setHeader('X-Frame-Options', 'DENY');\n}\n",
        [],
      ],
    ]);
  });
}

describe('security/removed-web-protection in Java', () => {
  fileCases(removedWebProtection, 'src/main/java/Web.java', [
    [
      'finds a header that is no longer added',
      java('response.addHeader("Strict-Transport-Security", "max-age=31536000");'),
      java(),
      ['2 `configure` gives up security headers: `response.addHeader("Strict-Transport-Security", "max-age=31536000")` is gone.'],
    ],
    [
      'finds a cookie that scripts may read',
      java('cookie.setHttpOnly(true);'),
      java('cookie.setHttpOnly(false);'),
      ['3 `configure` gives up the cookie flag HttpOnly: `cookie.setHttpOnly(true)` became `cookie.setHttpOnly(false)`.'],
    ],
    [
      'finds requests from any origin',
      'class Api {\n  @CrossOrigin("https://shop.example")\n  String list() {\n    return all();\n  }\n}\n',
      'class Api {\n  @CrossOrigin("*")\n  String list() {\n    return all();\n  }\n}\n',
      ['2 `list` gives up the origins that may ask: `@CrossOrigin("https://shop.example")` became `@CrossOrigin("*")`.'],
    ],
    ['leaves a cookie flag that is set alone', java('cookie.setHttpOnly(false);'), java('cookie.setHttpOnly(true);'), []],
    ['leaves another header alone', java('response.addHeader("X-Total", "1");'), java(), []],
    [
      'leaves a method that is removed as a whole alone',
      java('response.addHeader("X-Frame-Options", "DENY");'),
      'class Web {\n  void start() {\n  }\n}\n',
      [],
    ],
  ]);

  it('leaves a header that the proxy sends now alone', async () => {
    const line = "  res.setHeader('X-Frame-Options', 'DENY');\n";
    const send = (body: string): string => `exports.send = (res) => {\n${body}  res.end();\n};\n`;
    await expectFindings(
      removedWebProtection,
      { 'src/send.js': send(line), 'deploy/nginx.conf': 'server {\n}\n' },
      { 'src/send.js': send(''), 'deploy/nginx.conf': 'server {\n  add_header X-Frame-Options DENY;\n}\n' },
      [],
    );
  });
});
