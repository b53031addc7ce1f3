import assert from 'node:assert/strict';
import { unpinnedAction } from '../../../../src/rules/delivery/unpinned-action.ts';
import { expectFindings, fileCases, withFixes, type Texts } from '../rule-cases.ts';
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

describe('delivery/unpinned-action, the fix from what else the repository says', () => {
  const other = 'a'.repeat(40);

  async function fixedUse(uses: string, around: Texts): Promise<string | undefined> {
    const head = { ...around, [workflowPath]: workflow({}, [`uses: ${uses}`]) };
    const findings = await expectFindings(unpinnedAction, around, head, [
      `${workflowPath}:8 \`acme/deploy\` is taken from the tag or branch \`${/@([\w.]+)/.exec(uses)?.[1] ?? ''}\`, which its owner can move to other code: name the commit.`,
    ]);
    if (findings.every(({ fixes }) => fixes.length === 0)) return undefined;
    return /uses: (.*)/.exec(withFixes(head, findings)[workflowPath] ?? '')?.[1];
  }
  const named = (version: string, sha = commit, path = '.github/workflows/release.yml'): Texts => ({
    [path]: workflow({}, [`uses: acme/deploy@${sha} # ${version}`]),
  });

  it('takes the commit of the same version from another workflow', async () => {
    assert.equal(await fixedUse('acme/deploy@v3.1.0', named('v3.1.0')), `acme/deploy@${commit} # v3.1.0`);
    assert.equal(await fixedUse("'acme/deploy@v3'", named('3')), `'acme/deploy@${commit}' # 3`);
    assert.equal(await fixedUse('acme/deploy@v3 # the usual one', named('v3')), `acme/deploy@${commit} # the usual one`);
  });
  it('takes it from a composite action, and from the lock file of the actions', async () => {
    const action = `name: Setup\nruns:\n  using: composite\n  steps:\n    - uses: acme/deploy@${commit} # v3\n`;
    assert.equal(await fixedUse('acme/deploy@v3', { '.github/actions/setup/action.yml': action }), `acme/deploy@${commit} # v3`);
    const lock = { entries: { 'acme/deploy@v3': { repo: 'acme/deploy', version: 'v3', sha: commit }, 'acme/lint@v1': { sha: 'main' } } };
    assert.equal(await fixedUse('acme/deploy@v3', { '.github/aw/actions-lock.json': JSON.stringify(lock) }), `acme/deploy@${commit} # v3`);
  });
  it('takes the one version within what is asked for, and says which', async () => {
    assert.equal(await fixedUse('acme/deploy@v3', named('v3.1.4')), `acme/deploy@${commit} # v3.1.4`);
  });
  it('offers none where the repository tells of another version, or of several', async () => {
    assert.equal(await fixedUse('acme/deploy@v3', named('v2.9.0')), undefined);
    assert.equal(await fixedUse('acme/deploy@v3.1.0', named('v3.1.4')), undefined);
    assert.equal(await fixedUse('acme/deploy@main', named('v3')), undefined);
    assert.equal(await fixedUse('acme/deploy@v3', { ...named('v3.1.4'), ...named('v3.2.0', other, '.github/workflows/b.yml') }), undefined);
  });
});
