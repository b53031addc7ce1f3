import * as z from 'zod/mini';
import { member, membersOf, nodesOf, textOf, type DocumentNode, type ScalarNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { expressionsIn, partsOf, type Expression } from './workflow/expression.ts';
import { workflowOf, type Job, type Workflow } from './workflow/workflow.ts';

const path = '.github/workflows/deploy.yml';
const start =
  'name: Deploy\non: push\npermissions: {}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./deploy\n        env:\n';

export const exposedSecrets = defineFileRule({
  id: 'delivery/exposed-secrets',
  title: 'A workflow hands out more secrets than are needed, or where they are not hidden',
  reason:
    'Each secret that reaches a job can be taken by anything that runs in it. GitHub hides a secret in logs only as the whole text that was stored: a part of it, read out of JSON, is printed as it is.',
  remedy: 'Pass on the secrets that are needed, by name; store each value as a secret of its own; keep passwords out of the file.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [200, 522, 798],
  sources: [
    {
      title: 'GitHub: security hardening, using secrets',
      url: 'https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information',
    },
    { title: 'zizmor: secrets-inherit, overprovisioned-secrets, unredacted-secrets', url: 'https://docs.zizmor.sh/audits/' },
  ],
  limits: '`secrets: inherit` for a workflow of the same repository is a note.',
  examples: [
    {
      name: 'all secrets are handed over at once',
      base: {},
      head: { [path]: `${start}          ALL: \${{ toJSON(secrets) }}\n` },
      finds: [`${path}:10 \`toJSON(secrets)\` hands over every secret that the workflow has: name those that are needed.`],
    },
    {
      name: 'a part of a secret is read out of it',
      base: {},
      head: { [path]: `${start}          PASSWORD: \${{ fromJSON(secrets.LOGIN).password }}\n` },
      finds: [
        `${path}:10 What is read out of \`secrets.login\` is no secret to GitHub and is not hidden in logs: store it as a secret of its own.`,
      ],
    },
    {
      name: 'one secret is handed over by name',
      base: {},
      head: { [path]: `${start}          PASSWORD: \${{ secrets.PASSWORD }}\n` },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const workflow = workflowOf(file);
    if (!workflow) return;
    for (const node of nodesOf(workflow.root)) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || !node.value.includes('${{')) continue;
      for (const expression of expressionsIn(node.value)) for (const part of partsOf(expression)) yield* handedOut(part, node);
    }
    for (const job of workflow.jobs) yield* inherited(job);
    yield* written(workflow);
  },
});

function* handedOut(part: Expression, node: ScalarNode): Generator<FindingDraft> {
  const argument = part.kind === 'call' ? part.arguments[0] : undefined;
  const what = whatIsWrong(part, argument);
  if (what === undefined) return;
  yield {
    message: what,
    place: { file: node.file, range: placeInScalar(node, part.range) },
    subject: `${node.key ? node.file.text.slice(node.key.start, node.key.end) : ''} ${what}`,
    content: what,
    properties: { category: 'ci-secrets' },
  };
}

function whatIsWrong(part: Expression, argument: Expression | undefined): string | undefined {
  if (part.kind === 'context' && part.path[0] === 'secrets' && part.path[1] === '[]')
    return 'A secret whose name is computed makes GitHub hand over every secret that the workflow has: name those that are needed.';
  if (part.kind !== 'call' || argument?.kind !== 'context' || argument.path[0] !== 'secrets') return undefined;
  if (part.name === 'tojson' && argument.path.length === 1)
    return '`toJSON(secrets)` hands over every secret that the workflow has: name those that are needed.';
  if (part.name !== 'fromjson' || argument.path.length === 1) return undefined;
  return `What is read out of \`${argument.path.join('.')}\` is no secret to GitHub and is not hidden in logs: store it as a secret of its own.`;
}

function* inherited({ id, node, uses }: Job): Generator<FindingDraft> {
  const secrets = member(node, 'secrets');
  if (!uses || !secrets || textOf(secrets) !== 'inherit') return;
  yield findingAt(uses.node, {
    message: `The job \`${id}\` hands every secret to \`${uses.name}\`: name those that it needs.`,
    subject: `inherit ${uses.name}`,
    related: [{ file: node.file, range: secrets.range, caption: 'handed over here' }],
    ...(uses.kind === 'local' && { severity: 'note' as const }),
    category: 'ci-secrets',
  });
}

/** Passwords of registries for the containers of a job. */
function* written({ jobs }: Workflow): Generator<FindingDraft> {
  for (const { node } of jobs) {
    const services = membersOf(member(node, 'services'));
    for (const [name, container] of [['container', member(node, 'container')] as const, ...services]) {
      const password: DocumentNode | undefined = member(container, 'credentials', 'password');
      const value = textOf(password);
      if (!password || value === undefined || value === '' || value.includes('${{')) continue;
      yield {
        ...findingAt(password, {
          message: `The password of the registry for \`${name}\` is written into the workflow: make it a secret.`,
          subject: `credentials ${name}`,
          category: 'ci-secrets',
        }),
        sensitive: true,
      };
    }
  }
}
