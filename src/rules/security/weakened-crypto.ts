import type { Call, Construction } from '../../code/expression.ts';
import { callKind, callTable, type CallShape } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { namedAmounts } from './named-amounts.ts';
import { algorithmStrength, amount } from './crypto-strength.ts';

type Made = Call | Construction;

/** The shape of a call one of whose arguments is an algorithm's name. */
const algorithm = (index: number, on?: RegExp): CallShape => ({
  family: 'a weaker algorithm',
  level: (call: Made) => algorithmStrength(call.arguments[index]),
  ...(on && { on }),
});
/** The shape of a call one of whose arguments is a length, a count or a cost. */
const number = (family: string, index: number, on?: RegExp): CallShape => ({
  family,
  level: (call: Made) => amount(call.arguments[index]),
  ...(on && { on }),
});

const key = 'a shorter key';
const tag = 'a shorter tag, which is easier to forge';
const work = 'fewer iterations';
const predictable = 'numbers that can be guessed';
const inConstantTime = 'in constant time';
const java = (size: string): string =>
  `class Keys {\n  KeyPair make() throws GeneralSecurityException {\n    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");\n    generator.initialize(${size});\n    return generator.generateKeyPair();\n  }\n}\n`;
const script = (hash: string): string =>
  `export function sign(text: string) {\n  return createHmac('${hash}', key).update(text).digest('hex');\n}\n`;
const stretch = (count: string): string =>
  `exports.stretch = (password, salt) => {\n  return crypto.pbkdf2Sync(password, salt, ${count}, 32, 'sha256');\n};\n`;

export const weakenedCrypto = removalRule({
  id: 'security/weakened-crypto',
  title: 'Encryption, hashing or signing becomes weaker',
  reason:
    'A shorter key, fewer iterations or an older algorithm make what is protected cheaper to break, also what is stored for years. Nothing fails, so nobody notices.',
  remedy: 'Keep the stronger value. Where another system can do no better, limit the weaker one to that system, and say until when.',
  severity: 'error',
  confidence: 'high',
  yieldsTo: [
    'security/weak-hash',
    'security/weak-cipher',
    'security/short-key',
    'security/fast-password-hash',
    'security/outdated-tls-version',
    'security/predictable-random',
  ],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [326, 327, 328, 916],
  sources: [
    {
      title: 'OWASP Cryptographic Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    },
    {
      title: 'NIST SP 800-131A: Transitioning the Use of Cryptographic Algorithms and Key Lengths',
      url: 'https://csrc.nist.gov/pubs/sp/800/131/a/r2/final',
    },
  ],
  limits:
    'Compares values that are written where they are used. A value that is a constant’s name is compared where the constant says what it is for (`TAG_LENGTH`, `ITERATIONS`).',
  kinds: [
    callKind(
      callTable(
        ['createHash createHmac createCipheriv createDecipheriv createSign createVerify', algorithm(0)],
        ['getInstance', algorithm(0)],
        ['SecretKeySpec', algorithm(1)],
        ['sign', { ...algorithm(2), on: /jwt|jsonwebtoken/i }],
        ['pbkdf2 pbkdf2Sync', number(work, 2)],
        ['PBEKeySpec', number(work, 2)],
        ['BCryptPasswordEncoder', number('a lower cost', 0)],
        ['genSalt genSaltSync gensalt', number('a lower cost', 0)],
        ['hash hashSync', number('a lower cost', 1, /bcrypt/i)],
        ['GCMParameterSpec', number(tag, 0)],
        ['AEADParameters', number(tag, 1)],
        ['initialize', number(key, 0)],
        ['init', number(key, 0, /gen(erator)?$/i)],
        ['SecureRandom', { family: predictable, level: () => 1 }],
        ['Random', { family: predictable, level: () => 0 }],
        // Twelve bytes are all that GCM and ChaCha20 take as a nonce.
        [
          'randomBytes',
          { family: 'fewer random bytes', level: (call) => (amount(call.arguments[0]) === 12 ? 16 : amount(call.arguments[0])) },
        ],
      ),
      { exposed: () => false },
    ),
    callKind(
      callTable(
        ['timingSafeEqual safeCompare constantTimeEqual constantTimeEquals secureCompare', { family: inConstantTime }],
        ['isEqual', { family: inConstantTime, on: /^MessageDigest$/ }],
      ),
      { helpers: /equal|compare|verify|match/i },
    ),
    optionKind(
      optionTable(
        ['modulusLength keySize keyLength keyBits', { family: key, level: amount }],
        ['authTagLength tagLength tagLen macSize', { family: tag, level: amount }],
        ['iterations iterationCount iter', { family: work, level: amount }],
        ['N', { family: 'a lower cost', level: amount, of: /scrypt/i }],
        ['saltRounds rounds cost timeCost memoryCost', { family: 'a lower cost', level: amount }],
        [
          'minVersion secureProtocol algorithm algorithms hashAlgorithm digest cipher',
          { family: 'a weaker algorithm', level: algorithmStrength },
        ],
      ),
      { exposed: () => false },
    ),
    namedAmounts([
      [/^(?:GCM_|AUTH_)?TAG_?(?:LEN|LENGTH|BITS|SIZE)(?:_\w{1,10})?$/i, tag],
      [/^(?:PBKDF2_|HASH_|KEY_)?(?:ITERATIONS|ITERATION_COUNT)$/i, work],
      [/^(?:RSA_|AES_)?KEY_?(?:LEN|LENGTH|BITS|SIZE)(?:_\w{1,10})?$/i, key],
      [/^(?:BCRYPT_)?(?:SALT_ROUNDS|COST|STRENGTH|LOG_ROUNDS)$|^saltRounds$/i, 'a lower cost'],
      [/^SALT_?(?:LEN|LENGTH|BYTES|SIZE)$/i, 'a shorter salt'],
    ]),
  ],
  category: 'weak-crypto',
  message: ({ lost }, { name, before, after }) =>
    lost.family === inConstantTime
      ? `${name} no longer compares ${lost.family}: ${before} is gone, and how long it takes tells how much of a guess is right.`
      : `${name} uses ${lost.family}: ${before} became ${after ?? ''}.`,
  examples: [
    edited(
      'a key becomes shorter',
      'src/main/java/Keys.java',
      java('4096'),
      java('1024'),
      ['4 `make` uses a shorter key: `generator.initialize(4096)` became `generator.initialize(1024)`.'],
      java('4096'),
    ),
    edited('a key becomes longer', 'src/main/java/Keys.java', java('2048'), java('4096')),
    edited(
      'an older hash is used',
      'src/sign.ts',
      script('sha256'),
      script('md5'),
      ["2 `sign` uses a weaker algorithm: `createHmac('sha256', key)` became `createHmac('md5', key)`."],
      script('sha256'),
    ),
    edited('a newer hash is used', 'src/sign.ts', script('sha1'), script('sha512')),
    edited(
      'a password is stretched less',
      'src/stretch.js',
      stretch('600_000'),
      stretch('1000'),
      [
        "2 `stretch` uses fewer iterations: `crypto.pbkdf2Sync(password, salt, 600_000, 32, 'sha256')` became `crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256')`.",
      ],
      stretch('600_000'),
    ),
    edited(
      'a token is compared character by character',
      'src/check.js',
      'export function check(token, secret) {\n  return timingSafeEqual(Buffer.from(token), Buffer.from(secret));\n}\n',
      'export function check(token, secret) {\n  return token === secret;\n}\n',
      [
        '1 `check` no longer compares in constant time: `timingSafeEqual(Buffer.from(token), Buffer.from(secret))` is gone, and how long it takes tells how much of a guess is right.',
      ],
    ),
    edited('the number is a setting now', 'src/stretch.js', stretch('600_000'), stretch('settings.iterations')),
  ],
});
