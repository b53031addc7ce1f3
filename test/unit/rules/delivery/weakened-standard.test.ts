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
    [
      'finds what is waived',
      'rules: {}\n',
      'rules: {}\nwaivers:\n  - { rule: a/b, paths: [x], reason: r, owner: o, expires: 2026-12-31 }\n',
      ['3 What `a/b` finds is let pass until 2026-12-31 for every later change.'],
    ],
    [
      'finds what is waived for longer',
      'waivers:\n  - { rule: a/b, reason: r, owner: o, expires: 2026-06-30 }\n',
      'waivers:\n  - { rule: a/b, reason: r, owner: p, expires: 2026-12-31 }\n',
      ['2 What `a/b` finds is let pass until 2026-12-31, and no longer only until 2026-06-30.'],
    ],
    [
      'leaves waivers alone that end sooner, or are explained better',
      'waivers:\n  - { rule: a/b, reason: r, owner: o, expires: 2026-12-31 }\n  - { rule: a/c, reason: r, owner: o, expires: 2026-12-31 }\n',
      'waivers:\n  - { rule: a/b, reason: s, owner: p, expires: 2026-06-30 }\n',
      [],
    ],
    ['leaves other settings alone', 'name: a\n', 'name: b\n', []],
  ]);

  const entry = (fingerprint: string): string => `    {"path":"a","rule":"a/b","fingerprint":"${fingerprint}"}`;
  const baseline = (...fingerprints: readonly string[]): string =>
    `{\n  "version": 1,\n  "findings": [\n${fingerprints.map(entry).join(',\n')}\n  ]\n}\n`;
  fileCases(weakenedStandard, 'plumbline.baseline.json', [
    [
      'finds what is added to the baseline',
      baseline('1'),
      baseline('0', '1', '2'),
      ['4 2 findings are added to the baseline: a review of the whole tree lets them pass.'],
    ],
    ['leaves a baseline alone that shrinks', baseline('1', '2'), baseline('2'), []],
  ]);
});
