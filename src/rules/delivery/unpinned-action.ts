import * as z from 'zod/mini';
import type { ActionPin } from '../../code/code-change.ts';
import { member, membersOf, textOf, type DocumentNode, type ScalarNode } from '../../code/document-node.ts';
import type { FindingDraft, FixDraft } from '../../finding/draft.ts';
import { looseImage } from '../container-image.ts';
import { defineFileRule } from '../rule.ts';
import { isCommit, type ActionUse } from './workflow/action-use.ts';
import { matrixValues } from './workflow/matrix.ts';
import { pinFor, pinsOf } from './workflow/pins.ts';
import { usesOf, workflowOf, type Workflow } from './workflow/workflow.ts';

const start = 'name: CI\non: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n';
const commit = '11bd71901bbe5b1630ceea73d27597364c9af683';

export const unpinnedAction = defineFileRule({
  id: 'delivery/unpinned-action',
  title: 'A workflow runs an action or an image that can change under it',
  reason:
    'A tag or a branch of an action can be moved to other code by whoever owns, or takes over, its repository; the next run then executes that code with the secrets of the workflow. It has happened to actions that thousands of repositories used.',
  remedy:
    'Name the full commit, with the version in a comment behind it, and let Dependabot or Renovate keep both up to date. Name an image by its digest, or at least by a tag that says a version.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [829, 1357],
  sources: [
    {
      title: 'GitHub: security hardening, using third-party actions',
      url: 'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    },
    { title: 'zizmor: unpinned-uses', url: 'https://docs.zizmor.sh/audits/#unpinned-uses' },
  ],
  limits:
    'Actions of GitHub itself by a tag are a note only: who runs the workflow has to trust GitHub anyway. Whether a commit belongs to the repository that is named, and whether the version in the comment is its own, takes the network and is not checked. The fix knows the commits that the workflows, the composite actions and the lock file of the actions (the first 200 of these files) name for the same version; where only a major or minor version is asked for, also the one commit that is named for a version within it.',
  examples: [
    {
      name: 'the action of someone else is named by a tag',
      base: { '.github/workflows/ci.yml': `${start}      - run: npm test\n` },
      head: { '.github/workflows/ci.yml': `${start}      - uses: acme/deploy@v3\n      - run: npm test\n` },
      finds: [
        '.github/workflows/ci.yml:8 `acme/deploy` is taken from the tag or branch `v3`, which its owner can move to other code: name the commit.',
      ],
    },
    {
      name: 'the same file names the commit of that version elsewhere',
      base: {},
      head: {
        '.github/workflows/ci.yml': `${start}      - uses: acme/deploy@${commit} # v3\n      - uses: acme/deploy@v3\n`,
      },
      finds: [
        '.github/workflows/ci.yml:9 `acme/deploy` is taken from the tag or branch `v3`, which its owner can move to other code: name the commit.',
      ],
      fixed: {
        '.github/workflows/ci.yml': `${start}      - uses: acme/deploy@${commit} # v3\n      - uses: acme/deploy@${commit} # v3\n`,
      },
    },
    {
      name: 'another workflow names the commit of that version',
      base: { '.github/workflows/release.yml': `${start}      - uses: acme/deploy@${commit} # v3.1.0\n` },
      head: {
        '.github/workflows/ci.yml': `${start}      - uses: acme/deploy@v3.1.0\n`,
        '.github/workflows/release.yml': `${start}      - uses: acme/deploy@${commit} # v3.1.0\n`,
      },
      finds: [
        '.github/workflows/ci.yml:8 `acme/deploy` is taken from the tag or branch `v3.1.0`, which its owner can move to other code: name the commit.',
      ],
      fixed: {
        '.github/workflows/ci.yml': `${start}      - uses: acme/deploy@${commit} # v3.1.0\n`,
        '.github/workflows/release.yml': `${start}      - uses: acme/deploy@${commit} # v3.1.0\n`,
      },
    },
    {
      name: 'actions are named by commits, or lie in the repository',
      base: {},
      head: { '.github/workflows/ci.yml': `${start}      - uses: acme/deploy@${commit} # v3.0.1\n      - uses: ./.github/actions/setup\n` },
      finds: [],
    },
  ],
  options: z.object({
    trustedOwners: z._default(
      z
        .array(z.string())
        .check(z.describe('Owners whose actions may be named by a tag, e.g. your own organisation. Those of GitHub itself are a note.')),
      [],
    ),
  }),
  *check(file, { trustedOwners }) {
    const workflow = workflowOf(file);
    if (!workflow) return;
    const pins = [...pinsOf(workflow), ...(file.pins ?? [])];
    for (const use of usesOf(workflow))
      if (!trustedOwners.some((owner) => owner.toLowerCase() === use.owner) || use.kind !== 'action') yield* loose(use, pins);
    yield* looseImages(workflow);
  },
});

function* loose(use: ActionUse, pins: readonly ActionPin[]): Generator<FindingDraft> {
  const { node, name, ref, text, kind } = use;
  if (kind === 'local' || isCommit(ref) || text.includes('${{')) return;
  const place = { file: node.file, range: node.range };
  if (kind === 'image') {
    const how = looseImage(text.slice('docker://'.length));
    if (how !== undefined) yield draft(`The image \`${name}\` ${how}`, `docker ${name}`, node);
    return;
  }
  const fix = pinned(use, pins);
  yield {
    message:
      ref === undefined
        ? `\`${name}\` is named without a version, so that every run takes what its owner has last pushed: name the commit.`
        : `\`${name}\` is taken from the tag or branch \`${ref}\`, which its owner can move to other code: name the commit.`,
    place,
    subject: `uses ${name}`,
    ...(byGitHub.has(use.owner) && { severity: 'note' as const }),
    ...(fix && { fixes: [fix] }),
    properties: { category: 'ci-unpinned' },
  };
}

const byGitHub = new Set(['actions', 'github']);

/** To the commit that the repository names for the same version, in this file or in another. */
function pinned(use: ActionUse, pins: readonly ActionPin[]): FixDraft | undefined {
  const { node, ref } = use;
  const pin = pinFor(use, pins);
  const written = node.file.text.slice(node.range.start, node.range.end).replace(/["']$/, '');
  if (!pin || ref === undefined || !written.endsWith(`@${ref}`)) return undefined;
  const start = node.range.start + written.length - ref.length;
  const quote = node.file.text.slice(start + ref.length, node.range.end);
  const rest = /^[^\n]*/.exec(node.file.text.slice(node.range.end))?.[0] ?? '';
  const newText = `${pin.commit}${quote}${rest.trim() === '' ? ` # ${pin.version}` : ''}`;
  const where = pin.path === node.file.path ? 'elsewhere in this file' : `in ${pin.path}`;
  return {
    title: `Name the commit that ${pin.version} is ${where}`,
    safety: 'unsafe',
    edits: [{ file: node.file, range: { start, end: node.range.end }, newText }],
  };
}

function* looseImages({ jobs }: Workflow): Generator<FindingDraft> {
  for (const { node } of jobs) {
    const services = membersOf(member(node, 'services')).map(([, service]) => service);
    for (const container of [member(node, 'container'), ...services]) {
      const image = textOf(container) === undefined ? member(container, 'image') : container;
      if (image?.kind === 'scalar') yield* looseContainer(image, node);
    }
  }
}

function* looseContainer(image: ScalarNode, job: DocumentNode): Generator<FindingDraft> {
  const written = String(image.value).trim();
  const names = written.startsWith('${{') ? matrixValues(job, written) : [written];
  for (const name of names) {
    const how = looseImage(name);
    if (how === undefined) continue;
    yield draft(`The image \`${name}\` ${how}`, `image ${name}`, image);
    return;
  }
}

function draft(message: string, subject: string, node: ScalarNode): FindingDraft {
  return {
    message: `${message}: name the digest, or a version.`,
    place: { file: node.file, range: node.range },
    subject,
    properties: { category: 'ci-unpinned' },
  };
}
