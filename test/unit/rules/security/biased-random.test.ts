import { biasedRandom } from '../../../../src/rules/security/biased-random.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/biased-random in ${path}`, () => {
    fileCases(biasedRandom, path, [
      [
        'finds a remainder',
        '',
        "import { randomBytes } from 'node:crypto';\nexport function f() {\n  const bytes = randomBytes(8);\n  return bytes[0] % 62;\n}\n",
        ['4 Not every result is as likely as the others: the remainder of a random byte is more often small than great.'],
      ],
      [
        'finds a division',
        '',
        "import { randomBytes } from 'node:crypto';\nexport function f() {\n  const bytes = randomBytes(8);\n  return Math.floor(bytes[0] / 25.6);\n}\n",
        [
          '4 Not every result is as likely as the others: a random byte that is divided and rounded gives some numbers more often than others.',
        ],
      ],
      [
        'finds bytes of a loop',
        '',
        "import { randomBytes } from 'node:crypto';\nexport function f(out) {\n  for (const byte of randomBytes(8)) out.push(byte % 10);\n}\n",
        ['3 Not every result is as likely as the others: the remainder of a random byte is more often small than great.'],
      ],
      [
        'finds a product',
        '',
        "const crypto = require('crypto');\nexports.f = () => crypto.randomBytes(1)[0] * crypto.randomBytes(1)[0];\n",
        ['2 Not every result is as likely as the others: the product of random bytes leaves most numbers out.'],
      ],
      [
        'leaves a power of two alone',
        '',
        "import { randomBytes } from 'node:crypto';\nexport const f = () => randomBytes(1)[0] % 64;\n",
        [],
      ],
      [
        'leaves bytes that are drawn again alone',
        '',
        "import { randomBytes } from 'node:crypto';\nexport function f() {\n  const byte = randomBytes(1)[0];\n  if (byte >= 250) return f();\n  return byte % 10;\n}\n",
        [],
      ],
      [
        'leaves a share of one alone',
        '',
        "import { randomBytes } from 'node:crypto';\nexport const f = () => randomBytes(1)[0] / 255;\n",
        [],
      ],
      ['leaves other numbers alone', '', 'export const f = (n) => n[0] % 10;\n', []],
    ]);
  });
}
