import assert from 'node:assert/strict';
import { persistedCredentials } from '../../../../src/rules/delivery/persisted-credentials.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';
import { commit, workflow, workflowPath } from './workflow-texts.ts';

const checkout = `uses: actions/checkout@${commit}`;
const upload = (path: string): readonly string[] => [`uses: actions/upload-artifact@${commit}`, 'with:', `  path: ${path}`];

describe('delivery/persisted-credentials', () => {
  fileCases(persistedCredentials, workflowPath, [
    [
      'finds a token in an uploaded folder',
      '',
      workflow({}, [checkout], upload('.')),
      [
        '8 The checkout leaves the token of the workflow on disk, and `actions/upload-artifact` takes the folder with it: set `persist-credentials: false`.',
      ],
    ],
    [
      'finds a token in the whole workspace',
      '',
      workflow({}, ['name: Code', checkout, 'with:', '  fetch-depth: 0'], upload('./')),
      [
        '9 The checkout leaves the token of the workflow on disk, and `actions/upload-artifact` takes the folder with it: set `persist-credentials: false`.',
      ],
    ],
    [
      'notes a token that later steps can read',
      '',
      workflow({}, [checkout], ['run: make']),
      ['8 The checkout leaves the token of the workflow on disk, where every later step can read it: set `persist-credentials: false`.'],
    ],
    [
      'notes a token that is kept on purpose',
      '',
      workflow({}, [checkout, 'with:', '  persist-credentials: "true"']),
      ['8 The checkout leaves the token of the workflow on disk, where every later step can read it: set `persist-credentials: false`.'],
    ],
    [
      'leaves a checkout that keeps no token alone',
      '',
      workflow({}, [checkout, 'with:', '  persist-credentials: "false"'], upload('.')),
      [],
    ],
    ['leaves a job that pushes alone', '', workflow({}, [checkout], ['run: |', '  git commit -am x', '  git -C . push origin main']), []],
    ['leaves a job alone that has an action push', '', workflow({}, [checkout], ['uses: stefanzweifel/git-auto-commit-action@v5']), []],
    ['leaves what is no checkout alone', '', workflow({}, ['run: git clone x']), []],
  ]);

  for (const [name, before, after] of [
    ['without inputs', [checkout], [checkout, 'with:', '  persist-credentials: false']],
    ['with inputs', [checkout, 'with:', '  ref: main'], [checkout, 'with:', '  persist-credentials: false', '  ref: main']],
    ['that says so', [checkout, 'with:', '  persist-credentials: true'], [checkout, 'with:', '  persist-credentials: false']],
  ] as const)
    it(`mends a checkout ${name}`, async () => {
      const head = { [workflowPath]: workflow({}, before, ['run: make']) };
      const findings = await expectFindings(persistedCredentials, {}, head, [
        `${workflowPath}:8 The checkout leaves the token of the workflow on disk, where every later step can read it: set \`persist-credentials: false\`.`,
      ]);
      assert.equal(withFixes(head, findings)[workflowPath], workflow({}, after, ['run: make']));
    });
});
