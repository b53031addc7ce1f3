import { uncheckedCipherTag } from '../../../../src/rules/security/unchecked-cipher-tag.ts';
import { fileCases } from '../rule-cases.ts';

const open = (...lines: readonly string[]): string =>
  `import crypto from 'node:crypto';\n\nexport function open(text, key, iv, tag) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const unused = '4 The text is used without `final()`, so that one that was changed on the way is taken as it is.';
const short = '4 Nothing says `authTagLength`, so that a tag of four bytes is taken, which is guessed in no time.';

for (const path of ['src/vault.ts', 'src/vault.js']) {
  describe(`security/unchecked-cipher-tag in ${path}`, () => {
    fileCases(uncheckedCipherTag, path, [
      [
        'finds a text that is used at once',
        '',
        open("const box = crypto.createDecipheriv('aes-128-gcm', key, iv);", 'box.setAuthTag(tag);', 'return box.update(text);'),
        [unused],
      ],
      [
        'finds another mode',
        '',
        open("const box = crypto.createDecipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 });", 'return box.update(text);'),
        [unused],
      ],
      [
        'finds a tag of any length',
        '',
        open(
          "const box = crypto.createDecipheriv('aes-256-gcm', key, iv);",
          'box.setAuthTag(tag);',
          'return box.update(text) + box.final();',
        ),
        [short],
      ],
      [
        'leaves a tag whose length is said alone',
        '',
        open(
          "const box = crypto.createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });",
          'return box.update(text) + box.final();',
        ),
        [],
      ],
      [
        'leaves a tag whose length is looked at alone',
        '',
        open(
          "const box = crypto.createDecipheriv('aes-256-gcm', key, iv);",
          'if (tag.length !== 16) throw new Error();',
          'return box.update(text) + box.final();',
        ),
        [],
      ],
      [
        'leaves a mode without a tag alone',
        '',
        open("const box = crypto.createDecipheriv('aes-256-ctr', key, iv);", 'return box.update(text);'),
        [],
      ],
      ['leaves a stream alone', '', open("text.pipe(crypto.createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }));"), []],
    ]);
  });
}
