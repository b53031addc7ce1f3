import { dangerousTrigger } from '../../../../src/rules/delivery/dangerous-trigger.ts';
import { fileCases } from '../rule-cases.ts';
import { commit, expression, workflow, workflowPath } from './workflow-texts.ts';

const checkout = (ref: string): readonly string[] => [`uses: actions/checkout@${commit}`, 'with:', `  ref: ${ref}`];
const head = expression('github.event.pull_request.head.sha');

describe('delivery/dangerous-trigger', () => {
  fileCases(dangerousTrigger, workflowPath, [
    [
      'finds the head of a pull request that is checked out',
      '',
      workflow({ on: 'pull_request_target' }, checkout(head)),
      [
        '8 This checks out the code of the pull request in a workflow on `pull_request_target`, which has the secrets of the repository: whoever opens a pull request can run code with them.',
      ],
    ],
    [
      'finds the head of the run before',
      '',
      workflow({ on: '{ workflow_run: { workflows: [CI] } }' }, checkout(expression('github.event.workflow_run.head_branch'))),
      [
        '8 This checks out the code of the pull request in a workflow on `workflow_run`, which has the secrets of the repository: whoever opens a pull request can run code with them.',
      ],
    ],
    [
      'finds it checked out by a command',
      '',
      workflow({ on: '[push, pull_request_target]' }, ['run: |', '  gh pr checkout "$NUMBER"', '  npm ci']),
      [
        '8 This checks out the code of the pull request in a workflow on `pull_request_target`, which has the secrets of the repository: whoever opens a pull request can run code with them.',
      ],
    ],
    [
      'finds it fetched with git',
      '',
      workflow({ on: 'pull_request_target' }, ['run: git fetch origin pull/$NUMBER/head']),
      [
        '8 This checks out the code of the pull request in a workflow on `pull_request_target`, which has the secrets of the repository: whoever opens a pull request can run code with them.',
      ],
    ],
    [
      'notes the trigger alone',
      '',
      workflow({ on: 'pull_request_target' }, [`uses: acme/greet@${commit}`]),
      [
        '2 The workflow runs on `pull_request_target` with the secrets of the repository, also for pull requests from forks: it must run nothing that comes from them.',
      ],
    ],
    [
      'finds what a change of the trigger makes dangerous',
      workflow({ on: 'pull_request' }, checkout(head)),
      workflow({ on: 'pull_request_target' }, checkout(head)),
      [
        '8 This checks out the code of the pull request in a workflow on `pull_request_target`, which has the secrets of the repository: whoever opens a pull request can run code with them.',
      ],
    ],
    ['leaves the same checkout without rights alone', '', workflow({ on: 'pull_request' }, checkout(head)), []],
    [
      'leaves what stays as it was alone',
      workflow({ on: 'pull_request_target' }, checkout(head)),
      workflow({ on: 'pull_request_target' }, checkout(head), ['run: make']),
      [],
    ],
    ['leaves an action alone', '', 'on: pull_request_target\n', []],
  ]);
});
