import { weakCiphersInJava, weakCiphersInScript } from './crypto/weak-ciphers.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const weakCipher = patternRule({
  id: 'security/weak-cipher',
  title: 'A cipher or mode that is broken',
  reason:
    'DES, Triple DES, RC2, RC4 and Blowfish can be broken or leak after little traffic; ECB shows which parts of the text are the same. What was encrypted so is not secret.',
  remedy: 'Use AES-256 in GCM mode (`AES/GCM/NoPadding`, `aes-256-gcm`) with a fresh random nonce for each message, or ChaCha20-Poly1305.',
  severity: 'error',
  confidence: 'high',
  category: 'weak-crypto',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [327],
  sources: [
    {
      title: 'OWASP Cryptographic Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    },
  ],
  limits:
    'Names of algorithms that are computed, or configured outside the file, are not seen; the fallback of a setting is. Reading what was encrypted before is less sure, and CBC, where nothing in the file tells whether a text was changed.',
  examples: [
    {
      name: 'a cipher has a key of 56 bits',
      base: {},
      head: {
        'src/main/java/Vault.java':
          'class Vault {\n  Cipher cipher() throws Exception {\n    return Cipher.getInstance("DES/CBC/PKCS5Padding");\n  }\n}\n',
      },
      finds: ['src/main/java/Vault.java:3 `DES/CBC/PKCS5Padding` does not keep a secret: DES is broken or has too small blocks.'],
    },
    {
      name: 'the mode authenticates',
      base: {},
      head: {
        'src/main/java/Vault.java':
          'class Vault {\n  Cipher cipher() throws Exception {\n    return Cipher.getInstance("AES/GCM/NoPadding");\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'blocks are encrypted one by one',
      base: {},
      head: {
        'src/vault.ts':
          "import { createCipheriv } from 'node:crypto';\n\nexport const vault = (key: Buffer) => createCipheriv('aes-128-ecb', key, null);\n",
      },
      finds: [
        'src/vault.ts:3 `aes-128-ecb` does not keep a secret: ECB encrypts equal blocks to equal blocks, so that the text shows through.',
      ],
    },
    {
      name: 'the cipher is chosen by settings',
      base: {},
      head: {
        'src/vault.ts':
          "import { createCipheriv } from 'node:crypto';\n\nexport const vault = (key: Buffer, iv: Buffer) => createCipheriv(settings.cipher, key, iv);\n",
      },
      finds: [],
    },
    {
      name: 'a library brings RC4',
      base: {},
      head: {
        'src/vault.js': "const CryptoJS = require('crypto-js');\n\nexports.lock = (text, key) => CryptoJS.RC4.encrypt(text, key);\n",
      },
      finds: ['src/vault.js:3 `RC4` does not keep a secret: the algorithm is broken or has too small blocks.'],
    },
    {
      name: 'the library’s AES is used',
      base: {},
      head: {
        'src/vault.js': "const CryptoJS = require('crypto-js');\n\nexports.lock = (text, key) => CryptoJS.AES.encrypt(text, key);\n",
      },
      finds: [],
    },
  ],
  *look(code) {
    const found = code.file.facts?.language === 'java' ? weakCiphersInJava(code) : weakCiphersInScript(code);
    for (const { at, range, cipher, why, onlyReads, unchecked } of found) {
      yield {
        at,
        range,
        message: `\`${cipher}\` does not keep a secret: ${why}.`,
        ...(onlyReads === true && { confidence: 'low' as const }),
        ...(unchecked === true && { confidence: 'medium' as const, severity: 'warning' as const }),
      };
    }
  },
});
