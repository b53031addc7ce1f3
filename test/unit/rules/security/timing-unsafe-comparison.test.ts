import { timingUnsafeComparison } from '../../../../src/rules/security/timing-unsafe-comparison.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, secret: string): string =>
  `${line} \`${secret}\` is compared so that the time it takes tells how much of it was right: it can be found by trying.`;

describe('security/timing-unsafe-comparison in Java', () => {
  const java = (...lines: readonly string[]): string =>
    `import javax.crypto.Mac;\n\nclass Hook {\n  boolean accept(HttpServletRequest request, Mac mac, byte[] body, String given) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
  fileCases(timingUnsafeComparison, 'src/main/java/Hook.java', [
    [
      'finds a code that was made a text',
      '',
      java('String expected = Base64.getEncoder().encodeToString(mac.doFinal(body));', 'return expected.equals(given);'),
      [found(6, 'expected')],
    ],
    ['finds a token that a header says', '', java('return request.getHeader("X-Token").equals(apiToken);'), [found(5, 'apiToken')]],
    [
      'finds a code of a library',
      '',
      java('return new HmacUtils(algorithm, key).hmacHex(body).equals(given);', ''),
      [found(5, 'new HmacUtils(algorithm, key).hmacHex(body)')],
    ],
    ['leaves a comparison in constant time alone', '', java('return MessageDigest.isEqual(mac.doFinal(body), given.getBytes());'), []],
    ['leaves the checksum of a file alone', '', java('return Arrays.equals(digest.digest(body), given.getBytes());'), []],
    ['leaves a comparison with a fixed text alone', '', java('return "none".equals(request.getHeader("X-Token"));'), []],
    ['leaves two texts alone', '', java('return request.getHeader("Accept").equals(accepted);'), []],
  ]);
});

for (const path of ['src/hook.ts', 'src/hook.js']) {
  describe(`security/timing-unsafe-comparison in ${path}`, () => {
    fileCases(timingUnsafeComparison, path, [
      [
        'finds a code without a name',
        '',
        "import { createHmac } from 'crypto';\nexport const ok = (body, given, key) => given == createHmac('sha1', key).update(body).digest('hex');\n",
        [found(2, "createHmac('sha1', key).update(body).digest('hex')")],
      ],
      [
        'finds a signature with what stands before it',
        '',
        "import * as crypto from 'node:crypto';\nexport function ok(req, key) {\n  const hmac = crypto.createHmac('sha256', key);\n  const digest = hmac.update(req.rawBody).digest('hex');\n  if (digest !== req.get('x-signature')) throw new Error('no');\n}\n",
        [found(5, 'digest')],
      ],
      [
        'finds a token of the query',
        '',
        'export const ok = (req, config) => req.query.token === config.apiToken;\n',
        [found(1, 'config.apiToken')],
      ],
      ['leaves a token of a parser alone', '', 'export const ok = (token, next) => token === next.token;\n', []],
      ['leaves the signature of a function alone', '', 'export const ok = (signature, other) => signature === other.signature;\n', []],
      [
        'leaves the checksum of a file alone',
        '',
        "import { createHash } from 'crypto';\nexport const ok = (text, given) => createHash('sha256').update(text).digest('hex') === given;\n",
        [],
      ],
      ['leaves a token that is not there alone', '', 'export const ok = (req) => req.query.token === undefined;\n', []],
    ]);
  });
}
