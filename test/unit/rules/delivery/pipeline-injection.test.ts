import { pipelineInjection } from '../../../../src/rules/delivery/pipeline-injection.ts';
import { fileCases } from '../rule-cases.ts';

const job = (...script: readonly string[]): string => `deploy:\n  script:\n${script.map((line) => `    - ${line}\n`).join('')}`;

describe('delivery/pipeline-injection', () => {
  fileCases(pipelineInjection, '.gitlab-ci.yml', [
    [
      'finds a second shell',
      '',
      job('bash -c "./deploy $CI_COMMIT_REF_NAME"'),
      [
        '3 `CI_COMMIT_REF_NAME`, which whoever pushes or opens a merge request writes, is read by `bash -c` as a script: hand it over as data.',
      ],
    ],
    [
      'finds a shell of another machine',
      '',
      job('make', 'ssh deploy@acme.io "cd /srv && git checkout ${CI_MERGE_REQUEST_SOURCE_BRANCH_NAME}"'),
      [
        '4 `CI_MERGE_REQUEST_SOURCE_BRANCH_NAME`, which whoever pushes or opens a merge request writes, is read by `ssh` as a script: hand it over as data.',
      ],
    ],
    [
      'finds an interpreter',
      '',
      job('python3 -c "print(\'$CI_MERGE_REQUEST_TITLE\')"'),
      [
        '3 `CI_MERGE_REQUEST_TITLE`, which whoever pushes or opens a merge request writes, is read by `python3` as a script: hand it over as data.',
      ],
    ],
    [
      'finds an input whose variables are expanded',
      '',
      job('cd $[[ inputs.folder | expand_vars ]]'),
      ['3 The input `folder` becomes part of the script, with the variables in it expanded: leave `expand_vars` out.'],
    ],
    ['leaves what the shell expands alone', '', job('echo "$CI_COMMIT_MESSAGE"', 'git checkout "$CI_COMMIT_REF_NAME"'), []],
    [
      'leaves what GitLab itself writes alone',
      '',
      job('ssh acme.io "deploy $CI_COMMIT_SHA $CI_PIPELINE_ID"', 'eval "$(ssh-agent -s)"'),
      [],
    ],
    ['leaves a script without such a text alone', '', job('bash -c "make test"', 'sh ./deploy.sh "$CI_COMMIT_TITLE"'), []],
  ]);
  fileCases(pipelineInjection, 'ci.yml', [['leaves other files alone', '', job('eval "$CI_COMMIT_MESSAGE"'), []]]);
});
