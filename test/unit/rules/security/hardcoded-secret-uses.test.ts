import { hardcodedSecret } from '../../../../src/rules/security/hardcoded-secret.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/hardcoded-secret in Java', () => {
  fileCases(hardcodedSecret, 'src/main/java/A.java', [
    [
      'finds the password of a connection',
      '',
      'class A {\n  void run(String password) throws Exception {\n    DriverManager.getConnection(url, "app", "tiger");\n  }\n}\n',
      ['3 The value of `password` is written into the code: t… (5 characters).'],
    ],
    [
      'finds it where it is written',
      '',
      'class A {\n  void run(String password) throws Exception {\n    String pass = "tiger";\n    new PasswordAuthentication("app", pass.toCharArray());\n  }\n}\n',
      ['3 The value of `password` is written into the code: t… (5 characters).'],
    ],
    [
      'finds a key that is written out',
      '',
      'class A {\n  void run(String password) throws Exception {\n    byte[] key = { 1, 2, 3, 4, 5, 6, 7, 8 };\n    new SecretKeySpec(key, "AES");\n  }\n}\n',
      ['3 The value of `key` is written into the code: { 1,… (26 characters).'],
    ],
    [
      'finds the secret of a signature',
      '',
      'class A {\n  void run(String password) throws Exception {\n    Algorithm algorithm = Algorithm.HMAC256("secret");\n  }\n}\n',
      ['3 The value of `secret` is written into the code: s… (6 characters).'],
    ],
    [
      'finds a comparison',
      '',
      'class A {\n  void run(String password) throws Exception {\n    return password.equals("letmein");\n  }\n}\n',
      ['3 The value of `password` is written into the code: l… (7 characters).'],
    ],
    [
      'leaves a password of settings alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    DriverManager.getConnection(url, "app", settings.password());\n  }\n}\n',
      [],
    ],
    [
      'leaves a key that is read alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    byte[] key = store.read("key");\n    new SecretKeySpec(key, "AES");\n  }\n}\n',
      [],
    ],
    [
      'leaves the word for it at a login alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    DriverManager.getConnection(url, "user", "password");\n  }\n}\n',
      [],
    ],
    [
      'leaves an empty password alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    DriverManager.getConnection(url, "sa", "");\n  }\n}\n',
      [],
    ],
    [
      'leaves a comparison with a name alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    if (field.equals("password")) show();\n    return password.equals(repeated);\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/hardcoded-secret in ${path}`, () => {
    fileCases(hardcodedSecret, path, [
      [
        'finds the password of a client',
        '',
        "import pg from 'pg';\nexport const client = new pg.Client({ user: 'app', password: 'tiger' });\n",
        ['2 The value of `password` is written into the code: t… (5 characters).'],
      ],
      [
        'finds options in a variable',
        '',
        "const mysql = require('mysql2');\nconst options = { host, password: 'tiger' };\nmysql.createConnection(options);\n",
        ['2 The value of `password` is written into the code: t… (5 characters).'],
      ],
      [
        'finds the secret of a session',
        '',
        "import session from 'express-session';\napp.use(session({ secret: 'keyboardcat' }));\n",
        ['2 The value of `secret` is written into the code: ke… (11 characters).'],
      ],
      [
        'finds the key of a token',
        '',
        "import jwt from 'jsonwebtoken';\nconst key = 'shh';\nexport const token = (user) => jwt.sign(user, key);\n",
        ['2 The value of `secret` is written into the code: … (3 characters).'],
      ],
      [
        'finds the key of an HMAC',
        '',
        "import { createHmac } from 'node:crypto';\nexport const seal = (text) => createHmac('sha256', 'tiger').update(text);\n",
        ['2 The value of `key` is written into the code: t… (5 characters).'],
      ],
      [
        'finds a comparison',
        '',
        "if (password === 'letmein') open();\n",
        ['1 The value of `password` is written into the code: l… (7 characters).'],
      ],
      [
        'leaves the environment alone',
        '',
        "import pg from 'pg';\nexport const client = new pg.Client({ password: process.env.PGPASSWORD });\n",
        [],
      ],
      [
        'finds a comparison with a word that lets in',
        '',
        "if (password === 'secret') open();\n",
        ['1 The value of `password` is written into the code: s… (6 characters).'],
      ],
      [
        'leaves the word for it at a login alone',
        '',
        "import pg from 'pg';\nexport const client = new pg.Client({ user: 'user', password: 'password' });\n",
        [],
      ],
      ['leaves a label alone', '', "render({ password: 'required', token: 'Token' });\n", []],
      [
        'leaves a public key alone',
        '',
        "import jwt from 'jsonwebtoken';\nconst publicKey = 'key';\nexport const read = (token) => jwt.verify(token, publicKey);\n",
        [],
      ],
      ['leaves the kind of a field alone', '', "if (input.type === 'password' || passwordType === 'text') hide();\n", []],
    ]);
  });
}

const inMethod = (parameters: string, line: string): string =>
  `class A {\n  void run(${parameters}) throws Exception {\n    ${line}\n  }\n}\n`;
const written = (name: string, shown: string): readonly string[] => [`3 The value of \`${name}\` is written into the code: ${shown}.`];

describe('security/hardcoded-secret at the places of Java’s libraries', () => {
  fileCases(hardcodedSecret, 'src/main/java/A.java', [
    ['finds a login', '', inMethod('FTPClient client', 'client.login("bob", "tiger1");'), written('password', 't… (6 characters)')],
    [
      'finds the credentials of a directory',
      '',
      inMethod('Hashtable<String, String> env', 'env.put(Context.SECURITY_CREDENTIALS, "tiger1");'),
      written('password', 't… (6 characters)'),
    ],
    [
      'finds the password of a key store of any name',
      '',
      inMethod('KeyStore keys, InputStream in', 'keys.load(in, "tiger1".toCharArray());'),
      written('password', 't… (6 characters)'),
    ],
    [
      'finds a header of a client',
      '',
      inMethod('HttpHeaders headers', 'headers.setBasicAuth("bob", "tiger1");'),
      written('password', 't… (6 characters)'),
    ],
    ['leaves a login of a user alone', '', inMethod('HttpServletRequest request, String password', 'request.login("bob", password);'), []],
    ['leaves a load of something else alone', '', inMethod('Loader loader', 'loader.load(in, "tiger1");'), []],
    ['leaves a setting of another name alone', '', inMethod('Map<String, String> env', 'env.put("colour", "tiger1");'), []],
    ['leaves a reference alone', '', inMethod('Properties properties', 'properties.setProperty("password", "${DB_PASSWORD}");'), []],
  ]);
});

describe('security/hardcoded-secret where nobody set one', () => {
  fileCases(hardcodedSecret, 'src/token.ts', [
    [
      'finds a salt that is the same for all',
      '',
      "import crypto from 'node:crypto';\nexport const derived = (text: string) => crypto.scryptSync(text, 'sea-shore', 32);\n",
      ['2 The value of `salt` is written into the code: se… (9 characters).'],
    ],
    [
      'finds a key that holds where the environment has none',
      '',
      "import jwt from 'jsonwebtoken';\nexport const issue = (user: object) => jwt.sign(user, process.env.JWT_SECRET ?? 'tiger-lily');\n",
      ['2 The value of `secret` is written into the code: ti… (10 characters).'],
    ],
    [
      'leaves a key of the environment alone',
      '',
      "import jwt from 'jsonwebtoken';\nexport const issue = (user: object) => jwt.sign(user, process.env.JWT_SECRET ?? missing());\n",
      [],
    ],
  ]);
});
