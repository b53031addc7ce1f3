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
    [
      'leaves a text alone that has a comment in it',
      '',
      "const code = '// plumbline-allow tests/no-such-rule -- a reason';\nexport const more = `# plumbline-allow tests/no-such-rule -- a reason`;\n",
      [],
    ],
    [
      'finds one after a text and an apostrophe that is escaped',
      '',
      "export const a = 'it\\'s'; // plumbline-allow tests/no-such-rule -- a reason\n",
      ['1 `plumbline-allow` names the rule `tests/no-such-rule`, which does not exist.'],
    ],
    [
      'finds one after a word with an apostrophe',
      '',
      "/* it's all */ export const a = 1; // plumbline-allow tests/no-such-rule -- a reason\n",
      ['1 `plumbline-allow` names the rule `tests/no-such-rule`, which does not exist.'],
    ],
    ['leaves code without any alone', '', 'export const a = 1;\n', []],
  ]);
  fileCases(unusedSuppression, 'docs/suppressing.md', [
    [
      'leaves a page alone that shows how it is done',
      '',
      '```ts\n// plumbline-allow tests/no-such-rule -- the reason\n```\n- # plumbline-allow tests/no-such-rule -- the reason\n',
      [],
    ],
    [
      'finds one in a comment of a page',
      '',
      '<!-- plumbline-allow tests/no-such-rule -- a reason -->\ntext\n',
      ['1 `plumbline-allow` names the rule `tests/no-such-rule`, which does not exist.'],
    ],
  ]);
});
