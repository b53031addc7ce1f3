import { comparedInJava, comparedInScript } from './crypto/secret-comparisons.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

const java = (comparison: string): string =>
  `import javax.crypto.Mac;\n\nclass Hook {\n  boolean accept(Mac mac, byte[] body, byte[] given) {\n    byte[] expected = mac.doFinal(body);\n    return ${comparison};\n  }\n}\n`;
const script = (comparison: string): string =>
  `import crypto from 'node:crypto';\n\nexport function accept(body: string, given: string, key: string) {\n  const expected = crypto.createHmac('sha256', key).update(body).digest('hex');\n  return ${comparison};\n}\n`;

export const timingUnsafeComparison = patternRule({
  id: 'security/timing-unsafe-comparison',
  title: 'A secret is compared in a way that takes longer the more of it is right',
  reason:
    'A common comparison ends at the first character that differs. Whoever can try often enough measures how long the answer takes, and finds a signature, key or token character by character.',
  remedy:
    'Compare in constant time: `crypto.timingSafeEqual` in Node, `MessageDigest.isEqual` in Java. Where the lengths may differ, compare the hashes of both.',
  severity: 'warning',
  confidence: 'medium',
  category: 'timing',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [208],
  sources: [
    { title: 'CWE-208: Observable Timing Discrepancy', url: 'https://cwe.mitre.org/data/definitions/208.html' },
    { title: 'Node.js: crypto.timingSafeEqual', url: 'https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b' },
  ],
  limits:
    'Found where one side is computed as a message authentication code in the same function, or where the request says the one and the other has the name of a key, token, signature or password. `timingSafeEqual` throws where the lengths differ: the fix is to be looked at.',
  examples: [
    {
      name: 'an authentication code is compared byte by byte',
      base: {},
      head: { 'src/main/java/Hook.java': java('java.util.Arrays.equals(expected, given)') },
      finds: [
        'src/main/java/Hook.java:6 `expected` is compared so that the time it takes tells how much of it was right: it can be found by trying.',
      ],
      fixed: { 'src/main/java/Hook.java': java('java.security.MessageDigest.isEqual(expected, given)') },
    },
    {
      name: 'it is compared in constant time',
      base: {},
      head: { 'src/main/java/Hook.java': java('MessageDigest.isEqual(expected, given)') },
      finds: [],
    },
    {
      name: 'a signature is compared with what was sent',
      base: {},
      head: { 'src/hook.ts': script('expected === given') },
      finds: ['src/hook.ts:5 `expected` is compared so that the time it takes tells how much of it was right: it can be found by trying.'],
      fixed: { 'src/hook.ts': script('crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(given))') },
    },
    {
      name: 'a signature is compared in constant time',
      base: {},
      head: { 'src/hook.ts': script('crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(given))') },
      finds: [],
    },
    {
      name: 'a key of the environment is compared with a header',
      base: {},
      head: {
        'src/guard.js':
          "exports.guard = (req, res, next) => {\n  if (req.headers['x-api-key'] !== process.env.API_KEY) return res.sendStatus(401);\n  next();\n};\n",
      },
      finds: [
        'src/guard.js:2 `process.env.API_KEY` is compared so that the time it takes tells how much of it was right: it can be found by trying.',
      ],
    },
    {
      name: 'two passwords that the user typed are compared',
      base: {},
      head: { 'src/guard.js': 'exports.same = (req) => req.body.password === req.body.confirmation;\n' },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, range, secret, edits } of code.file.facts?.language === 'java' ? comparedInJava(code) : comparedInScript(code)) {
      yield {
        at,
        range,
        message: `${secret} is compared so that the time it takes tells how much of it was right: it can be found by trying.`,
        ...(edits.length > 0 && { fix: { title: 'Compare in constant time', edits } }),
      };
    }
  },
});
