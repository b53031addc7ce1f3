import { shortKeysInJava, shortKeysInScript } from './crypto/key-sizes.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const shortKey = patternRule({
  id: 'security/short-key',
  title: 'A cryptographic key is too short',
  reason:
    'A short key can be found by trying or factoring with rented machines: what it encrypts can be read, what it signs can be forged.',
  remedy: 'Use at least 2048 bits for RSA, DSA and Diffie-Hellman (3072 for what has to last), 256 for elliptic curves, 128 for AES.',
  severity: 'error',
  confidence: 'high',
  category: 'weak-crypto',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [326],
  sources: [{ title: 'NIST SP 800-57 Part 1: key management', url: 'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final' }],
  limits: 'Sizes that are computed or configured outside the file are not seen.',
  examples: [
    {
      name: 'an RSA key has 1024 bits',
      base: {},
      head: {
        'src/main/java/Keys.java':
          'class Keys {\n  KeyPair pair() throws Exception {\n    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");\n    generator.initialize(1024);\n    return generator.generateKeyPair();\n  }\n}\n',
      },
      finds: ['src/main/java/Keys.java:4 A key of 1024 bits for RSA can be broken; 2048 are the least.'],
      fixed: {
        'src/main/java/Keys.java':
          'class Keys {\n  KeyPair pair() throws Exception {\n    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");\n    generator.initialize(2048);\n    return generator.generateKeyPair();\n  }\n}\n',
      },
    },
    {
      name: 'an AES key has 256 bits',
      base: {},
      head: {
        'src/main/java/Keys.java':
          'class Keys {\n  SecretKey key() throws Exception {\n    KeyGenerator generator = KeyGenerator.getInstance("AES");\n    generator.init(256);\n    return generator.generateKey();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a key pair is made with 1024 bits',
      base: {},
      head: {
        'src/keys.ts':
          "import { generateKeyPairSync } from 'node:crypto';\n\nexport const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });\n",
      },
      finds: ['src/keys.ts:3 A key of 1024 bits for RSA can be broken; 2048 are the least.'],
      fixed: {
        'src/keys.ts':
          "import { generateKeyPairSync } from 'node:crypto';\n\nexport const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });\n",
      },
    },
    {
      name: 'a key pair is made with 4096 bits',
      base: {},
      head: {
        'src/keys.ts':
          "import { generateKeyPairSync } from 'node:crypto';\n\nexport const pair = generateKeyPairSync('rsa', { modulusLength: 4096 });\n",
      },
      finds: [],
    },
    {
      name: 'a small prime is agreed on',
      base: {},
      head: { 'src/keys.js': 'exports.exchange = () => crypto.createDiffieHellman(512);\n' },
      finds: ['src/keys.js:1 A key of 512 bits for DH can be broken; 2048 are the least.'],
      fixed: { 'src/keys.js': 'exports.exchange = () => crypto.createDiffieHellman(2048);\n' },
    },
    {
      name: 'the size is a setting',
      base: {},
      head: { 'src/keys.js': 'exports.exchange = () => crypto.createDiffieHellman(settings.bits);\n' },
      finds: [],
    },
  ],
  *look(code) {
    const found = code.file.facts?.language === 'java' ? shortKeysInJava(code) : shortKeysInScript(code);
    for (const { at, range, algorithm, bits, atLeast, sizeRange } of found) {
      yield {
        at,
        range,
        message: `A key of ${String(bits)} bits for ${algorithm} can be broken; ${String(atLeast)} are the least.`,
        ...(sizeRange && {
          fix: { title: `Make a key of ${String(atLeast)} bits`, edits: [{ range: sizeRange, newText: String(atLeast) }] },
        }),
      };
    }
  },
});
