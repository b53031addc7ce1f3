import { biasedIn, type Biased } from './crypto/biased.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

const harms: Readonly<Record<Biased['how'], string>> = {
  modulo: 'the remainder of a random byte is more often small than great',
  division: 'a random byte that is divided and rounded gives some numbers more often than others',
  sum: 'the sum of random bytes is more often in the middle than at the ends',
  product: 'the product of random bytes leaves most numbers out',
};

export const biasedRandom = patternRule({
  id: 'security/biased-random',
  title: 'Random numbers of which some come more often',
  reason:
    'A secure source draws every byte with the same chance. Arithmetic that does not come out even makes some results more likely: codes and passwords that are made so are found sooner than their length says.',
  remedy:
    'Use `crypto.randomInt(limit)`, which draws again until it comes out even, or draw again yourself where a byte is beyond the last whole multiple.',
  severity: 'warning',
  confidence: 'medium',
  category: 'weak-random',
  languages: ['typescript', 'javascript'],
  cwe: [327, 330],
  sources: [{ title: 'Node.js: crypto.randomInt', url: 'https://nodejs.org/api/crypto.html#cryptorandomintmin-max-callback' }],
  limits: 'Limits that are computed are not judged. Bytes are followed within one function.',
  examples: [
    {
      name: 'a digit is the remainder of a byte',
      base: {},
      head: { 'src/code.ts': "import { randomBytes } from 'node:crypto';\n\nexport const digit = () => randomBytes(1)[0] % 10;\n" },
      finds: ['src/code.ts:3 Not every result is as likely as the others: the remainder of a random byte is more often small than great.'],
    },
    {
      name: 'a digit is drawn by the platform',
      base: {},
      head: { 'src/code.ts': "import { randomInt } from 'node:crypto';\n\nexport const digit = () => randomInt(10);\n" },
      finds: [],
    },
    {
      name: 'two bytes are added',
      base: {},
      head: {
        'src/code.js': "const crypto = require('crypto');\n\nexports.number = () => crypto.randomBytes(1)[0] + crypto.randomBytes(1)[0];\n",
      },
      finds: [
        'src/code.js:3 Not every result is as likely as the others: the sum of random bytes is more often in the middle than at the ends.',
      ],
    },
    {
      name: 'the remainder comes out even',
      base: {},
      head: { 'src/code.js': "const crypto = require('crypto');\n\nexports.number = () => crypto.randomBytes(1)[0] % 16;\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, how } of biasedIn(code))
      yield { at, range: at.node.range, message: `Not every result is as likely as the others: ${harms[how]}.` };
  },
});
