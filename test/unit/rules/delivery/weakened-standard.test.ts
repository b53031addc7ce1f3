import { weakenedStandard } from '../../../../src/rules/delivery/weakened-standard.ts';
import { fileCases } from '../rule-cases.ts';

describe('delivery/weakened-standard', () => {
  fileCases(weakenedStandard, 'plumbline.yaml', [
    [
      'finds a rule that is turned off',
      'rules:\n  a/b: error\n',
      "rules:\n  a/b: 'off'\n",
      ['2 `a/b` goes from `error` to `off` for every later change.'],
    ],
    [
      'finds a rule that is lowered, with options',
      'rules:\n  a/b: { severity: error }\n',
      'rules:\n  a/b: { severity: note }\n',
      ['2 `a/b` goes from `error` to `note` for every later change.'],
    ],
    [
      'finds a rule that is named to turn it off',
      'rules: {}\n',
      'rules:\n  a/b: off\n',
      ['2 `a/b` is set to `off` for every later change.'],
    ],
    [
      'finds what is ignored',
      'ignore: [docs/**]\n',
      'ignore: [docs/**, src/legacy/**]\n',
      ['1 `src/legacy/**` is no longer looked at in any later change.'],
    ],
    ['leaves stricter rules alone', 'rules:\n  a/b: note\n', 'rules:\n  a/b: error\n  a/c: warning\n', []],
    ['leaves less that is ignored alone', 'ignore: [a, b]\n', 'ignore: [b]\n', []],
    ['leaves other settings alone', 'name: a\n', 'name: b\n', []],
  ]);
});
