import * as z from 'zod/mini';
import { commandsIn, invoked } from './shell/commands.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { inputOf, stepSubject, workflowOf, type Step, type Workflow } from './workflow/workflow.ts';

const path = '.github/workflows/pr.yml';
const workflow = (on: string, steps: string): string =>
  `name: PR\non: ${on}\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const checkout = `      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n`;

/** Events that run with the rights and secrets of the repository although an outsider causes them. */
const privileged: ReadonlySet<string> = new Set(['pull_request_target', 'workflow_run']);

export const dangerousTrigger = defineFileRule({
  id: 'delivery/dangerous-trigger',
  title: 'An outsider’s pull request starts a workflow that has secrets',
  reason:
    'Workflows on `pull_request_target` and `workflow_run` run with a token that can write and with all secrets, even for a pull request from a fork. Where such a workflow also checks out the fork’s code and builds it, anyone can take both.',
  remedy:
    'Use `pull_request`. Where rights are needed, split it: build without rights on `pull_request`, hand the result over as an artifact, and treat that as untrusted.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [829, 94],
  sources: [
    {
      title: 'GitHub Security Lab: Preventing pwn requests',
      url: 'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
    },
    { title: 'zizmor: dangerous-triggers', url: 'https://docs.zizmor.sh/audits/#dangerous-triggers' },
  ],
  limits:
    'A trigger without a checkout of the fork’s code is a note. Checkouts are known by `actions/checkout`, `gh pr checkout` and `git fetch … pull/`.',
  examples: [
    {
      name: 'the code of a fork is checked out with the secrets of the repository',
      base: { [path]: workflow('pull_request', checkout) },
      head: { [path]: workflow('pull_request_target', checkout) },
      finds: [
        `${path}:8 This checks out the code of the pull request in a workflow on \`pull_request_target\`, which has the secrets of the repository: whoever opens a pull request can run code with them.`,
      ],
    },
    {
      name: 'the workflow runs without rights',
      base: {},
      head: { [path]: workflow('pull_request', checkout) },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const read = workflowOf(file);
    const [event] = [...(read?.triggers ?? [])].filter(([name]) => privileged.has(name));
    if (!read || !event) return;
    const [name, node] = event;
    const checkouts = read.steps.filter(checksOutHead);
    for (const step of checkouts)
      yield findingAt(step.uses?.node ?? step.run ?? step.node, {
        message: `This checks out the code of the pull request in a workflow on \`${name}\`, which has the secrets of the repository: whoever opens a pull request can run code with them.`,
        subject: `${name} ${stepSubject(step)}`,
        content: name,
        category: 'ci-trigger',
      });
    if (checkouts.length === 0 && !onlyLabels(read))
      yield findingAt(node, {
        message: `The workflow runs on \`${name}\` with the secrets of the repository, also for pull requests from forks: it must run nothing that comes from them.`,
        subject: name,
        severity: 'note',
        confidence: 'medium',
        category: 'ci-trigger',
      });
  },
});

/** Actions that read the names of a pull request's files or its state, and run nothing of it. */
const harmless = new Set([
  'actions/labeler',
  'actions/stale',
  'actions/first-interaction',
  'pozil/auto-assign-issue',
  'toshimaru/auto-author-assign',
]);

function onlyLabels({ steps, jobs }: Workflow): boolean {
  return steps.length > 0 && steps.every(({ uses }) => harmless.has(uses?.name ?? '')) && jobs.every(({ uses }) => !uses);
}

const head = /github\.(?:head_ref|event\.(?:pull_request\.(?:head|number|merge_commit_sha)|workflow_run\.head|number))|refs\/pull\//i;

function checksOutHead(step: Step): boolean {
  if (step.uses?.name === 'actions/checkout')
    return ['ref', 'repository'].some((name) => head.test(String(inputOf(step, name)?.value ?? '')));
  return commandsIn(String(step.run?.value ?? '')).some((command) => {
    const [name, first, second, ...rest] = invoked(command);
    if (name === 'gh') return first === 'pr' && second === 'checkout';
    return (
      name === 'git' &&
      (first === 'fetch' || first === 'pull') &&
      [second ?? '', ...rest].some((word) => /(?:^|[:/])pull\/|head[._](?:ref|sha)/.test(word))
    );
  });
}
