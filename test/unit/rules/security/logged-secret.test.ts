import { loggedSecret } from '../../../../src/rules/security/logged-secret.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/logged-secret in Java', () => {
  fileCases(loggedSecret, 'src/main/java/A.java', [
    [
      'finds a text that is put together',
      '',
      'class A {\n  void run(HttpServletResponse response, String apiKey) throws Exception {\n    logger.debug("key " + apiKey);\n  }\n}\n',
      ['3 `apiKey` is written to the log as it is.'],
    ],
    [
      'finds a getter',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    System.out.println(user.getPassword());\n  }\n}\n',
      ['3 `getPassword()` is written to the log as it is.'],
    ],
    [
      'finds an exception',
      '',
      'class A {\n  void run(HttpServletResponse response, String password) throws Exception {\n    throw new IllegalStateException("cannot sign in with " + password);\n  }\n}\n',
      ['3 `password` goes into the text of an exception as it is.'],
    ],
    [
      'leaves the name of a user alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    log.info("user {}", userName);\n  }\n}\n',
      [],
    ],
    [
      'leaves a message about a password alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    log.info(passwordPolicy);\n    log.warn("password is wrong for {}", user);\n  }\n}\n',
      [],
    ],
    [
      'leaves a hash alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    log.debug("hash {}", passwordHash);\n  }\n}\n',
      [],
    ],
    [
      'leaves what is no log alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    form.error(password);\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/logged-secret in ${path}`, () => {
    fileCases(loggedSecret, path, [
      [
        'finds a template',
        '',
        'export const f = (user) => console.log(`signed in ${user.name} ${user.password}`);\n',
        ['1 `user.password` is written to the log as it is.'],
      ],
      ['finds an object', '', "logger.info('request', { user, cardNumber });\n", ['1 `cardNumber` is written to the log as it is.']],
      ['finds JSON', '', 'console.log(JSON.stringify({ clientSecret }));\n', ['1 `clientSecret` is written to the log as it is.']],
      [
        'finds what was renamed',
        '',
        'export function f(req) {\n  const temp = { hidden: req.body.password };\n  console.log(temp.hidden);\n}\n',
        ['3 `req.body.password` is written to the log as it is.'],
      ],
      [
        'finds the text of an error',
        '',
        'export function f(password) {\n  throw new Error(`wrong: ${password}`);\n}\n',
        ['2 `password` goes into the text of an exception as it is.'],
      ],
      [
        'finds the address of a person',
        '',
        'logger.info(`login of ${user.email}`);\n',
        ['1 `user.email` is written to the log as it is: it says who somebody is.'],
      ],
      ['leaves the id of a person alone', '', 'logger.info(user.id, mask(user.email), user.emailVerified);\n', []],
      [
        'leaves a number of tokens alone',
        '',
        'export async function run(db) {\n  const refreshTokens = await db.update();\n  console.log(JSON.stringify({ refreshTokens: Number(refreshTokens) }));\n}\n',
        [],
      ],
      ['leaves a hash alone', '', 'console.log(hashedPassword, this.passwordHash);\n', []],
      ['leaves a constant alone', '', "const password = 'none';\nconsole.log(password);\n", []],
      ['leaves stars alone', '', "export const f = (password) => console.log(password.replace(/./g, '*'));\n", []],
      [
        'leaves whether it is there alone',
        '',
        "export const f = (password) => console.log({ password: !!password }, password ? 'set' : 'unset', password.length);\n",
        [],
      ],
      ['leaves a function that masks alone', '', 'export const f = (password) => console.log(redact(password));\n', []],
      ['leaves an error with a code alone', '', 'export function f(password) {\n  throw new WrongPassword(password);\n}\n', []],
    ]);
  });
}
