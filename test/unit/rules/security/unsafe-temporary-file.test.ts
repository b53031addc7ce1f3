import assert from 'node:assert/strict';
import { unsafeTemporaryFile } from '../../../../src/rules/security/unsafe-temporary-file.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

describe('security/unsafe-temporary-file in Java', () => {
  const java = (...lines: readonly string[]): string =>
    `class Export {\n  void run(File folder) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
  fileCases(unsafeTemporaryFile, 'src/main/java/Export.java', [
    [
      'finds a fixed name',
      '',
      java('new FileWriter("/tmp/export.csv").write("a");'),
      ['3 `FileWriter` writes to a name in the shared temporary folder that others can foresee.'],
    ],
    [
      'finds a folder',
      '',
      java('File work = Files.createTempDir();'),
      ['3 `Files.createTempDir` makes a folder that everybody on the machine can read.'],
    ],
    [
      'finds a file',
      '',
      java('File work = File.createTempFile("a", null);'),
      ['3 `File.createTempFile` makes a file that everybody on the machine can read.'],
    ],
    ['leaves a folder of its own alone', '', java('File work = File.createTempFile("a", null, folder);'), []],
    ['leaves another folder alone', '', java('new FileWriter("/var/log/export.csv").write("a");'), []],
    ['leaves a file for one user alone', '', java('Path work = Files.createTempFile("a", null);'), []],
  ]);
});

for (const path of ['src/export.ts', 'src/export.js']) {
  const script = (...lines: readonly string[]): string => `import * as fs from 'fs';\nimport { tmpdir } from 'os';\n${lines.join('\n')}\n`;
  const found = (line: number, name: string): string =>
    `${line} \`${name}\` writes to a name in the shared temporary folder that others can foresee.`;
  describe(`security/unsafe-temporary-file in ${path}`, () => {
    fileCases(unsafeTemporaryFile, path, [
      ['finds a fixed name', '', script("fs.createWriteStream('/tmp/export.csv');"), [found(3, 'createWriteStream')]],
      [
        'finds a name with the time',
        '',
        script('export const f = (text) => fs.writeFile(`${tmpdir()}/export-${Date.now()}`, text);'),
        [found(3, 'writeFile')],
      ],
      [
        'finds a name that is held',
        '',
        script("export function f(text) {\n  const file = tmpdir() + '/a';\n  fs.appendFileSync(file, text);\n}"),
        [found(5, 'appendFileSync')],
      ],
      ['leaves a name by chance alone', '', script('export const f = (text, id) => fs.writeFile(`${tmpdir()}/${id}`, text);'), []],
      [
        'leaves what must not be there alone',
        '',
        script("export const f = (text) => fs.writeFileSync('/tmp/a', text, { flag: 'wx' });"),
        [],
      ],
      ['leaves what is read alone', '', script("export const f = () => fs.readFileSync('/tmp/a');"), []],
      ['leaves a folder of the program alone', '', script("export const f = (text) => fs.writeFileSync('data/tmp/a', text);"), []],
    ]);

    it('is less sure of a text that is fixed', async () => {
      const head = { [path]: script("export const f = () => fs.writeFileSync('/tmp/done', 'done');") };
      const findings = await expectFindings(unsafeTemporaryFile, {}, head, [`${path}:${found(3, 'writeFileSync')}`]);
      assert.deepEqual(
        findings.map(({ confidence }) => confidence),
        ['low'],
      );
    });
  });
}
