import { sizeFromOutside } from '../../../../src/rules/security/size-from-outside.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/size-from-outside in ${path}`, () => {
    fileCases(sizeFromOutside, path, [
      [
        'finds Buffer.alloc(req.query.size);',
        '',
        script('Buffer.alloc(req.query.size);'),
        ['2 `show` makes something as large as `req.query.size`, which comes from the request, says through `Buffer.alloc`.'],
      ],
      [
        'finds Buffer.allocUnsafe(size);',
        '',
        script('const size = req.body.size;', 'Buffer.allocUnsafe(size);'),
        [
          '3 `show` makes something as large as `req.body.size`, which comes from the body of the request, says through `Buffer.allocUnsafe`.',
        ],
      ],
      [
        'finds Buffer.alloc(req.params.n);',
        '',
        script('Buffer.alloc(req.params.n);'),
        ['2 `show` makes something as large as `req.params.n`, which comes from the request, says through `Buffer.alloc`.'],
      ],
      ['is silent on Buffer.alloc(10);', '', script('Buffer.alloc(10);'), []],
      ['is silent on Buffer.from(req.query.text);', '', script('Buffer.from(req.query.text);'), []],
      [
        'is silent on Buffer.alloc(req.query.size);',
        '',
        script('if (!sizes.includes(req.query.size)) return;', 'Buffer.alloc(req.query.size);'),
        [],
      ],
    ]);
  });
}
