import { broadPermissions } from '../../../../src/rules/delivery/broad-permissions.ts';
import { fileCases } from '../rule-cases.ts';
import { workflow, workflowPath } from './workflow-texts.ts';

describe('delivery/broad-permissions', () => {
  fileCases(broadPermissions, workflowPath, [
    [
      'finds all rights',
      workflow({}, ['run: make']),
      workflow({ permissions: 'write-all' }, ['run: make']),
      ['3 `write-all` gives the token of every job all rights: name those that are needed.'],
    ],
    [
      'finds the right to read everything',
      '',
      workflow({ permissions: 'read-all' }, ['run: make']),
      ['3 `read-all` gives the token of every job the right to read everything: name those that are needed.'],
    ],
    [
      'finds all rights of a job',
      '',
      workflow({ job: ['permissions: write-all'] }, ['run: make']),
      ['7 `write-all` gives the token of the job `build` all rights: name those that are needed.'],
    ],
    [
      'finds a right that is given to the workflow',
      '',
      workflow({ permissions: '{ contents: read, packages: write }' }, ['run: make']),
      ['3 `packages: write` is given to the whole workflow, so to every job that is added later: give it to the job that needs it.'],
    ],
    [
      'finds that nothing is said any more',
      workflow({}, ['run: make']),
      workflow({ permissions: undefined }, ['run: make']),
      ['5 Nothing says what the token of the job `build` may do, so that it has all rights that are given by default: set `permissions`.'],
    ],
    [
      'finds a call of another workflow for which nothing is said',
      '',
      'on: workflow_call\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n',
      ['3 Nothing says what the token of the job `a` may do, so that it has all rights that are given by default: set `permissions`.'],
    ],
    ['leaves no rights alone', '', workflow({}, ['run: make']), []],
    ['leaves the right of a job alone', '', workflow({ job: ['permissions:', '  contents: write'] }, ['run: make']), []],
    [
      'leaves jobs that all say what they need alone',
      '',
      workflow({ permissions: undefined, job: ['permissions: { contents: read }'] }, ['run: make']),
      [],
    ],
    ['leaves a workflow that is called alone', '', workflow({ on: 'workflow_call', permissions: undefined }, ['run: make']), []],
  ]);
});
