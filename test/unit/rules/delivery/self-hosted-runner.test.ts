import { selfHostedRunner } from '../../../../src/rules/delivery/self-hosted-runner.ts';
import { fileCases } from '../rule-cases.ts';
import { expression, workflowPath } from './workflow-texts.ts';

const runsOn = (on: string, runner: string, ...more: readonly string[]): string =>
  [
    `on: ${on}`,
    'jobs:',
    '  test:',
    `    runs-on: ${runner}`,
    ...more.map((line) => `    ${line}`),
    '    steps:',
    '      - run: make',
    '',
  ].join('\n');
const matrix = (...more: readonly string[]): readonly string[] => [
  'strategy:',
  '  matrix:',
  '    os: [self-hosted, ubuntu-latest]',
  ...more.map((line) => `    ${line}`),
];

describe('delivery/self-hosted-runner', () => {
  fileCases(selfHostedRunner, workflowPath, [
    [
      'finds pull requests on a machine of one’s own',
      '',
      runsOn('[push, pull_request]', 'self-hosted'),
      [
        '4 The job `test` runs the code of pull requests on a self-hosted runner, where it can stay: use a hosted one, or one that lives for one job.',
      ],
    ],
    [
      'finds it in a group with labels',
      '',
      runsOn('pull_request', '{ group: big, labels: [self-hosted] }'),
      [
        '4 The job `test` runs the code of pull requests on a self-hosted runner, where it can stay: use a hosted one, or one that lives for one job.',
      ],
    ],
    [
      'notes it without pull requests',
      '',
      runsOn('push', '[self-hosted, linux]'),
      ['4 The job `test` runs on a self-hosted runner: make sure that it lives for one job, and that nothing from outside runs there.'],
    ],
    [
      'finds it in a matrix',
      '',
      runsOn('push', expression('matrix.os'), ...matrix()),
      ['4 The job `test` runs on a self-hosted runner: make sure that it lives for one job, and that nothing from outside runs there.'],
    ],
    ['leaves hosted runners alone', '', runsOn('pull_request', 'ubuntu-latest'), []],
    [
      'leaves what the matrix excludes alone',
      '',
      runsOn('pull_request', expression('matrix.os'), ...matrix('exclude:', '  - os: self-hosted')),
      [],
    ],
    ['leaves what is computed alone', '', runsOn('pull_request', expression('inputs.runner')), []],
  ]);
});
