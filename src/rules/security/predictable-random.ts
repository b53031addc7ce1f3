import { secretMadeOf } from './crypto/purpose.ts';
import { fixedSeeds, weakSourcesInJava, weakSourcesInScript } from './crypto/random-sources.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const predictableRandom = patternRule({
  id: 'security/predictable-random',
  title: 'A secret is drawn from a generator that can be predicted',
  reason:
    'The next values of an ordinary random number generator follow from a few earlier ones. Whoever has a token or password of his own can compute those of others.',
  remedy:
    'Use `SecureRandom` in Java; `crypto.randomUUID`, `crypto.randomBytes` or `crypto.getRandomValues` in JavaScript. Do not seed it with a constant or the time.',
  severity: 'error',
  confidence: 'medium',
  category: 'weak-random',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [330, 338, 335],
  sources: [
    {
      title: 'OWASP Cryptographic Storage Cheat Sheet: secure random number generation',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html#secure-random-number-generation',
    },
  ],
  limits:
    'What the value is for is told by names in the same function: of variables, fields, properties and the function itself. A value that gets its meaning in another function is not seen.',
  examples: [
    {
      name: 'a token is drawn from Random',
      base: {},
      head: {
        'src/main/java/Tokens.java':
          'import java.util.Random;\n\nclass Tokens {\n  String create() {\n    long token = new Random().nextLong();\n    return Long.toHexString(token);\n  }\n}\n',
      },
      finds: ['src/main/java/Tokens.java:5 `token` can be predicted: it is drawn from java.util.Random.'],
      fixed: {
        'src/main/java/Tokens.java':
          'import java.util.Random;\n\nclass Tokens {\n  String create() {\n    long token = new java.security.SecureRandom().nextLong();\n    return Long.toHexString(token);\n  }\n}\n',
      },
    },
    {
      name: 'a delay is drawn from Random',
      base: {},
      head: {
        'src/main/java/Backoff.java':
          'import java.util.Random;\n\nclass Backoff {\n  long delay() {\n    return 100 + new Random().nextInt(50);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a session is named at random',
      base: {},
      head: {
        'src/session.ts':
          'export function open(user: User) {\n  const sessionId = Math.random().toString(36).slice(2);\n  return { user, sessionId };\n}\n',
      },
      finds: ['src/session.ts:2 `sessionId` can be predicted: it is drawn from Math.random.'],
      fixed: {
        'src/session.ts':
          'export function open(user: User) {\n  const sessionId = crypto.randomUUID();\n  return { user, sessionId };\n}\n',
      },
    },
    {
      name: 'a colour is chosen at random',
      base: {},
      head: { 'src/colour.ts': 'export const colour = () => palette[Math.floor(Math.random() * palette.length)];\n' },
      finds: [],
    },
    {
      name: 'a password is put together',
      base: {},
      head: {
        'src/password.js':
          "function generatePassword(length) {\n  let result = '';\n  while (result.length < length) result += letters[Math.floor(Math.random() * letters.length)];\n  return result;\n}\n",
      },
      finds: ['src/password.js:3 `generatePassword` can be predicted: it is drawn from Math.random.'],
    },
    {
      name: 'a token is drawn from the secure source',
      base: {},
      head: { 'src/password.js': "const token = crypto.randomBytes(32).toString('hex');\n" },
      finds: [],
    },
  ],
  *look(code) {
    const java = code.file.facts?.language === 'java';
    for (const { sight, name, always, fix } of java ? weakSourcesInJava(code) : weakSourcesInScript(code)) {
      const secret = secretMadeOf(sight);
      if (secret === undefined && !always) continue;
      yield {
        at: sight,
        range: sight.node.range,
        message:
          secret === undefined ? `What ${name} draws can be predicted.` : `\`${secret}\` can be predicted: it is drawn from ${name}.`,
        ...(fix && { fix }),
      };
    }
    if (java)
      for (const sight of fixedSeeds(code))
        yield {
          at: sight,
          range: sight.node.range,
          message: 'The secure generator is seeded with what can be guessed, so that all it draws can be, too.',
        };
  },
});
