import { lookAlikeAction } from '../../../../src/rules/delivery/look-alike-action.ts';
import { fileCases } from '../rule-cases.ts';
import { commit, workflow, workflowPath } from './workflow-texts.ts';

const using = (...names: readonly string[]): string => workflow({}, ...names.map((name) => [`uses: ${name}@${commit}`]));

describe('delivery/look-alike-action', () => {
  fileCases(lookAlikeAction, workflowPath, [
    [
      'finds a letter less',
      '',
      using('action/checkout'),
      ['8 `action/checkout` is nearly `actions/checkout`, but its owner is someone else: correct the name.'],
    ],
    [
      'finds two letters changed about',
      '',
      using('dokcer/login-action'),
      ['8 `dokcer/login-action` is nearly `docker/login-action`, but its owner is someone else: correct the name.'],
    ],
    [
      'finds a letter more, in a folder of the repository',
      '',
      using('Actionss/cache/restore'),
      ['8 `actionss/cache` is nearly `actions/cache`, but its owner is someone else: correct the name.'],
    ],
    [
      'notes what is archived',
      '',
      using('actions-rs/toolchain', 'actions/create-release'),
      [
        '8 `actions-rs/toolchain` is archived and gets no corrections any more: replace it.',
        '9 `actions/create-release` is archived and gets no corrections any more: replace it.',
      ],
    ],
    ['leaves well-known ones alone', '', using('actions/checkout', 'docker/login-action', 'Swatinem/rust-cache'), []],
    ['leaves other repositories of a similar owner alone', '', using('action/something-else'), []],
    ['leaves owners with quite another name alone', '', using('acme/checkout', 'my-actions/cache'), []],
  ]);
  fileCases(lookAlikeAction, '.pre-commit-config.yaml', [
    [
      'notes an archived hook',
      '',
      'repos:\n  - repo: https://github.com/pre-commit/mirrors-prettier\n    rev: v4\n',
      ['2 `pre-commit/mirrors-prettier` is archived and gets no corrections any more: replace it.'],
    ],
    ['leaves other hooks alone', '', 'repos:\n  - repo: https://github.com/psf/black.git\n    rev: 24.1.0\n  - repo: local\n', []],
  ]);
});
