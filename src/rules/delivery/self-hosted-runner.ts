import * as z from 'zod/mini';
import { member, textsOf } from '../../code/document-node.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { matrixValues } from './workflow/matrix.ts';
import { workflowOf, type Job } from './workflow/workflow.ts';

const path = '.github/workflows/ci.yml';
const workflow = (on: string, runner: string): string =>
  `name: CI\non: ${on}\npermissions: {}\njobs:\n  test:\n    runs-on: ${runner}\n    steps:\n      - run: npm test\n`;

export const selfHostedRunner = defineFileRule({
  id: 'delivery/self-hosted-runner',
  title: 'A workflow runs on a machine of one’s own',
  reason:
    'A self-hosted runner is not thrown away after a job unless it was set up to be. Code of a pull request that runs there can stay, and reach what the machine reaches.',
  remedy: 'Run pull requests on hosted runners, or on runners that live for one job, and let outsiders’ runs wait for approval.',
  severity: 'warning',
  confidence: 'medium',
  languages: 'any',
  cwe: [829],
  sources: [
    {
      title: 'GitHub: hardening for self-hosted runners',
      url: 'https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
    },
    { title: 'zizmor: self-hosted-runner', url: 'https://docs.zizmor.sh/audits/#self-hosted-runner' },
  ],
  limits:
    'Runners are known by the label `self-hosted`. Whether the repository is public, and whether the runner is thrown away, is not known: without pull requests it is a note.',
  examples: [
    {
      name: 'pull requests run on a machine of one’s own',
      base: { [path]: workflow('pull_request', 'ubuntu-latest') },
      head: { [path]: workflow('pull_request', '[self-hosted, linux]') },
      finds: [
        `${path}:6 The job \`test\` runs the code of pull requests on a self-hosted runner, where it can stay: use a hosted one, or one that lives for one job.`,
      ],
    },
    { name: 'the runner is hosted', base: {}, head: { [path]: workflow('pull_request', 'ubuntu-latest') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    const read = workflowOf(file);
    for (const job of read?.jobs ?? []) {
      const runner = member(job.node, 'runs-on');
      if (!runner || !labelsOf(job).includes('self-hosted')) continue;
      const isOpen = [...(read?.triggers.keys() ?? [])].some((name) => name.startsWith('pull_request') || name === 'issue_comment');
      yield findingAt(runner, {
        message: isOpen
          ? `The job \`${job.id}\` runs the code of pull requests on a self-hosted runner, where it can stay: use a hosted one, or one that lives for one job.`
          : `The job \`${job.id}\` runs on a self-hosted runner: make sure that it lives for one job, and that nothing from outside runs there.`,
        subject: `self-hosted ${job.id}`,
        ...(!isOpen && { severity: 'note' as const }),
        category: 'ci-runner',
      });
    }
  },
});

function labelsOf({ node }: Job): readonly string[] {
  const runner = member(node, 'runs-on');
  const named = textsOf(runner?.kind === 'object' ? member(runner, 'labels') : runner);
  return named.flatMap((label) => (label.startsWith('${{') ? matrixValues(node, label) : [label]));
}
