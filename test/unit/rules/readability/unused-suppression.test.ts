import { unusedSuppression } from '../../../../src/rules/readability/unused-suppression.ts';
import { fileCases } from '../rule-cases.ts';

describe('readability/unused-suppression', () => {
  fileCases(unusedSuppression, 'src/a.ts', [
    [
      'finds a rule that does not exist',
      '',
      '// plumbline-allow tests/no-such-rule -- a reason\nexport const a = 1;\n',
      ['1 `plumbline-allow` names the rule `tests/no-such-rule`, which does not exist.'],
    ],
    [
      'finds one after code',
      '',
      'export const a = 1; // plumbline-allow tests/no-such-rule -- a reason\n',
      ['1 `plumbline-allow` names the rule `tests/no-such-rule`, which does not exist.'],
    ],
    [
      'finds two',
      '',
      '// plumbline-allow tests/a -- a reason\nexport const a = 1;\n// plumbline-allow tests/b -- a reason\nexport const b = 1;\n',
      [
        '1 `plumbline-allow` names the rule `tests/a`, which does not exist.',
        '3 `plumbline-allow` names the rule `tests/b`, which does not exist.',
      ],
    ],
    ['leaves a comment of another tool alone', '', '// eslint-disable-next-line no-console -- a reason\nexport const a = 1;\n', []],
    ['leaves a text alone', '', "export const help = 'plumbline-allow tests/no-such-rule -- a reason';\n", []],
    ['leaves code without any alone', '', 'export const a = 1;\n', []],
  ]);
});
