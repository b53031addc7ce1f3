import { weakenedCrypto } from '../../../../src/rules/security/weakened-crypto.ts';
import { fileCases } from '../rule-cases.ts';

const script = (line: string): string => `export function seal(text, key) {\n  ${line}\n}\n`;
const java = (line: string): string => `class Seal {\n  Object seal(byte[] key) throws Exception {\n    ${line}\n  }\n}\n`;
const changed = (message: string, before: string, after: string): string => `${message}: \`${before}\` became \`${after}\`.`;

for (const path of ['src/seal.ts', 'src/seal.js']) {
  describe(`security/weakened-crypto in ${path}`, () => {
    fileCases(weakenedCrypto, path, [
      [
        'finds a mode without authentication',
        script("return createCipheriv('aes-256-gcm', key, iv);"),
        script("return createCipheriv('aes-128-ecb', key, iv);"),
        [changed('2 `seal` uses a weaker algorithm', "createCipheriv('aes-256-gcm', key, iv)", "createCipheriv('aes-128-ecb', key, iv)")],
      ],
      [
        'finds a lower cost of a password hash',
        script('return bcrypt.hash(text, 12);'),
        script('return bcrypt.hash(text, 4);'),
        [changed('2 `seal` uses a lower cost', 'bcrypt.hash(text, 12)', 'bcrypt.hash(text, 4)')],
      ],
      [
        'finds a shorter key',
        script("return generateKeyPair('rsa', { modulusLength: 4096 });"),
        script("return generateKeyPair('rsa', { modulusLength: 1024 });"),
        [changed('2 `seal` uses a shorter key', 'modulusLength: 4096', 'modulusLength: 1024')],
      ],
      [
        'finds tokens without a signature',
        script("return jwt.verify(text, key, { algorithms: ['RS256'] });"),
        script("return jwt.verify(text, key, { algorithms: ['none'] });"),
        [changed('2 `seal` uses a weaker algorithm', "algorithms: ['RS256']", "algorithms: ['none']")],
      ],
      [
        'finds an older version of TLS',
        script("return tls.connect({ minVersion: 'TLSv1.2' });"),
        script("return tls.connect({ minVersion: 'TLSv1.1' });"),
        [changed('2 `seal` uses a weaker algorithm', "minVersion: 'TLSv1.2'", "minVersion: 'TLSv1.1'")],
      ],
      [
        'leaves the shorter nonce of a mode with authentication alone',
        script('return randomBytes(16);'),
        script('return randomBytes(12);'),
        [],
      ],
      ['leaves a stronger hash alone', script("return createHash('md5');"), script("return createHash('sha256');"), []],
      ['leaves a higher cost alone', script('return bcrypt.hash(text, 10);'), script('return bcrypt.hash(text, 12);'), []],
      [
        'leaves an algorithm that is a setting alone',
        script("return createHash('sha256');"),
        script('return createHash(settings.hash);'),
        [],
      ],
      ['leaves what is gone alone', script("return createHash('sha256');"), script('return text;'), []],
    ]);
  });
}

describe('security/weakened-crypto in Java', () => {
  fileCases(weakenedCrypto, 'src/main/java/Seal.java', [
    [
      'finds an older digest',
      java('return MessageDigest.getInstance("SHA-256");'),
      java('return MessageDigest.getInstance("MD5");'),
      [changed('3 `seal` uses a weaker algorithm', 'MessageDigest.getInstance("SHA-256")', 'MessageDigest.getInstance("MD5")')],
    ],
    [
      'finds a weaker cipher',
      java('return Cipher.getInstance("AES/GCM/NoPadding");'),
      java('return Cipher.getInstance("DES/ECB/PKCS5Padding");'),
      [
        changed(
          '3 `seal` uses a weaker algorithm',
          'Cipher.getInstance("AES/GCM/NoPadding")',
          'Cipher.getInstance("DES/ECB/PKCS5Padding")',
        ),
      ],
    ],
    [
      'finds fewer iterations',
      java('return new PBEKeySpec(chars, salt, 310000, 256);'),
      java('return new PBEKeySpec(chars, salt, 1000, 256);'),
      [changed('3 `seal` uses fewer iterations', 'new PBEKeySpec(chars, salt, 310000, 256)', 'new PBEKeySpec(chars, salt, 1000, 256)')],
    ],
    [
      'finds a lower cost',
      java('return new BCryptPasswordEncoder(12);'),
      java('return new BCryptPasswordEncoder(4);'),
      [changed('3 `seal` uses a lower cost', 'new BCryptPasswordEncoder(12)', 'new BCryptPasswordEncoder(4)')],
    ],
    [
      'leaves a stronger digest alone',
      java('return MessageDigest.getInstance("SHA-1");'),
      java('return MessageDigest.getInstance("SHA-256");'),
      [],
    ],
    ['leaves what is no algorithm alone', java('return Calendar.getInstance("UTC");'), java('return Calendar.getInstance("CET");'), []],
    [
      'leaves more iterations alone',
      java('return new PBEKeySpec(chars, salt, 1000, 256);'),
      java('return new PBEKeySpec(chars, salt, 310000, 256);'),
      [],
    ],
  ]);
});
