import { shortKey } from '../../../../src/rules/security/short-key.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/short-key in Java', () => {
  fileCases(shortKey, 'src/main/java/A.java', [
    [
      'finds an AES key of 64 bits',
      '',
      'class A {\n  void run() throws Exception {\n    KeyGenerator g = KeyGenerator.getInstance("AES");\n    g.init(64);\n  }\n}\n',
      ['4 A key of 64 bits for AES can be broken; 128 are the least.'],
    ],
    [
      'finds a small curve',
      '',
      'class A {\n  void run() throws Exception {\n    KeyPairGenerator g = KeyPairGenerator.getInstance("EC");\n    g.initialize(new ECGenParameterSpec("secp192r1"));\n  }\n}\n',
      ['4 A key of 192 bits for EC can be broken; 224 are the least.'],
    ],
    [
      'finds a constant',
      '',
      'class A {\n  static final int BITS = 1024;\n  void run() {\n    KeyPairGenerator.getInstance("DSA").initialize(BITS);\n  }\n}\n',
      ['4 A key of 1024 bits for DSA can be broken; 2048 are the least.'],
    ],
    [
      'leaves 3072 bits alone',
      '',
      'class A {\n  void run() throws Exception {\n    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");\n    g.initialize(3072);\n  }\n}\n',
      [],
    ],
    [
      'leaves a curve of 256 bits alone',
      '',
      'class A {\n  void run() throws Exception {\n    KeyPairGenerator g = KeyPairGenerator.getInstance("EC");\n    g.initialize(new ECGenParameterSpec("secp256r1"));\n  }\n}\n',
      [],
    ],
    ['leaves another initialize alone', '', 'class A {\n  void run() throws Exception {\n    pool.initialize(10);\n  }\n}\n', []],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/short-key in ${path}`, () => {
    fileCases(shortKey, path, [
      [
        'finds an RSA key of 512 bits',
        '',
        "generateKeyPair('rsa', { modulusLength: 512 }, done);\n",
        ['1 A key of 512 bits for RSA can be broken; 2048 are the least.'],
      ],
      [
        'finds a small curve',
        '',
        "generateKeyPairSync('ec', { namedCurve: 'secp160r1' });\n",
        ['1 A key of 160 bits for EC can be broken; 224 are the least.'],
      ],
      [
        'finds forge’s bits',
        '',
        'const pair = forge.pki.rsa.generateKeyPair({ bits: 1024 });\n',
        ['1 A key of 1024 bits for RSA can be broken; 2048 are the least.'],
      ],
      ['leaves 2048 bits alone', '', "generateKeyPairSync('rsa', { modulusLength: 2048 });\n", []],
      ['leaves a curve of 256 bits alone', '', "generateKeyPairSync('ec', { namedCurve: 'P-256' });\n", []],
      ['leaves a setting alone', '', "generateKeyPairSync('rsa', { modulusLength: bits });\n", []],
    ]);
  });
}
