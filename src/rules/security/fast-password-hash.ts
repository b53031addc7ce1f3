import { fastHashesInJava, fastHashesInScript } from './crypto/password-hashes.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const fastPasswordHash = patternRule({
  id: 'security/fast-password-hash',
  title: 'Passwords are stored so that they can be found by trying',
  reason:
    'People choose passwords from few. Once the store is stolen, a machine tries billions of them in a second against a fast hash, and all that are not very long are found.',
  remedy:
    'Use Argon2id, scrypt, bcrypt with at least 10 rounds, or PBKDF2 with several hundred thousand iterations, each with a salt of its own.',
  severity: 'error',
  confidence: 'medium',
  category: 'weak-hash',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [916, 759],
  sources: [
    {
      title: 'OWASP Password Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    },
  ],
  limits: 'Names tell what is a password. Counts that are configured outside the file are not seen.',
  examples: [
    {
      name: 'a password is digested',
      base: {},
      head: {
        'src/main/java/Users.java':
          'class Users {\n  String store(String password) {\n    return DigestUtils.sha256Hex(password);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Users.java:3 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.',
      ],
    },
    {
      name: 'a password is encoded with bcrypt',
      base: {},
      head: {
        'src/main/java/Users.java':
          'class Users {\n  String store(String password) {\n    return new BCryptPasswordEncoder(12).encode(password);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a password is hashed with SHA-256',
      base: {},
      head: {
        'src/users.ts':
          "import { createHash } from 'node:crypto';\n\nexport const store = (password: string) => createHash('sha256').update(password).digest('hex');\n",
      },
      finds: [
        'src/users.ts:3 `password` is hashed by a function that is made to be fast, so that it is found by trying once the store is stolen.',
      ],
    },
    {
      name: 'a text is hashed with SHA-256',
      base: {},
      head: {
        'src/users.ts':
          "import { createHash } from 'node:crypto';\n\nexport const seal = (text: string) => createHash('sha256').update(text).digest('hex');\n",
      },
      finds: [],
    },
    {
      name: 'bcrypt has few rounds',
      base: {},
      head: { 'src/users.js': "const bcrypt = require('bcrypt');\n\nexports.store = (password) => bcrypt.hash(password, 5);\n" },
      finds: ['src/users.js:3 5 rounds are too few for a password (at least 10), so that it is found by trying once the store is stolen.'],
    },
    {
      name: 'bcrypt has enough rounds',
      base: {},
      head: { 'src/users.js': "const bcrypt = require('bcrypt');\n\nexports.store = (password) => bcrypt.hash(password, 12);\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, range, what, severity } of code.file.facts?.language === 'java' ? fastHashesInJava(code) : fastHashesInScript(code)) {
      yield { at, range, message: `${what}, so that it is found by trying once the store is stolen.`, ...(severity && { severity }) };
    }
  },
});
