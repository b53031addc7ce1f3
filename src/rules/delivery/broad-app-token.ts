import * as z from 'zod/mini';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { inputOf, inputs, stepSubject, workflowOf, type Step } from './workflow/workflow.ts';

const path = '.github/workflows/bump.yml';
const workflow = (more: string): string =>
  `on: push\npermissions: {}\njobs:\n  bump:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/create-github-app-token@a8d616148505b5069dccd32f177bb87d7f39123b\n        with:\n          app-id: 4242\n${more}`;

export const broadAppToken = defineFileRule({
  id: 'delivery/broad-app-token',
  title: 'The token of a GitHub App may do more than the job needs',
  reason:
    'Without limits the token has every right that the app was ever given, and with an owner alone in every repository of that owner. Whoever gets hold of it in this job has all of that; and it stays valid for an hour where it is not taken back at the end.',
  remedy: 'Name the `repositories` and each `permission-…` that the job needs, and let the token be revoked at its end.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [250, 272],
  sources: [
    { title: 'actions/create-github-app-token', url: 'https://github.com/actions/create-github-app-token#inputs' },
    { title: 'zizmor: github-app', url: 'https://docs.zizmor.sh/audits/#github-app' },
  ],
  limits: 'That no permission is named is a note: the app itself may have few.',
  examples: [
    {
      name: 'the token is for all repositories of the owner',
      base: {},
      head: { [path]: workflow('          owner: acme\n          permission-contents: write\n') },
      finds: [`${path}:10 The token is good for every repository of \`acme\` that the app is installed in: name the \`repositories\`.`],
    },
    {
      name: 'repository and rights are named',
      base: {},
      head: { [path]: workflow('          owner: acme\n          repositories: orders\n          permission-contents: write\n') },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const step of workflowOf(file)?.steps ?? []) if (step.uses && makers.has(step.uses.name)) yield* broad(step);
  },
});

const makers = new Set(['actions/create-github-app-token', 'tibdex/github-app-token', 'peter-murray/workflow-application-token-action']);

function* broad(step: Step): Generator<FindingDraft> {
  const { uses } = step;
  if (!uses) return;
  const subject = stepSubject(step);
  const kept = inputOf(step, 'skip-token-revoke') ?? inputOf(step, 'skip_token_revoke');
  if (kept && String(kept.value) === 'true')
    yield findingAt(kept, {
      message: 'The token stays valid after the job: let it be revoked.',
      subject: `${subject} revoke`,
      category: 'ci-permissions',
    });
  const owner = inputOf(step, 'owner');
  if (owner && !inputOf(step, 'repositories') && !onlyOrganisation(step) && uses.name === 'actions/create-github-app-token')
    yield findingAt(owner, {
      message: `The token is good for every repository of \`${String(owner.value)}\` that the app is installed in: name the \`repositories\`.`,
      subject: `${subject} repositories`,
      category: 'ci-permissions',
    });
  if (inputs(step).some(([name]) => name.startsWith('permission'))) return;
  yield findingAt(uses.node, {
    message: 'The token has every right that the app was given: name each `permission-…` that the job needs.',
    subject: `${subject} permissions`,
    severity: 'note',
    confidence: 'medium',
    category: 'ci-permissions',
  });
}

/** Rights of an organisation alone end at no repository. */
function onlyOrganisation(step: Step): boolean {
  const rights = inputs(step).filter(([name]) => name.startsWith('permission-'));
  return rights.length > 0 && rights.every(([name]) => /^permission-(?:members$|organization-|team-)/.test(name));
}
