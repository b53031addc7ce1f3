import { fixedInitializationVector } from '../../../../src/rules/security/fixed-initialization-vector.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/fixed-initialization-vector in Java', () => {
  fileCases(fixedInitializationVector, 'src/main/java/A.java', [
    [
      'finds bytes that are written out',
      '',
      'class A {\n  void run() throws Exception {\n    cipher.init(1, key, new IvParameterSpec(new byte[] { 1, 2, 3, 4 }));\n  }\n}\n',
      ['3 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds a field that never changes',
      '',
      'class A {\n  private byte[] iv = { 0, 0, 0, 0 };\n  Object vector() {\n    return new IvParameterSpec(iv);\n  }\n}\n',
      ['4 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds a nonce that is not filled',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] nonce = new byte[12];\n    start();\n    GCMParameterSpec s = new GCMParameterSpec(128, nonce);\n  }\n}\n',
      ['5 The initialization vector is the same each time: all zeros.'],
    ],
    [
      'leaves a nonce that is drawn alone',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] nonce = new byte[12];\n    random.nextBytes(nonce);\n    GCMParameterSpec s = new GCMParameterSpec(128, nonce);\n  }\n}\n',
      [],
    ],
    [
      'leaves a nonce that is read alone',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] nonce = new byte[12];\n    buffer.get(nonce);\n    GCMParameterSpec s = new GCMParameterSpec(128, nonce);\n  }\n}\n',
      [],
    ],
    ['leaves a parameter alone', '', 'class A {\n  Object vector(byte[] iv) {\n    return new IvParameterSpec(iv);\n  }\n}\n', []],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/fixed-initialization-vector in ${path}`, () => {
    fileCases(fixedInitializationVector, path, [
      [
        'finds a text',
        '',
        "createCipheriv('aes-256-cbc', key, '1234567890123456');\n",
        ['1 The initialization vector is the same each time, since its bytes are written in the code.'],
      ],
      [
        'finds a buffer of a text',
        '',
        "const iv = Buffer.from('1234567890123456');\ncreateCipheriv('aes-256-cbc', key, iv);\n",
        ['2 The initialization vector is the same each time, since its bytes are written in the code.'],
      ],
      [
        'finds zeros',
        '',
        "createCipheriv('aes-256-cbc', key, new Uint8Array(16));\n",
        ['1 The initialization vector is the same each time: all zeros.'],
      ],
      ['leaves random bytes alone', '', "const iv = randomBytes(16);\ncreateCipheriv('aes-256-cbc', key, iv);\n", []],
      [
        'leaves zeros that are filled alone',
        '',
        "function lock(key) {\n  const iv = new Uint8Array(12);\n  crypto.getRandomValues(iv);\n  return createCipheriv('aes-256-gcm', key, iv);\n}\n",
        [],
      ],
      ['leaves a parameter alone', '', "export const lock = (key, iv) => createCipheriv('aes-256-cbc', key, iv);\n", []],
    ]);
  });
}

describe('security/fixed-initialization-vector by where its bytes come from', () => {
  fileCases(fixedInitializationVector, 'src/main/java/B.java', [
    [
      'finds the bytes of a text',
      '',
      'class A {\n  void run() throws Exception {\n    cipher.init(1, key, new IvParameterSpec("0123456789abcdef".getBytes()));\n  }\n}\n',
      ['3 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds decoded text',
      '',
      'class A {\n  void run() throws Exception {\n    cipher.init(1, key, new IvParameterSpec(Base64.getDecoder().decode("AAAAAAAAAAAAAAAAAAAAAA==")));\n  }\n}\n',
      ['3 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds a decoded constant',
      '',
      'class A {\n  void run() throws Exception {\n    cipher.init(1, key, new IvParameterSpec(Hex.decodeHex("00112233445566778899aabbccddeeff".toCharArray())));\n  }\n}\n',
      ['3 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds negative bytes',
      '',
      'class A {\n  void run() throws Exception {\n    cipher.init(1, key, new IvParameterSpec(new byte[] { -1, 2, -3 }));\n  }\n}\n',
      ['3 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds a part of fixed bytes',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] all = "0123456789abcdef0123".getBytes();\n    byte[] iv = Arrays.copyOf(all, 16);\n    cipher.init(1, key, new IvParameterSpec(iv));\n  }\n}\n',
      ['5 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds a field by this',
      '',
      'class A {\n  private final byte[] iv = { 1, 2, 3 };\n  Object vector() {\n    return new IvParameterSpec(this.iv);\n  }\n}\n',
      ['4 The initialization vector is the same each time, since its bytes are written in the code.'],
    ],
    [
      'finds a field of zeros',
      '',
      'class A {\n  private final byte[] iv = new byte[16];\n  Object vector() {\n    return new IvParameterSpec(iv);\n  }\n}\n',
      ['4 The initialization vector is the same each time: all zeros.'],
    ],
    [
      'leaves a field that is filled alone',
      '',
      'class A {\n  private final byte[] iv = new byte[16];\n  Object vector() {\n    random.nextBytes(iv);\n    return new IvParameterSpec(iv);\n  }\n}\n',
      [],
    ],
    [
      'leaves a field that is set alone',
      '',
      'class A {\n  private byte[] iv = { 1, 2 };\n  void renew() {\n    this.iv = draw();\n  }\n  Object vector() {\n    return new IvParameterSpec(iv);\n  }\n}\n',
      [],
    ],
    [
      'leaves an element that is set alone',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] iv = new byte[16];\n    for (int i = 0; i < 16; i++) iv[i] = draw();\n    cipher.init(1, key, new IvParameterSpec(iv));\n  }\n}\n',
      [],
    ],
    ['leaves bytes of a parameter alone', '', 'class A {\n  Object vector(byte[] iv) {\n    return new IvParameterSpec(iv);\n  }\n}\n', []],
    [
      'leaves one of two values alone',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] iv = { 1, 2 };\n    iv = draw();\n    cipher.init(1, key, new IvParameterSpec(iv));\n  }\n}\n',
      [],
    ],
    [
      'leaves bytes of a call alone',
      '',
      'class A {\n  void run() throws Exception {\n    cipher.init(1, key, new IvParameterSpec(header.read(16)));\n  }\n}\n',
      [],
    ],
  ]);
});

describe('security/fixed-initialization-vector of a buffer', () => {
  fileCases(fixedInitializationVector, 'src/seal.ts', [
    [
      'finds one that is filled with a number',
      '',
      "import { createCipheriv } from 'node:crypto';\nexport const seal = (key: Buffer) => createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0));\n",
      ['2 The initialization vector is the same each time: all zeros.'],
    ],
  ]);
});

for (const path of ['src/once.js', 'src/once.ts']) {
  describe(`security/fixed-initialization-vector drawn once in ${path}`, () => {
    const script = (...lines: readonly string[]): string =>
      `import { createCipheriv, randomBytes } from 'node:crypto';\n${lines.join('\n')}\n`;
    fileCases(fixedInitializationVector, path, [
      [
        'finds a constant of the module',
        '',
        script('const IV = randomBytes(12);', "export const lock = (key) => createCipheriv('aes-256-gcm', key, IV);"),
        ['3 The initialization vector is the same for every message, since `IV` is drawn once, when the module is loaded.'],
      ],
      [
        'is silent where it is drawn in the function',
        '',
        script('export function lock(key) {', '  const iv = randomBytes(12);', "  return createCipheriv('aes-256-gcm', key, iv);", '}'),
        [],
      ],
      [
        'is silent where it is handed in',
        '',
        script('const IV = randomBytes(12);', "export const lock = (key, IV) => createCipheriv('aes-256-gcm', key, IV);"),
        [],
      ],
    ]);
  });
}
