import { weakHash } from '../../../../src/rules/security/weak-hash.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/weak-hash in Java', () => {
  fileCases(weakHash, 'src/main/java/A.java', [
    [
      'finds a digest by its name',
      '',
      'class A {\n  void run() throws Exception {\n    MessageDigest.getInstance("SHA1");\n  }\n}\n',
      ['3 `run` hashes with SHA-1, for which others can make a text with the same hash.'],
    ],
    [
      'finds a constant',
      '',
      'class A {\n  static final String ALGORITHM = "md5";\n  byte[] sign(byte[] b) throws Exception {\n    return MessageDigest.getInstance(ALGORITHM, "SUN").digest(b);\n  }\n}\n',
      ['4 `sign` hashes with MD5, for which others can make a text with the same hash.'],
    ],
    [
      'finds the short form of a library',
      '',
      'class A {\n  void run() throws Exception {\n    String s = DigestUtils.md5Hex(text);\n  }\n}\n',
      ['3 `run` hashes with MD5, for which others can make a text with the same hash.'],
    ],
    [
      'finds an HMAC with MD5',
      '',
      'class A {\n  void run() throws Exception {\n    Mac mac = Mac.getInstance("HmacMD5");\n  }\n}\n',
      ['3 `run` hashes with MD5, for which others can make a text with the same hash.'],
    ],
    [
      'leaves SHA-256 alone',
      '',
      'class A {\n  void run() throws Exception {\n    MessageDigest.getInstance("SHA-256");\n    DigestUtils.sha256Hex(text);\n  }\n}\n',
      [],
    ],
    [
      'leaves an HMAC with SHA-1 alone',
      '',
      'class A {\n  void run() throws Exception {\n    Mac mac = Mac.getInstance("HmacSHA1");\n  }\n}\n',
      [],
    ],
    [
      'leaves a computed algorithm alone',
      '',
      'class A {\n  void run() throws Exception {\n    MessageDigest.getInstance(settings.algorithm());\n  }\n}\n',
      [],
    ],
    ['leaves another getInstance alone', '', 'class A {\n  void run() throws Exception {\n    Codec.getInstance("MD5");\n  }\n}\n', []],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/weak-hash in ${path}`, () => {
    fileCases(weakHash, path, [
      [
        'finds it behind a require',
        '',
        "const crypto = require('crypto');\nexports.sign = (s) => crypto.createHash('md5').update(s).digest('hex');\n",
        ['2 `sign` hashes with MD5, for which others can make a text with the same hash.'],
      ],
      [
        'finds the web’s API',
        '',
        "export const sign = (s) => crypto.subtle.digest('SHA-1', s);\n",
        ['1 `sign` hashes with SHA-1, for which others can make a text with the same hash.'],
      ],
      [
        'finds the web’s API with an object',
        '',
        "export const sign = (s) => crypto.subtle.digest({ name: 'SHA-1' }, s);\n",
        ['1 `sign` hashes with SHA-1, for which others can make a text with the same hash.'],
      ],
      [
        'finds CryptoJS',
        '',
        "import CryptoJS from 'crypto-js';\nexport const sign = (s) => CryptoJS.MD5(s).toString();\n",
        ['2 `sign` hashes with MD5, for which others can make a text with the same hash.'],
      ],
      ['leaves SHA-512 alone', '', "export const sign = (s) => createHash('sha512').update(s).digest('hex');\n", []],
      ['leaves another digest alone', '', "export const sign = (s) => reader.digest('md5');\n", []],
      ['leaves a parameter alone', '', 'export const sign = (s, algorithm) => createHash(algorithm).update(s).digest();\n', []],
    ]);
  });
}

describe('security/weak-hash by a function of its own', () => {
  fileCases(weakHash, 'src/main/java/Sum.java', [
    [
      'finds it',
      '',
      'class Sum extends MessageDigest {\n}\n',
      ['1 `Sum` is a hash function of its own: what nobody else has looked at is seldom one that others cannot undo.'],
    ],
    ['leaves another class alone', '', 'class Sum extends Digester {\n}\n', []],
  ]);
});
