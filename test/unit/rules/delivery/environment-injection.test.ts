import { environmentInjection } from '../../../../src/rules/delivery/environment-injection.ts';
import { fileCases } from '../rule-cases.ts';
import { expression, workflow, workflowPath } from './workflow-texts.ts';

const on = 'pull_request_target';
const allow = (value: string): readonly string[] => ['env:', `  ACTIONS_ALLOW_UNSECURE_COMMANDS: ${value}`];

describe('delivery/environment-injection', () => {
  fileCases(environmentInjection, workflowPath, [
    [
      'finds what is read from a file',
      '',
      workflow({ on }, ['run: |', '  echo "V=$(cat version)" >> $GITHUB_ENV']),
      [
        '9 What is written to `GITHUB_ENV` becomes the environment of all later steps, in a workflow that outsiders start with the rights of the repository: hand it over as an output.',
      ],
    ],
    [
      'finds a path and a pipe',
      '',
      workflow({ on: '[workflow_run]' }, ['run: cat paths | tee -a "$GITHUB_PATH"']),
      [
        '8 What is written to `GITHUB_PATH` becomes the environment of all later steps, in a workflow that outsiders start with the rights of the repository: hand it over as an output.',
      ],
    ],
    [
      'finds PowerShell',
      '',
      workflow({ on: 'issue_comment' }, ['run: Write-Output $title >> $env:GITHUB_ENV', 'shell: pwsh']),
      [
        '8 What is written to `GITHUB_ENV` becomes the environment of all later steps, in a workflow that outsiders start with the rights of the repository: hand it over as an output.',
      ],
    ],
    [
      'finds old commands of a job',
      '',
      workflow({ job: allow('true') }, ['run: make']),
      ['7 `ACTIONS_ALLOW_UNSECURE_COMMANDS` lets every printed line set variables of later steps: write to `GITHUB_OUTPUT` instead.'],
    ],
    [
      'finds old commands of the matrix',
      '',
      workflow({ job: ['strategy:', '  matrix:', '    env:', '      - ACTIONS_ALLOW_UNSECURE_COMMANDS: true'] }, [
        'run: make',
        `env: ${expression('matrix.env')}`,
      ]),
      ['13 `ACTIONS_ALLOW_UNSECURE_COMMANDS` lets every printed line set variables of later steps: write to `GITHUB_OUTPUT` instead.'],
    ],
    ['leaves a fixed text alone', '', workflow({ on }, ['run: echo "CC=clang" >> "$GITHUB_ENV"']), []],
    [
      'leaves workflows that outsiders do not start with rights alone',
      '',
      workflow({ on: '[push, pull_request]' }, ['run: echo "V=$(cat version)" >> $GITHUB_ENV']),
      [],
    ],
    ['leaves outputs alone', '', workflow({ on }, ['run: echo "v=$(cat version)" >> $GITHUB_OUTPUT']), []],
    ['leaves old commands that are off alone', '', workflow({ job: allow('false') }, ['run: make']), []],
  ]);
});
