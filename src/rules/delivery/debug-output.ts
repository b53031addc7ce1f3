import * as z from 'zod/mini';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { gitlabJobs, gitlabPipeline } from './gitlab/pipeline.ts';
import { commandsIn, invoked } from './shell/commands.ts';
import { stepSubject, workflowOf } from './workflow/workflow.ts';

const path = '.gitlab-ci.yml';

export const debugOutput = defineFileRule({
  id: 'delivery/debug-output',
  title: 'A pipeline prints what its logs should not hold',
  reason:
    'Debug logs of a pipeline list every variable that it has. Only what is known as a secret, and in exactly the form it was stored in, is hidden; whoever may read the log has the rest.',
  remedy: 'Turn it on by hand for the one run that needs it, and delete that run’s log.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [532, 215],
  sources: [
    { title: 'GitLab: debug tracing', url: 'https://docs.gitlab.com/ci/variables/#enable-debug-logging' },
    { title: 'GitHub: debug logging', url: 'https://docs.github.com/en/actions/how-tos/monitor-workflows/enable-debug-logging' },
  ],
  limits: 'GitHub hides its secrets in debug logs as well, so that there it is a note.',
  examples: [
    {
      name: 'a job traces itself',
      base: {},
      head: { [path]: 'deploy:\n  variables:\n    CI_DEBUG_TRACE: "true"\n  script:\n    - ./deploy\n' },
      finds: [
        `${path}:3 \`CI_DEBUG_TRACE\` writes every variable of the job, also secret ones, into its log: turn it on for one run only.`,
      ],
    },
    {
      name: 'it is off',
      base: {},
      head: { [path]: 'deploy:\n  variables:\n    CI_DEBUG_TRACE: "false"\n  script:\n    - ./deploy\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    yield* traced(member(gitlabPipeline(file), 'variables'), 'pipeline');
    for (const { name, node, scripts } of gitlabJobs(file)) {
      yield* traced(member(node, 'variables'), name);
      for (const script of scripts)
        for (const command of commandsIn(String(script.value))) {
          const [program = '', ...rest] = invoked(command);
          // Alone: where it goes on to a filter or a file, it is looked at by a program.
          if (!isListing(program, rest, String(script.value))) continue;
          yield findingAt(script, {
            message: `\`${program}\` prints every variable of the job into its log, where only masked ones are hidden: print those that are meant.`,
            subject: `${name} ${program}`,
            category: 'ci-secrets',
          });
        }
    }
    const workflow = workflowOf(file);
    if (!workflow) return;
    yield* traced(member(workflow.root, 'env'), 'workflow');
    for (const job of workflow.jobs) yield* traced(member(job.node, 'env'), job.id);
    for (const step of workflow.steps) yield* traced(member(step.node, 'env'), stepSubject(step));
  },
});

const switches = new Map([
  ['CI_DEBUG_TRACE', 'writes every variable of the job, also secret ones, into its log'],
  ['CI_DEBUG_SERVICES', 'writes the logs of the services into that of the job'],
  ['ACTIONS_RUNNER_DEBUG', 'writes what the runner does into the log'],
  ['ACTIONS_STEP_DEBUG', 'writes what every action does into the log'],
]);

function* traced(variables: DocumentNode | undefined, where: string): Generator<FindingDraft> {
  for (const [name, node] of membersOf(variables)) {
    const what = switches.get(name);
    const value = textOf(node) ?? textOf(member(node, 'value')) ?? (node.kind === 'scalar' ? String(node.value) : '');
    if (what === undefined || !/^(?:true|1)$/i.test(value)) continue;
    yield findingAt(node, {
      message: `\`${name}\` ${what}: turn it on for one run only.`,
      subject: `${where} ${name}`,
      ...(name !== 'CI_DEBUG_TRACE' && { severity: 'note' as const }),
      category: 'debug-enabled',
    });
  }
}

function isListing(program: string, rest: readonly string[], script: string): boolean {
  return /^(?:printenv|env|export)$/.test(program) && rest.every((word) => word === '-p') && !/[|>]/.test(script);
}
