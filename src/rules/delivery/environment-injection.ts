import * as z from 'zod/mini';
import { member, membersOf, itemsOf, textOf, type DocumentNode, type ScalarNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { commandsIn } from './shell/commands.ts';
import { parseExpression } from './workflow/expression.ts';
import { stepSubject, workflowOf, type Step, type Workflow } from './workflow/workflow.ts';

const path = '.github/workflows/pr.yml';
const workflow = (on: string, step: string): string =>
  `name: PR\non: ${on}\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${step}`;
const write = '      - run: echo "TITLE=$(cat title.txt)" >> "$GITHUB_ENV"\n';

export const environmentInjection = defineFileRule({
  id: 'delivery/environment-injection',
  title: 'A workflow lets output or outsiders set the environment of later steps',
  reason:
    'Whoever sets an environment variable of a later step can run code in it (`LD_PRELOAD`, `NODE_OPTIONS`, `PATH`). Old workflow commands let every line that is printed do so; files like `GITHUB_ENV` let every text that is written there do so, with a line break in it.',
  remedy:
    'Hand values over as outputs of a step (`GITHUB_OUTPUT`) and read them in the one step that needs them; never turn the old commands on.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [74, 78],
  sources: [
    {
      title: 'GitHub: deprecating set-env and add-path',
      url: 'https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/',
    },
    { title: 'zizmor: github-env, insecure-commands', url: 'https://docs.zizmor.sh/audits/#github-env' },
  ],
  limits:
    'Writes to `GITHUB_ENV` and `GITHUB_PATH` count only in workflows that outsiders start with the rights of the repository, and not where a fixed text is written.',
  examples: [
    {
      name: 'a text of a pull request is written into the environment',
      base: {},
      head: { [path]: workflow('pull_request_target', write) },
      finds: [
        `${path}:8 What is written to \`GITHUB_ENV\` becomes the environment of all later steps, in a workflow that outsiders start with the rights of the repository: hand it over as an output.`,
      ],
    },
    {
      name: 'the old commands are turned on',
      base: {},
      head: { [path]: workflow('push', '      - run: make\n        env:\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n') },
      finds: [
        `${path}:9 \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` lets every printed line set variables of later steps: write to \`GITHUB_OUTPUT\` instead.`,
      ],
    },
    { name: 'outsiders do not start the workflow', base: {}, head: { [path]: workflow('push', write) }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    const read = workflowOf(file);
    if (!read) return;
    yield* oldCommands(member(read.root, 'env'), read.root, 'workflow');
    for (const { node, id } of read.jobs) yield* oldCommands(member(node, 'env'), node, id);
    for (const step of read.steps) yield* oldCommands(member(step.node, 'env'), step.job?.node ?? step.node, stepSubject(step));
    if (isOpen(read)) for (const step of read.steps) if (step.run) yield* writes(step, step.run);
  },
});

function isOpen({ triggers }: Workflow): boolean {
  return triggers.has('pull_request_target') || triggers.has('workflow_run') || triggers.has('issue_comment');
}

function* oldCommands(env: DocumentNode | undefined, job: DocumentNode, where: string): Generator<FindingDraft> {
  if (!env || !(allows(env) || matrixAllows(env, job))) return;
  yield {
    ...findingAt(env, {
      message: '`ACTIONS_ALLOW_UNSECURE_COMMANDS` lets every printed line set variables of later steps: write to `GITHUB_OUTPUT` instead.',
      subject: `old commands ${where}`,
      category: 'ci-injection',
    }),
  };
}

function allows(env: DocumentNode | undefined): boolean {
  const value = member(env, 'ACTIONS_ALLOW_UNSECURE_COMMANDS');
  return value?.kind === 'scalar' && String(value.value).trim().toLowerCase() === 'true';
}

/** `env: ${{ matrix.env }}`. */
function matrixAllows(env: DocumentNode, job: DocumentNode): boolean {
  const expression = parseExpression((textOf(env) ?? '').replace(/^\$\{\{|\}\}$/g, ''));
  if (expression?.kind !== 'context' || expression.path[0] !== 'matrix') return false;
  const name = expression.path[1];
  return membersOf(member(job, 'strategy', 'matrix')).some(([key, values]) => key.toLowerCase() === name && itemsOf(values).some(allows));
}

function* writes(step: Step, run: ScalarNode): Generator<FindingDraft> {
  for (const { words, range } of commandsIn(String(run.value))) {
    const target = words.map(({ text }) => /\$\{?(?:env:)?(GITHUB_ENV|GITHUB_PATH)\b/i.exec(text)?.[1]).find((each) => each !== undefined);
    const written = words.map(({ text }) => text).filter((text) => !/GITHUB_(?:ENV|PATH)/.test(text));
    const isFixed = /^(?:echo|printf)$/.test(written[0] ?? '') && !written.some((text) => /[$`]/.test(text));
    if (target === undefined || isFixed) continue;
    yield {
      message: `What is written to \`${target}\` becomes the environment of all later steps, in a workflow that outsiders start with the rights of the repository: hand it over as an output.`,
      place: { file: run.file, range: placeInScalar(run, range) },
      subject: `${stepSubject(step)} ${target} ${written.join(' ')}`,
      confidence: 'medium',
      properties: { category: 'ci-injection' },
    };
  }
}
