import * as z from 'zod/mini';
import { itemsOf, member, textOf } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { looksLike } from '../look-alike.ts';
import { defineFileRule } from '../rule.ts';
import { repositoryOf } from './workflow/action-use.ts';
import { archivedActions, popularActions } from './workflow/known-actions.ts';
import { workflowOf } from './workflow/workflow.ts';

const path = '.github/workflows/ci.yml';
const start = 'name: CI\non: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n';
const commit = '11bd71901bbe5b1630ceea73d27597364c9af683';

export const lookAlikeAction = defineFileRule({
  id: 'delivery/look-alike-action',
  title: 'An action has nearly the name of a well-known one, or nobody looks after it any more',
  reason:
    'Accounts with names one letter away from well-known ones are registered to catch typing errors: the workflow runs, and the other code has its secrets. What is archived gets no corrections.',
  remedy: 'Correct the owner; replace an archived action by its successor or by a command.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [1357, 829],
  sources: [
    { title: 'Orca: typosquatting in GitHub Actions', url: 'https://orca.security/resources/blog/typosquatting-in-github-actions/' },
    { title: 'zizmor: typosquat-uses, archived-uses', url: 'https://docs.zizmor.sh/audits/' },
  ],
  limits:
    'Compared with a list of well-known actions whose repository has the same name; archived ones are known from a list of common ones.',
  examples: [
    {
      name: 'the owner is misspelt',
      base: {},
      head: { [path]: `${start}      - uses: acti0ns/checkout@${commit}\n` },
      finds: [`${path}:8 \`acti0ns/checkout\` is nearly \`actions/checkout\`, but its owner is someone else: correct the name.`],
    },
    {
      name: 'the action is well known, or another one altogether',
      base: {},
      head: { [path]: `${start}      - uses: actions/checkout@${commit}\n      - uses: acme/checkout@${commit}\n` },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.path.endsWith('.pre-commit-config.yaml')) yield* archivedHooks(file.document?.roots[0]);
    const read = workflowOf(file);
    for (const { uses } of [...(read?.jobs ?? []), ...(read?.steps ?? [])]) {
      if (uses?.kind !== 'action') continue;
      const name = repositoryOf(uses);
      const known = lookedLike(name);
      if (known !== undefined)
        yield findingAt(uses.node, {
          message: `\`${name}\` is nearly \`${known}\`, but its owner is someone else: correct the name.`,
          subject: name,
          category: 'ci-supply-chain',
        });
      if (isArchived(name)) yield archived(uses.node, name);
    }
  },
});

function lookedLike(name: string): string | undefined {
  const [owner = '', repository = ''] = name.split('/');
  return popularActions.find((known) => {
    const [knownOwner = '', knownRepository = ''] = known.split('/');
    return repository === knownRepository && looksLike(owner, knownOwner);
  });
}

function isArchived(name: string): boolean {
  return archivedActions.has(name) || archivedActions.has(`${name.split('/', 1)[0] ?? ''}/*`);
}

function archived(node: Parameters<typeof findingAt>[0], name: string): FindingDraft {
  return findingAt(node, {
    message: `\`${name}\` is archived and gets no corrections any more: replace it.`,
    subject: `archived ${name}`,
    severity: 'note',
    confidence: 'medium',
    category: 'ci-supply-chain',
  });
}

function* archivedHooks(root: Parameters<typeof member>[0]): Generator<FindingDraft> {
  for (const each of itemsOf(member(root, 'repos'))) {
    const repository = member(each, 'repo');
    const name = /^https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(textOf(repository) ?? '')?.[1]?.toLowerCase();
    if (repository && name !== undefined && isArchived(name)) yield archived(repository, name);
  }
}
