import * as z from 'zod/mini';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { workflowOf, type Workflow } from './workflow/workflow.ts';

const path = '.github/workflows/ci.yml';
const workflow = (permissions: string): string =>
  `name: CI\non: push\n${permissions}jobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm run lint\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n`;

export const broadPermissions = defineFileRule({
  id: 'delivery/broad-permissions',
  title: 'A workflow has more rights than its jobs need',
  reason:
    'Every action and every script of a job can use its token. What a job need not write, a compromised dependency of the build cannot change either. Without `permissions` the token has what the repository or organisation gives by default, often everything.',
  remedy: 'Set `permissions: {}` (or `contents: read`) for the workflow, and give each job what it needs.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [250, 732],
  sources: [
    {
      title: 'GitHub: controlling permissions for GITHUB_TOKEN',
      url: 'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/control-permissions',
    },
    { title: 'zizmor: excessive-permissions', url: 'https://docs.zizmor.sh/audits/#excessive-permissions' },
  ],
  limits:
    'Whether a job needs the right that it is given is not known. A workflow that others call has the rights of its caller, so none are asked of it.',
  examples: [
    {
      name: 'all jobs may write everything',
      base: { [path]: workflow('permissions: {}\n') },
      head: { [path]: workflow('permissions: write-all\n') },
      finds: [`${path}:3 \`write-all\` gives the token of every job all rights: name those that are needed.`],
    },
    {
      name: 'a right of one job is given to all',
      base: {},
      head: { [path]: workflow('permissions:\n  contents: write\n') },
      finds: [`${path}:4 \`contents: write\` is given to all 2 jobs of the workflow: give it to the job that needs it.`],
    },
    {
      name: 'jobs may only read',
      base: {},
      head: { [path]: workflow('permissions:\n  contents: read\n') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const read = workflowOf(file);
    if (!read) return;
    yield* granted(member(read.root, 'permissions'), read);
    for (const { id, node } of read.jobs) yield* blanket(member(node, 'permissions'), `of the job \`${id}\``);
    yield* unsaid(read);
  },
});

function* granted(permissions: DocumentNode | undefined, { jobs }: Workflow): Generator<FindingDraft> {
  yield* blanket(permissions, 'of every job');
  const single = jobs.length === 1;
  for (const [name, level] of membersOf(permissions)) {
    if (textOf(level) !== 'write') continue;
    yield findingAt(level, {
      message: single
        ? `\`${name}: write\` is given to the whole workflow, so to every job that is added later: give it to the job that needs it.`
        : `\`${name}: write\` is given to all ${jobs.length} jobs of the workflow: give it to the job that needs it.`,
      subject: `workflow ${name}`,
      ...(single && { severity: 'note' as const }),
      category: 'ci-permissions',
    });
  }
}

function* blanket(permissions: DocumentNode | undefined, whose: string): Generator<FindingDraft> {
  const value = textOf(permissions);
  if (!permissions || (value !== 'write-all' && value !== 'read-all')) return;
  yield findingAt(permissions, {
    message: `\`${value}\` gives the token ${whose} ${value === 'write-all' ? 'all rights' : 'the right to read everything'}: name those that are needed.`,
    subject: `${value} ${whose}`,
    ...(value === 'read-all' && { severity: 'note' as const }),
    category: 'ci-permissions',
  });
}

/** One finding, at the first job for which nobody says what its token may do. */
function* unsaid({ root, jobs, triggers }: Workflow): Generator<FindingDraft> {
  if (member(root, 'permissions')) return;
  const isCalled = triggers.size === 1 && triggers.has('workflow_call');
  const open = jobs.filter(({ node, uses }) => !member(node, 'permissions') && (!isCalled || uses));
  const [first] = open;
  if (!first) return;
  yield findingAt(first.node, {
    message: `Nothing says what the token of ${open.length === 1 ? `the job \`${first.id}\`` : `${open.length} jobs`} may do, so that it has all rights that are given by default: set \`permissions\`.`,
    subject: 'no permissions',
    confidence: 'medium',
    category: 'ci-permissions',
  });
}
