import { hiddenCharacters } from '../../../../src/rules/security/hidden-characters.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/main/java/A.java', 'deploy/run.yaml']) {
  describe(`security/hidden-characters in ${path}`, () => {
    fileCases(hiddenCharacters, path, [
      [
        'finds one in a text',
        '',
        'name: "user\u202e"\n',
        ['1 The line holds a character that turns the direction of writing (U+202E): it does not read as it runs.'],
      ],
      [
        'finds several on a line',
        '',
        '// \u2066a\u2069 \u2066b\u2069\n',
        ['1 The line holds 4 characters that turn the direction of writing (U+2066, U+2069): it does not read as it runs.'],
      ],
      [
        'finds two lines',
        '',
        '// \u202a\n// \u202c\n',
        [
          '1 The line holds a character that turns the direction of writing (U+202A): it does not read as it runs.',
          '2 The line holds a character that turns the direction of writing (U+202C): it does not read as it runs.',
        ],
      ],
      ['leaves other scripts alone', '', '// \u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645\n', []],
      ['leaves escapes alone', '', '// \\u202e\n', []],
      ['leaves emoji alone', '', '// 👨\u200d👩\n', []],
    ]);
  });
}

describe('security/hidden-characters in translations', () => {
  fileCases(hiddenCharacters, 'src/locales/ar.ts', [['leaves translations alone', '', "export const name = '\u202bname\u202c';\n", []]]);
});
