import type { CodeInventory, Sight } from '../pattern/code-inventory.ts';
import type { Visited } from '../../code/walk.ts';
import { weakHashesInJava, weakHashesInScript } from './crypto/weak-hashes.ts';
import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import { wordsOf } from './sensitive/names.ts';

export const weakHash = patternRule({
  id: 'security/weak-hash',
  title: 'A hash function that is broken',
  reason:
    'For MD5 and SHA-1 two different texts with the same hash can be made by anyone. What is signed, compared, cached or recognised by such a hash can be exchanged for something else.',
  remedy: 'Use SHA-256 or better. For passwords use a function made for them: Argon2, scrypt, bcrypt or PBKDF2 with many iterations.',
  severity: 'warning',
  confidence: 'medium',
  category: 'weak-hash',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [328, 327],
  sources: [
    {
      title: 'NIST: transitioning away from SHA-1',
      url: 'https://csrc.nist.gov/news/2022/nist-transitioning-away-from-sha-1-for-all-apps',
    },
  ],
  limits:
    'An algorithm whose name is computed or configured is seen only where its value is written in the same file. Where names say that it is for a cache, an ETag or a checksum the finding is less sure.',
  examples: [
    {
      name: 'a digest is made with MD5',
      base: {},
      head: {
        'src/main/java/Seal.java':
          'class Seal {\n  byte[] of(byte[] text) throws Exception {\n    return MessageDigest.getInstance("MD5").digest(text);\n  }\n}\n',
      },
      finds: ['src/main/java/Seal.java:3 `of` hashes with MD5, for which others can make a text with the same hash.'],
      fixed: {
        'src/main/java/Seal.java':
          'class Seal {\n  byte[] of(byte[] text) throws Exception {\n    return MessageDigest.getInstance("SHA-256").digest(text);\n  }\n}\n',
      },
    },
    {
      name: 'a digest is made with SHA-256',
      base: {},
      head: {
        'src/main/java/Seal.java':
          'class Seal {\n  byte[] of(byte[] text) throws Exception {\n    return MessageDigest.getInstance("SHA-256").digest(text);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the algorithm stands in a constant',
      base: {},
      head: {
        'src/seal.ts':
          "import { createHash } from 'node:crypto';\n\nconst algorithm = 'sha1';\nexport const seal = (text: string) => createHash(algorithm).update(text).digest('hex');\n",
      },
      finds: ['src/seal.ts:4 `seal` hashes with SHA-1, for which others can make a text with the same hash.'],
    },
    {
      name: 'an HMAC is made with SHA-1',
      base: {},
      head: {
        'src/seal.ts':
          "import { createHmac } from 'node:crypto';\n\nexport const seal = (text: string, key: string) => createHmac('sha1', key).update(text).digest('hex');\n",
      },
      finds: [],
    },
    {
      name: 'a package for MD5 is used',
      base: {},
      head: { 'src/seal.js': "const md5 = require('md5');\n\nexports.seal = (text) => md5(text);\n" },
      finds: ['src/seal.js:3 `seal` hashes with MD5, for which others can make a text with the same hash.'],
    },
    {
      name: 'a function of its own has the name',
      base: {},
      head: { 'src/seal.js': "import { md5 } from './legacy.js';\n\nexport const seal = (text) => md5(text);\n" },
      finds: [],
    },
  ],
  *look(code) {
    yield* ownHashes(code);
    const found = code.file.facts?.language === 'java' ? weakHashesInJava(code) : weakHashesInScript(code);
    for (const { at, range, algorithm, instead } of found) {
      const where = at.symbol.kind === 'module' ? 'The file' : `\`${at.symbol.name}\``;
      yield {
        at,
        range,
        message: `${where} hashes with ${algorithm}, for which others can make a text with the same hash.`,
        ...(isForRecognition(at) && { confidence: 'low' as const }),
        // Unsafe: what was stored or sent with the old hash does not match the new one.
        ...(instead && { fix: { title: 'Hash with SHA-256', edits: [instead] } }),
      };
    }
  },
});

/** `class Sum extends MessageDigest`. */
function* ownHashes(code: CodeInventory): Generator<Sighting> {
  for (const symbol of code.file.facts?.symbols ?? []) {
    if (
      symbol.kind !== 'class' ||
      !symbol.touched ||
      !symbol.supertypes.some(({ type }) => /^(?:java\.security\.)?MessageDigest$/.test(type))
    )
      continue;
    yield {
      at: { file: code.file, symbol, code: [] },
      range: symbol.nameRange,
      message: `\`${symbol.name}\` is a hash function of its own: what nobody else has looked at is seldom one that others cannot undo.`,
    };
  }
}

const recognition =
  /\b(?:etag|cache|cached|caching|checksum|fingerprint|identity ?hash|gravatar|avatar|hash ?code|dedup\w*|content ?md ?5|content ?hash|file ?hash|bucket|shard|partition|color|colour|uuid|guid|v[35]|legacy|websocket|accept ?key|sri|version)\b/;

/** Only to tell things apart or to follow a protocol, as the names around say. */
function isForRecognition(at: Sight): boolean {
  const names = [at.symbol.name, at.symbol.qualifiedName];
  for (let up: Visited | undefined = at.parent; up; up = up.parent) {
    if (up.node.kind === 'variable') names.push(up.node.name);
    if (up.node.kind === 'assignment' && (up.node.target.kind === 'name' || up.node.target.kind === 'member'))
      names.push(up.node.target.name);
    if (up.node.kind === 'call') names.push(up.node.name);
  }
  const [folder = '', file = ''] = `/${at.file.path}`.split('/').slice(-2);
  return [...names, folder, file].some((name) => recognition.test(wordsOf(name)));
}
