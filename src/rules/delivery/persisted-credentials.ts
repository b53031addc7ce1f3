import * as z from 'zod/mini';
import { member, type DocumentNode } from '../../code/document-node.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { inputOf, workflowOf, type Step } from './workflow/workflow.ts';

const path = '.github/workflows/ci.yml';
const start = 'name: CI\non: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n';
const checkout = '      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n';
const upload = '      - uses: actions/upload-artifact@65c4c4a1ddee5b72f698fdd19549f0f0fb45cf08\n        with:\n          path: .\n';
const says = 'The checkout leaves the token of the workflow on disk';

export const persistedCredentials = defineFileRule({
  id: 'delivery/persisted-credentials',
  title: 'A checkout leaves its token on disk',
  reason:
    '`actions/checkout` writes the token into the configuration of git unless it is told not to. Every later step can read it there, and an artifact of the whole folder takes it out of the workflow.',
  remedy: 'Set `persist-credentials: false`, unless a later step pushes.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [522, 538],
  sources: [
    {
      title: 'ArtiPACKED: Hacking Giants Through a Race Condition in GitHub Actions Artifacts',
      url: 'https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/',
    },
    { title: 'zizmor: artipacked', url: 'https://docs.zizmor.sh/audits/#artipacked' },
  ],
  limits: 'A note unless the same job uploads the folder. Jobs that push with git are left alone.',
  examples: [
    {
      name: 'the folder with the token is uploaded',
      base: {},
      head: { [path]: `${start}${checkout}${upload}` },
      finds: [`${path}:8 ${says}, and \`actions/upload-artifact\` takes the folder with it: set \`persist-credentials: false\`.`],
      fixed: { [path]: `${start}${checkout}        with:\n          persist-credentials: false\n${upload}` },
    },
    {
      name: 'the checkout does not keep the token, or a step pushes with it',
      base: {},
      head: {
        [path]: `${start}${checkout}        with:\n          persist-credentials: false\n${upload}`,
        '.github/workflows/push.yml': `${start}${checkout}      - run: git push\n`,
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    for (const step of workflowOf(file)?.steps ?? []) {
      if (step.uses?.name !== 'actions/checkout' || String(inputOf(step, 'persist-credentials')?.value) === 'false') continue;
      const siblings = step.job?.steps ?? step.workflow.steps;
      if (siblings.some(pushes)) continue;
      const takesFolder = siblings.some(uploadsFolder);
      const fix = withoutToken(step);
      yield findingAt(step.uses.node, {
        message: `${says}${takesFolder ? ', and `actions/upload-artifact` takes the folder with it' : ', where every later step can read it'}: set \`persist-credentials: false\`.`,
        subject: `checkout ${step.job?.id ?? ''}`,
        ...(!takesFolder && { severity: 'note' as const, confidence: 'medium' as const }),
        ...(fix && { fixes: [fix] }),
        category: 'ci-secrets',
      });
    }
  },
});

function pushes({ run, uses }: Step): boolean {
  return (
    /\bgit\b[^\n]{0,100}\bpush\b|\bgh release\b|semantic-release|changeset|lerna (?:publish|version)|npm version/.test(
      String(run?.value ?? ''),
    ) || /auto-commit|git-push|create-pull-request|gh-pages|semantic-release|changesets\/action|\/pages/.test(uses?.name ?? '')
  );
}

/** The folder itself, not a part of it. */
function uploadsFolder(step: Step): boolean {
  if (step.uses?.name !== 'actions/upload-artifact') return false;
  return /^(?:\.{1,2}\/?|\$\{\{\s*github\.workspace\s*\}\}\/?|\*\*\/?\*?)$/m.test(String(inputOf(step, 'path')?.value ?? ''));
}

/** Unsafe: a script of the repository that pushes is not seen. */
function withoutToken({ node, uses }: Step): FixDraft | undefined {
  const title = 'Do not keep the token';
  const given: DocumentNode | undefined = member(node, 'with', 'persist-credentials');
  const { file } = node;
  if (given) return { title, safety: 'unsafe', edits: [{ file, range: given.range, newText: 'false' }] };
  const inputs = member(node, 'with');
  const [first] = inputs?.kind === 'object' ? [...inputs.members.values()] : [];
  const at = first?.key ?? uses?.node.key;
  if (!at || !uses || file.text.slice(0, node.range.start).endsWith('{ ')) return undefined;
  const line = file.lines.lineRange(file.lines.position(first ? at.start : uses.node.range.end).line);
  const indent = ' '.repeat(at.start - file.lines.lineRange(file.lines.position(at.start).line).start);
  if (first)
    return {
      title,
      safety: 'unsafe',
      edits: [{ file, range: { start: at.start, end: at.start }, newText: `persist-credentials: false\n${indent}` }],
    };
  if (inputs) return undefined;
  const newText = `${file.text.slice(line.start, line.end).endsWith('\n') ? '' : '\n'}${indent}with:\n${indent}  persist-credentials: false\n`;
  return { title, safety: 'unsafe', edits: [{ file, range: { start: line.end, end: line.end }, newText }] };
}
