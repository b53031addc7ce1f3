import { fastPasswordHash } from '../../../../src/rules/security/fast-password-hash.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/fast-password-hash in Java', () => {
  fileCases(fastPasswordHash, 'src/main/java/A.java', [
    [
      'finds a digest that is fed',
      '',
      'class A {\n  void run(String password) throws Exception {\n    MessageDigest digest = MessageDigest.getInstance("SHA-256");\n    digest.update(password.getBytes());\n  }\n}\n',
      ['4 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds few iterations',
      '',
      'class A {\n  void run(String password) throws Exception {\n    new PBEKeySpec(password.toCharArray(), salt, 1000, 256);\n  }\n}\n',
      ['3 1000 iterations are too few for a password (at least 100000), so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds no hash at all',
      '',
      'class A {\n  void run(String password) throws Exception {\n    PasswordEncoder encoder = NoOpPasswordEncoder.getInstance();\n  }\n}\n',
      ['3 `NoOpPasswordEncoder` keeps passwords as they are, so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds an encoder of old',
      '',
      'class A {\n  void run(String password) throws Exception {\n    PasswordEncoder encoder = new ShaPasswordEncoder();\n  }\n}\n',
      [
        '3 `ShaPasswordEncoder` hashes passwords by a function that is made to be fast, so that it is found by trying once the store is stolen.',
      ],
    ],
    ...(['md5', 'bcrypt'] as const).map((current): [string, string, string, string[]] => [
      current === 'md5' ? 'finds an encoder of old that is for new passwords' : 'leaves an encoder alone that is for old passwords',
      '',
      `class A {\n  PasswordEncoder all() {\n    String current = "${current}";\n    Map<String, PasswordEncoder> encoders = new HashMap<>();\n    encoders.put("bcrypt", new BCryptPasswordEncoder());\n    encoders.put("md5", new MessageDigestPasswordEncoder("MD5"));\n    return new DelegatingPasswordEncoder(current, encoders);\n  }\n}\n`,
      current === 'md5'
        ? [
            '6 `MessageDigestPasswordEncoder` hashes passwords by a function that is made to be fast, so that it is found by trying once the store is stolen.',
          ]
        : [],
    ]),
    [
      'leaves many iterations alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    new PBEKeySpec(password.toCharArray(), salt, 600000, 256);\n  }\n}\n',
      [],
    ],
    [
      'leaves a digest of a file alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    MessageDigest digest = MessageDigest.getInstance("SHA-256");\n    digest.update(bytes);\n  }\n}\n',
      [],
    ],
    [
      'leaves Argon2 alone',
      '',
      'class A {\n  void run(String password) throws Exception {\n    String hash = new Argon2PasswordEncoder(16, 32, 1, 65536, 3).encode(password);\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/fast-password-hash in ${path}`, () => {
    fileCases(fastPasswordHash, path, [
      [
        'finds CryptoJS',
        '',
        "import CryptoJS from 'crypto-js';\nexport const f = (password) => CryptoJS.SHA256(password).toString();\n",
        ['2 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.'],
      ],
      [
        'finds few iterations',
        '',
        "pbkdf2Sync(password, salt, 1000, 64, 'sha512');\n",
        ['1 1000 iterations are too few for a password (at least 100000), so that it is found by trying once the store is stolen.'],
      ],
      [
        'finds a stream',
        '',
        "const crypto = require('crypto');\nexports.f = (user) => crypto.createHash('sha512').write(user.password);\n",
        ['2 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.'],
      ],
      ['leaves many iterations alone', '', "pbkdf2Sync(password, salt, 600000, 64, 'sha512');\n", []],
      ['leaves scrypt alone', '', 'scryptSync(password, salt, 64);\n', []],
      [
        'leaves a token that is hashed alone',
        '',
        "import { createHash } from 'node:crypto';\nexport const f = (etag) => createHash('sha256').update(etag).digest('hex');\n",
        [],
      ],
    ]);
  });
}

describe('security/fast-password-hash by libraries of Java', () => {
  fileCases(fastPasswordHash, 'src/main/java/B.java', [
    [
      'finds a helper',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    DigestUtils.sha256Hex(password);\n  }\n}\n',
      ['3 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds few rounds',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    new BCryptPasswordEncoder(4);\n  }\n}\n',
      ['3 4 rounds are too few for a password (at least 10), so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds few iterations of a parameter',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    new PBEParameterSpec(salt, 1000);\n  }\n}\n',
      ['3 1000 iterations are too few for a password (at least 100000), so that it is found by trying once the store is stolen.'],
    ],
    [
      'leaves rounds of the library alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    new BCryptPasswordEncoder();\n    new BCryptPasswordEncoder(-1);\n    new BCryptPasswordEncoder(12);\n  }\n}\n',
      [],
    ],
    [
      'leaves a digest of something else alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    DigestUtils.sha256Hex(name);\n  }\n}\n',
      [],
    ],
    [
      'leaves a digest of no type alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    meter.update(password);\n    sha256Hex(password);\n  }\n}\n',
      [],
    ],
    [
      'leaves other instances alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    Encoders.getInstance();\n    getInstance();\n  }\n}\n',
      [],
    ],
  ]);
});

describe('security/fast-password-hash in what scripts import', () => {
  fileCases(fastPasswordHash, 'src/b.ts', [
    [
      'finds a hash that was started before',
      '',
      "import { createHash } from 'node:crypto';\nexport const f = (password: string) => createHash('sha256').update('x').update(password).digest('hex');\n",
      ['2 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds few rounds',
      '',
      "import bcrypt from 'bcrypt';\nexport const f = (password: string) => bcrypt.hash(password, 4);\n",
      ['2 4 rounds are too few for a password (at least 10), so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds few rounds of a salt',
      '',
      "import bcrypt from 'bcryptjs';\nexport const f = () => bcrypt.genSaltSync(5);\n",
      ['2 5 rounds are too few for a password (at least 10), so that it is found by trying once the store is stolen.'],
    ],
    [
      'finds few iterations',
      '',
      "import { pbkdf2Sync } from 'node:crypto';\nexport const f = (password: string) => pbkdf2Sync(password, salt, 1000, 32, 'sha256');\n",
      ['2 1000 iterations are too few for a password (at least 100000), so that it is found by trying once the store is stolen.'],
    ],
    [
      'leaves rounds of elsewhere alone',
      '',
      "import bcrypt from 'bcrypt';\nexport const f = (password: string) => bcrypt.hash(password, rounds);\n",
      [],
    ],
    [
      'leaves another library alone',
      '',
      'export const f = (password: string) => argon2.hash(password, 4);\nexport const g = (password: string) => store.update(password);\n',
      [],
    ],
  ]);
});

const derived = (hash: string, iterations: string): string =>
  `class Users {\n  byte[] store(char[] password, byte[] salt) throws Exception {\n    PBEKeySpec spec = new PBEKeySpec(password, salt, ${iterations}, 256);\n    return SecretKeyFactory.getInstance("${hash}").generateSecret(spec).getEncoded();\n  }\n}\n`;

describe('security/fast-password-hash by the hash below', () => {
  fileCases(fastPasswordHash, 'src/main/java/Users.java', [
    [
      'finds fewer than are recommended',
      '',
      derived('PBKDF2WithHmacSHA256', '120_000'),
      ['3 120000 iterations are too few for a password (at least 600000), so that it is found by trying once the store is stolen.'],
    ],
    ['leaves as many as are recommended alone', '', derived('PBKDF2WithHmacSHA512', '210_000'), []],
  ]);
});

describe('security/fast-password-hash by the name of the function', () => {
  const script = (name: string): string =>
    `import { createHash } from 'node:crypto';\n\nexport const ${name} = (p) => createHash('sha256').update(p).digest('hex');\n`;
  fileCases(fastPasswordHash, 'src/hash.js', [
    [
      'finds what it is handed',
      '',
      script('hashPassword'),
      ['3 `p` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.'],
    ],
    ['is silent on a hash of something else', '', script('hashContent'), []],
  ]);
});
