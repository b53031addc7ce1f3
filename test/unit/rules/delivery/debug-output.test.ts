import { debugOutput } from '../../../../src/rules/delivery/debug-output.ts';
import { fileCases } from '../rule-cases.ts';

describe('delivery/debug-output', () => {
  fileCases(debugOutput, '.gitlab-ci.yml', [
    [
      'finds a trace of the whole pipeline',
      'variables:\n  CI_DEBUG_TRACE: "false"\n',
      'variables:\n  CI_DEBUG_TRACE: "TRUE"\n',
      ['2 `CI_DEBUG_TRACE` writes every variable of the job, also secret ones, into its log: turn it on for one run only.'],
    ],
    [
      'finds the logs of services',
      '',
      'test:\n  variables:\n    CI_DEBUG_SERVICES:\n      value: "true"\n  script: [make]\n',
      ['3 `CI_DEBUG_SERVICES` writes the logs of the services into that of the job: turn it on for one run only.'],
    ],
    [
      'finds a list of all variables',
      '',
      'test:\n  script:\n    - printenv\n    - make\n',
      ['3 `printenv` prints every variable of the job into its log, where only masked ones are hidden: print those that are meant.'],
    ],
    [
      'leaves one variable and filters alone',
      '',
      'test:\n  script:\n    - printenv HOME\n    - env | grep -c NODE\n    - env NODE_ENV=test make\n',
      [],
    ],
    ['leaves what is off alone', '', 'variables:\n  CI_DEBUG_TRACE: "false"\n  DEBUG: "true"\n', []],
    ['leaves an assignment alone', '', 'test:\n  script:\n    - export NODE_ENV=test\n', []],
  ]);
  fileCases(debugOutput, '.github/workflows/ci.yml', [
    [
      'finds it in a workflow and in a step',
      '',
      'on: push\nenv:\n  ACTIONS_RUNNER_DEBUG: true\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n        env:\n          ACTIONS_STEP_DEBUG: true\n',
      [
        '3 `ACTIONS_RUNNER_DEBUG` writes what the runner does into the log: turn it on for one run only.',
        '10 `ACTIONS_STEP_DEBUG` writes what every action does into the log: turn it on for one run only.',
      ],
    ],
    [
      'leaves a workflow without it alone',
      '',
      'on: push\nenv:\n  NODE_ENV: test\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n',
      [],
    ],
  ]);
});
