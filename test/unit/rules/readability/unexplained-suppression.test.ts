import { unexplainedSuppression } from '../../../../src/rules/readability/unexplained-suppression.ts';
import { fileCases } from '../rule-cases.ts';

const says = 'This suppression of `security/hardcoded-secret` gives no reason and suppresses nothing.';

describe('readability/unexplained-suppression', () => {
  fileCases(unexplainedSuppression, 'src/a.ts', [
    ['finds one on its own line', '', '// plumbline-allow security/hardcoded-secret\nexport const a = 1;\n', [`1 ${says}`]],
    ['finds one after code', '', 'export const a = 1; // plumbline-allow security/hardcoded-secret\n', [`1 ${says}`]],
    [
      'finds one with hyphens and nothing after them',
      '',
      '/* plumbline-allow security/hardcoded-secret -- */\nexport const a = 1;\n',
      [`1 ${says}`],
    ],
    ['leaves a reason alone', '', '// plumbline-allow security/hardcoded-secret -- a public key\nexport const a = 1;\n', []],
    [
      'leaves an older one alone',
      '// plumbline-allow security/hardcoded-secret\nexport const a = 1;\n\n\nexport const b = 1;\n',
      '// plumbline-allow security/hardcoded-secret\nexport const a = 1;\n\n\nexport const b = 2;\n',
      [],
    ],
    ['leaves a text that mentions it alone', '', "export const help = 'write plumbline-allow above the line';\n", []],
  ]);
});
