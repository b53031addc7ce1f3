import { weakCipher } from '../../../../src/rules/security/weak-cipher.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/weak-cipher in Java', () => {
  fileCases(weakCipher, 'src/main/java/A.java', [
    [
      'finds a key of 56 bits',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance("DES");\n  }\n}\n',
      ['3 `DES` does not keep a secret: DES is broken or has too small blocks.'],
    ],
    [
      'finds ECB',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance("AES/ECB/PKCS5Padding");\n  }\n}\n',
      ['3 `AES/ECB/PKCS5Padding` does not keep a secret: ECB encrypts equal blocks to equal blocks, so that the text shows through.'],
    ],
    [
      'finds AES without a mode',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance("AES");\n  }\n}\n',
      ['3 `AES` does not keep a secret: without a mode it is ECB, which encrypts equal blocks to equal blocks.'],
    ],
    [
      'finds a generator of keys',
      '',
      'class A {\n  void run() throws Exception {\n    KeyGenerator g = KeyGenerator.getInstance("RC4");\n  }\n}\n',
      ['3 `RC4` does not keep a secret: RC4 is broken or has too small blocks.'],
    ],
    [
      'finds the fallback of a setting',
      '',
      'class A {\n  void run() throws Exception {\n    String name = settings.getProperty("cipher", "DESede/ECB/PKCS5Padding");\n    Cipher c = Cipher.getInstance(name);\n  }\n}\n',
      ['4 `DESede/ECB/PKCS5Padding` does not keep a secret: Triple DES is broken or has too small blocks.'],
    ],
    [
      'finds RSA without padding',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance("RSA/NONE/NoPadding");\n  }\n}\n',
      ['3 `RSA/NONE/NoPadding` does not keep a secret: RSA without padding can be computed with.'],
    ],
    [
      'leaves GCM alone',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance("AES/GCM/NoPadding");\n  }\n}\n',
      [],
    ],
    [
      'leaves RSA with its own mode alone',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");\n  }\n}\n',
      [],
    ],
    [
      'leaves a key for AES alone',
      '',
      'class A {\n  void run() throws Exception {\n    new SecretKeySpec(bytes, "AES");\n    KeyGenerator.getInstance("AES");\n  }\n}\n',
      [],
    ],
    [
      'leaves a configured name alone',
      '',
      'class A {\n  void run() throws Exception {\n    Cipher c = Cipher.getInstance(settings.getProperty("cipher"));\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/weak-cipher in ${path}`, () => {
    fileCases(weakCipher, path, [
      [
        'finds a cipher of 1977',
        '',
        "const cipher = crypto.createCipheriv('des-ede3-cbc', key, iv);\n",
        ['1 `des-ede3-cbc` does not keep a secret: Triple DES is broken or has too small blocks.'],
      ],
      [
        'finds ECB',
        '',
        "export const lock = (key) => createCipheriv('AES-256-ECB', key, '');\n",
        ['1 `AES-256-ECB` does not keep a secret: ECB encrypts equal blocks to equal blocks, so that the text shows through.'],
      ],
      [
        'finds a key derived from a password alone',
        '',
        "const crypto = require('crypto');\nconst cipher = crypto.createCipher('aes192', password);\n",
        ['2 `createCipher` does not keep a secret: it derives key and initialization vector from the password alone, the same each time.'],
      ],
      [
        'finds CryptoJS in ECB',
        '',
        "import CryptoJS from 'crypto-js';\nexport const lock = (s, key) => CryptoJS.AES.encrypt(s, key, { mode: CryptoJS.mode.ECB });\n",
        ['2 `ECB` does not keep a secret: it encrypts equal blocks to equal blocks, so that the text shows through.'],
      ],
      ['leaves GCM alone', '', "const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);\n", []],
      ['leaves ChaCha alone', '', "const cipher = crypto.createCipheriv('chacha20-poly1305', key, iv);\n", []],
      ['leaves another encrypt alone', '', 'vault.DES.encrypt(text, key);\n', []],
    ]);
  });
}

describe('security/weak-cipher by types of Java', () => {
  fileCases(weakCipher, 'src/main/java/B.java', [
    [
      'finds a cipher that does nothing',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    Cipher c = new NullCipher();\n  }\n}\n',
      ['3 `NullCipher` does not keep a secret: it encrypts nothing.'],
    ],
    [
      'finds an engine',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    new org.bouncycastle.crypto.engines.RC4Engine();\n  }\n}\n',
      ['3 `RC4Engine` does not keep a secret: the algorithm is broken or has too small blocks.'],
    ],
    [
      'finds a key of a broken cipher',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    new SecretKeySpec(bytes, "DES");\n  }\n}\n',
      ['3 `DES` does not keep a secret: DES is broken or has too small blocks.'],
    ],
    [
      'finds a cipher in a constant',
      '',
      'class A {\n  private static final String NAME = "DES";\n  void run() throws Exception {\n    Cipher.getInstance(NAME);\n  }\n}\n',
      ['4 `DES` does not keep a secret: DES is broken or has too small blocks.'],
    ],
    [
      'leaves a cipher of a parameter alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    Cipher.getInstance(name);\n  }\n}\n',
      [],
    ],
    [
      'leaves a setting without a fallback alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    String cipher = settings.getProperty("cipher");\n    Cipher.getInstance(cipher);\n  }\n}\n',
      [],
    ],
    [
      'leaves a key of a named algorithm alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    new SecretKeySpec(bytes, name);\n  }\n}\n',
      [],
    ],
    [
      'leaves other types alone',
      '',
      'class A {\n  void run(String password, String name) throws Exception {\n    Signature.getInstance("DES");\n    getInstance("DES");\n  }\n}\n',
      [],
    ],
  ]);
});

describe('security/weak-cipher in what scripts import', () => {
  fileCases(weakCipher, 'src/b.ts', [
    [
      'finds the way without an initialization vector',
      '',
      "import crypto from 'node:crypto';\ncrypto.createCipher('aes-256-cbc', password);\n",
      ['2 `createCipher` does not keep a secret: it derives key and initialization vector from the password alone, the same each time.'],
    ],
    [
      'finds CryptoJS',
      '',
      "import CryptoJS from 'crypto-js';\nCryptoJS.DES.encrypt(text, key);\n",
      ['2 `DES` does not keep a secret: the algorithm is broken or has too small blocks.'],
    ],
    [
      'finds ECB of CryptoJS',
      '',
      "import CryptoJS from 'crypto-js';\nCryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });\n",
      ['2 `ECB` does not keep a secret: it encrypts equal blocks to equal blocks, so that the text shows through.'],
    ],
    [
      'leaves AES of CryptoJS alone',
      '',
      "import CryptoJS from 'crypto-js';\nCryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CBC });\n",
      [],
    ],
    [
      'finds a chain of blocks that nothing checks',
      '',
      "import crypto from 'node:crypto';\ncrypto.createCipheriv('aes-256-cbc', key, iv);\n",
      [
        '2 `aes-256-cbc` does not keep a secret: nothing shows that the text was changed on the way, and who sees whether it can be read, reads it by trying.',
      ],
    ],
    [
      'leaves a chain of blocks with a check alone',
      '',
      "import crypto from 'node:crypto';\ncrypto.createCipheriv('aes-256-cbc', key, iv);\ncrypto.createHmac('sha256', other);\n",
      [],
    ],
    ['leaves a function of that name alone', '', 'DES.encrypt(text, key);\nencrypt(text);\n', []],
    ['leaves a cipher of elsewhere alone', '', "import crypto from 'node:crypto';\ncrypto.createCipheriv(settings.cipher, key, iv);\n", []],
  ]);
});

describe('security/weak-cipher of RSA', () => {
  const java = (name: string): string =>
    `class Vault {\n  Cipher open() throws Exception {\n    return Cipher.getInstance("${name}");\n  }\n}\n`;
  fileCases(weakCipher, 'src/main/java/Vault.java', [
    [
      'finds the padding of old',
      '',
      java('RSA/ECB/PKCS1Padding'),
      ['3 `RSA/ECB/PKCS1Padding` does not keep a secret: with this padding whoever sees whether it is right decrypts by trying; use OAEP.'],
    ],
    ['is silent on OAEP', '', java('RSA/ECB/OAEPWithSHA-256AndMGF1Padding'), []],
  ]);
});
