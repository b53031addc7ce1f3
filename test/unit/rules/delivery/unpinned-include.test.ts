import { unpinnedInclude } from '../../../../src/rules/delivery/unpinned-include.ts';
import { fileCases } from '../rule-cases.ts';

const commit = '0a727065ae5a2313e8e6acf172844e8ca30c1822';

describe('delivery/unpinned-include', () => {
  fileCases(unpinnedInclude, '.gitlab-ci.yml', [
    [
      'finds a file behind a URL, in a list and alone',
      '',
      'include: https://ci.acme.io/test.yml\n',
      [
        '1 The pipeline includes `https://ci.acme.io/test.yml`, which can be changed without a change here: keep a copy, or give its `integrity`.',
      ],
    ],
    [
      'finds a project that lost its version',
      'include:\n  - project: acme/ci\n    ref: v1.2.0\n    file: build.yml\n',
      'include:\n  - project: acme/ci\n    file: build.yml\n',
      ['2 The pipeline includes a file of `acme/ci` without a `ref`, as it happens to be on the default branch: name a commit or a tag.'],
    ],
    [
      'finds a branch',
      '',
      'include:\n  project: acme/ci\n  ref: main\n  file: build.yml\n',
      ['2 The pipeline includes a file of `acme/ci` from the branch `main`, which moves: name a commit or a tag.'],
    ],
    [
      'finds a component in the latest version, behind declared inputs',
      '',
      'spec:\n  inputs:\n    name:\n---\ninclude:\n  - component: gitlab.acme.io/ci/scan@~latest\n',
      ['6 The component `gitlab.acme.io/ci/scan` is taken in whatever version there is: name one.'],
    ],
    ['leaves a commit alone', '', `include:\n  - project: acme/ci\n    ref: ${commit}\n    file: build.yml\n`, []],
    [
      'leaves files and templates of the instance alone',
      '',
      'include:\n  - /ci/build.yml\n  - local: a.yml\n  - template: Auto-DevOps.gitlab-ci.yml\n',
      [],
    ],
    [
      'leaves integrity and this project alone',
      '',
      `include:\n  - remote: https://ci.acme.io/a.yml\n    integrity: sha256-abc\n  - project: $CI_PROJECT_PATH\n    file: a.yml\n`,
      [],
    ],
  ]);
  fileCases(unpinnedInclude, 'docs/include.yml', [['leaves other files alone', '', 'include: https://ci.acme.io/test.yml\n', []]]);
});
