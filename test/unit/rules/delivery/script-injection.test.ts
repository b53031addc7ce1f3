import assert from 'node:assert/strict';
import { scriptInjection } from '../../../../src/rules/delivery/script-injection.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';
import { commit, expression, workflow, workflowPath } from './workflow-texts.ts';

const title = expression('github.event.pull_request.title');

describe('delivery/script-injection', () => {
  fileCases(scriptInjection, workflowPath, [
    [
      'finds the title of a pull request in a script',
      '',
      workflow({ on: 'pull_request' }, ['run: |', '  set -e', `  echo "${title}"`]),
      [
        '10 `github.event.pull_request.title`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds the name of its branch',
      '',
      workflow({}, [`run: git checkout ${expression('github.head_ref')}`]),
      [
        '8 `github.head_ref`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds it written as an index, whatever the case',
      '',
      workflow({}, [`run: echo ${expression("GitHub['event'].issue['TITLE']")}`]),
      [
        '8 `github.event.issue.title`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds it in a choice',
      '',
      workflow({}, [`run: echo ${expression("github.event.comment.body || 'none'")}`]),
      [
        '8 `github.event.comment.body`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds the whole event',
      '',
      workflow({}, [`run: echo '${expression('toJSON(github.event)')}'`]),
      [
        '8 `github.event`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds it in the script of an action',
      '',
      workflow({}, [`uses: actions/github-script@${commit}`, 'with:', `  script: console.log("${title}")`]),
      [
        '10 `github.event.pull_request.title`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds it behind a variable that is put in as text',
      '',
      workflow({}, ['env:', `  TITLE: ${title}`, `run: echo ${expression('env.TITLE')}`]),
      [
        '10 `env.title`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds an input of who starts the workflow',
      '',
      workflow({ on: '{ workflow_dispatch: { inputs: { name: { type: string } } } }' }, [`run: echo ${expression('inputs.name')}`]),
      [
        '8 `inputs.name`, which whoever starts or calls it writes, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'finds a branch that a writer names',
      '',
      workflow({}, [`run: echo ${expression('github.ref_name')}`]),
      [
        '8 `github.ref_name`, which whoever may push a branch or a tag names, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'is less sure about what an earlier step gave out',
      '',
      workflow({}, [`run: echo ${expression('steps.version.outputs.tag')}`]),
      [
        '8 `steps.version.outputs.tag`, which an earlier step, another job or the matrix fills, becomes part of the script before it runs: anything in it is run as code.',
      ],
    ],
    [
      'leaves what GitHub sets alone',
      '',
      workflow({}, [
        `run: echo ${expression('github.event.pull_request.head.sha')} ${expression('github.event.issue.number')} ${expression('github.repository')} ${expression('job.status')}`,
      ]),
      [],
    ],
    [
      'leaves comparisons alone',
      '',
      workflow({}, [`run: echo ${expression("contains(github.event.issue.title, 'bug') || github.head_ref == 'x'")}`]),
      [],
    ],
    ['leaves a variable that the shell reads alone', '', workflow({}, ['env:', `  TITLE: ${title}`, 'run: echo "$TITLE"']), []],
    ['leaves a variable with a fixed text alone', '', workflow({}, ['env:', '  KIND: bug', `run: echo ${expression('env.KIND')}`]), []],
    [
      'leaves inputs that can hold no script alone',
      '',
      workflow({ on: '{ workflow_dispatch: { inputs: { dry: { type: boolean } } } }' }, [
        `run: echo ${expression('inputs.dry')} ${expression('steps.a.outcome')}`,
      ]),
      [],
    ],
    [
      'leaves what is no code alone',
      '',
      workflow({}, [`uses: acme/notify@${commit}`, 'with:', `  title: ${title}`], [`name: ${title}`, 'run: make']),
      [],
    ],
    ['leaves what is broken alone', '', workflow({}, ["run: echo ${{ a b }} ${{ 'x }} ${{ github.event.issue.title"]), []],
  ]);

  it('shows the place in a block', async () => {
    const head = { [workflowPath]: workflow({}, ['run: |', '  set -e', `  echo "${title}"`]) };
    const [finding] = await expectFindings(scriptInjection, {}, head, [
      `${workflowPath}:10 \`github.event.pull_request.title\`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.`,
    ]);
    assert.deepEqual(finding?.location.start, { line: 10, column: 21 });
    assert.deepEqual(finding.location.end, { line: 10, column: 52 });
  });

  it('hands a value over in the environment', async () => {
    const head = { [workflowPath]: workflow({}, ['name: Show', 'run: |', `  show ${expression('github.head_ref')} now`]) };
    const findings = await expectFindings(scriptInjection, {}, head, [
      `${workflowPath}:10 \`github.head_ref\`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.`,
    ]);
    assert.equal(
      withFixes(head, findings)[workflowPath],
      workflow({}, [
        'env:',
        `  GITHUB_HEAD_REF: ${expression('github.head_ref')}`,
        'name: Show',
        'run: |',
        '  show "${GITHUB_HEAD_REF}" now',
      ]),
    );
  });

  it('offers no fix inside single quotes', async () => {
    const head = { [workflowPath]: workflow({}, [`run: echo '${title}'`]) };
    const [finding] = await expectFindings(scriptInjection, {}, head, [
      `${workflowPath}:8 \`github.event.pull_request.title\`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.`,
    ]);
    assert.deepEqual(finding?.fixes, []);
  });
});
