import { unpinnedAction } from '../../../../src/rules/delivery/unpinned-action.ts';
import { fileCases } from '../rule-cases.ts';
import { commit, expression, workflow, workflowPath } from './workflow-texts.ts';

describe('delivery/unpinned-action', () => {
  fileCases(unpinnedAction, workflowPath, [
    [
      'finds the tag of someone else’s action',
      '',
      workflow({}, ['uses: acme/deploy@v3 # the usual one']),
      ['8 `acme/deploy` is taken from the tag or branch `v3`, which its owner can move to other code: name the commit.'],
    ],
    [
      'finds a branch',
      '',
      workflow({}, ['name: Deploy', 'uses: acme/deploy/sub@main']),
      ['9 `acme/deploy/sub` is taken from the tag or branch `main`, which its owner can move to other code: name the commit.'],
    ],
    [
      'finds an action without a version',
      '',
      workflow({}, ['uses: acme/deploy']),
      ['8 `acme/deploy` is named without a version, so that every run takes what its owner has last pushed: name the commit.'],
    ],
    [
      'finds an action of GitHub itself',
      '',
      workflow({}, ['uses: actions/checkout@v4']),
      ['8 `actions/checkout` is taken from the tag or branch `v4`, which its owner can move to other code: name the commit.'],
    ],
    [
      'finds an action in a list and in a block',
      '',
      workflow({}, ['{ uses: "acme/deploy@v3" }'], ['uses: |', '  acme/lint@v1']),
      [
        '8 `acme/deploy` is taken from the tag or branch `v3`, which its owner can move to other code: name the commit.',
        '9 `acme/lint` is taken from the tag or branch `v1`, which its owner can move to other code: name the commit.',
      ],
    ],
    [
      'finds images that are moved',
      '',
      workflow({ job: ['container: node', 'services:', '  db:', '    image: postgres:latest'] }, ['uses: docker://alpine:edge']),
      [
        '7 The image `node` has no tag, so that it is whatever was last published as `latest`: name the digest, or a version.',
        '10 The image `postgres:latest` has the tag `latest`, which is moved with every release: name the digest, or a version.',
        '12 The image `alpine` has the tag `edge`, which is moved with every release: name the digest, or a version.',
      ],
    ],
    [
      'finds an image of the matrix',
      '',
      workflow(
        { job: ['container:', `  image: ${expression('matrix.image')}`, 'strategy:', '  matrix:', '    image: [ubuntu:24.04, ubuntu]'] },
        ['run: make'],
      ),
      ['8 The image `ubuntu` has no tag, so that it is whatever was last published as `latest`: name the digest, or a version.'],
    ],
    [
      'finds a reusable workflow',
      '',
      'on: push\njobs:\n  call:\n    uses: acme/workflows/.github/workflows/build.yml@main\n',
      [
        '4 `acme/workflows/.github/workflows/build.yml` is taken from the tag or branch `main`, which its owner can move to other code: name the commit.',
      ],
    ],
    [
      'finds nothing new where the version of a tag is raised',
      workflow({}, ['uses: acme/deploy@v3']),
      workflow({}, ['uses: acme/deploy@v4']),
      [],
    ],
    ['leaves commits alone', '', workflow({}, [`uses: acme/deploy@${commit} # v3`]), []],
    ['leaves what lies in the repository alone', '', workflow({}, ['uses: ./.github/actions/build'], ['uses: ../shared']), []],
    [
      'leaves images with a version or digest alone',
      '',
      workflow(
        {
          job: [
            'container: node:22.3',
            'services:',
            '  db:',
            `    image: postgres@sha256:${commit}`,
            '  own:',
            `    image: ${expression('vars.IMAGE')}`,
          ],
        },
        ['run: make'],
      ),
      [],
    ],
    ['leaves what is no workflow alone', '', 'steps:\n  - run: make\n', []],
  ]);
});

describe('delivery/unpinned-action in an action', () => {
  fileCases(unpinnedAction, 'setup/action.yml', [
    [
      'finds the action that it uses',
      '',
      'name: Setup\nruns:\n  using: composite\n  steps:\n    - uses: acme/deploy@v3\n',
      ['5 `acme/deploy` is taken from the tag or branch `v3`, which its owner can move to other code: name the commit.'],
    ],
    ['leaves an action in JavaScript alone', '', 'name: Setup\nruns:\n  using: node20\n  main: index.js\n', []],
  ]);
});
