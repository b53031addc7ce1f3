import { hiddenCharacters } from '../../../../src/rules/security/hidden-characters.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/main/java/A.java', 'deploy/run.yaml']) {
  describe(`security/hidden-characters in ${path}`, () => {
    fileCases(hiddenCharacters, path, [
      [
        'finds one in a text',
        '',
        'name: "user‮"\n',
        ['1 The line holds a character that turns the direction of writing (U+202E): it does not read as it runs.'],
      ],
      [
        'finds several on a line',
        '',
        '// ⁦a⁩ ⁦b⁩\n',
        ['1 The line holds 4 characters that turn the direction of writing (U+2066, U+2069): it does not read as it runs.'],
      ],
      [
        'finds two lines',
        '',
        '// ‪\n// ‬\n',
        [
          '1 The line holds a character that turns the direction of writing (U+202A): it does not read as it runs.',
          '2 The line holds a character that turns the direction of writing (U+202C): it does not read as it runs.',
        ],
      ],
      ['leaves other scripts alone', '', '// שלום سلام\n', []],
      ['leaves escapes alone', '', '// \\u202e\n', []],
      ['leaves emoji alone', '', '// 👨‍👩\n', []],
    ]);
  });
}

describe('security/hidden-characters in translations', () => {
  fileCases(hiddenCharacters, 'src/locales/ar.ts', [['leaves translations alone', '', "export const name = '‫name‬';\n", []]]);
});
