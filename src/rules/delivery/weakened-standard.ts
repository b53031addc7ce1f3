import * as z from 'zod/mini';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import { itemsOf, member, membersOf, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import { severities } from '../../finding/draft.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';

export const weakenedStandard = defineChangeRule({
  id: 'delivery/weakened-standard',
  title: 'The engineering standard asks for less than before',
  reason:
    'The change is judged by the standard as it was, but every later one by the standard that it leaves. A rule that is turned off with the code that it would find is seen by nobody.',
  remedy: 'Allow the one place with a reason, or change the standard in a change of its own, with those who own it.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  needs: [],
  limits:
    '`plumbline.yaml`: rules that are turned off or lowered, paths that are ignored, waivers that are added or last longer; and what is added to the baseline. What a standard extends is not followed.',
  examples: [
    {
      name: 'a rule is turned off',
      base: { 'plumbline.yaml': 'rules:\n  security/hardcoded-secret: error\n' },
      head: { 'plumbline.yaml': 'rules:\n  security/hardcoded-secret: off\n' },
      finds: ['plumbline.yaml:2 `security/hardcoded-secret` goes from `error` to `off` for every later change.'],
    },
    {
      name: 'a rule is raised',
      base: { 'plumbline.yaml': 'rules:\n  security/hardcoded-secret: warning\n' },
      head: { 'plumbline.yaml': 'rules:\n  security/hardcoded-secret: error\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) {
      if (/(?:^|\/)plumbline\.ya?ml$/.test(file.path)) yield* weakened(file);
      else if (file.path === 'plumbline.baseline.json') yield* grown(file);
    }
  },
});

function* weakened({ base, head }: ChangedFile): Generator<FindingDraft> {
  const [old, now] = [base?.document?.roots[0], head?.document?.roots[0]];
  const rules = new Map(membersOf(member(old, 'rules')));
  for (const [id, node] of membersOf(member(now, 'rules'))) {
    const [was, is] = [severityOf(rules.get(id)), severityOf(node)];
    if (is !== undefined && rank(is) > (was === undefined ? 0 : rank(was)) && (was !== undefined || is === 'off'))
      yield finding(node, `\`${id}\` ${was === undefined ? 'is set' : `goes from \`${was}\``} to \`${is}\` for every later change.`);
  }
  const ignored = new Set(itemsOf(member(old, 'ignore')).map(textOf));
  for (const each of itemsOf(member(now, 'ignore')))
    if (!ignored.has(textOf(each))) yield finding(each, `\`${textOf(each) ?? ''}\` is no longer looked at in any later change.`);
  yield* waived(old, now);
}

function* waived(old: DocumentNode | undefined, now: DocumentNode | undefined): Generator<FindingDraft> {
  const before = new Map(itemsOf(member(old, 'waivers')).map((each) => [scopeOf(each), textOf(member(each, 'expires')) ?? '']));
  for (const each of itemsOf(member(now, 'waivers'))) {
    const [was, until] = [before.get(scopeOf(each)), textOf(member(each, 'expires')) ?? ''];
    const rule = textOf(member(each, 'rule')) ?? '';
    if (was === undefined) yield finding(each, `What \`${rule}\` finds is let pass until ${until} for every later change.`);
    else if (until > was) yield finding(each, `What \`${rule}\` finds is let pass until ${until}, and no longer only until ${was}.`);
  }
}

/** What a waiver lets pass, whatever it says of the reason. */
function scopeOf(waiver: DocumentNode): string {
  const paths = itemsOf(member(waiver, 'paths')).map(textOf);
  return JSON.stringify([...['rule', 'symbol', 'fingerprint'].map((key) => textOf(member(waiver, key))), ...paths]);
}

function* grown({ base, head }: ChangedFile): Generator<FindingDraft> {
  const listed = (side: SourceFile | undefined): readonly DocumentNode[] => itemsOf(member(side?.document?.roots[0], 'findings'));
  const known = new Set(listed(base).map((each) => textOf(member(each, 'fingerprint'))));
  const added = listed(head).filter((each) => !known.has(textOf(member(each, 'fingerprint'))));
  const [first] = added;
  if (!first) return;
  const [count, they] = added.length === 1 ? ['A finding is', 'it'] : [`${added.length} findings are`, 'them'];
  yield { ...finding(first, `${count} added to the baseline: a review of the whole tree lets ${they} pass.`), severity: 'note' };
}

function severityOf(node: DocumentNode | undefined): string | undefined {
  const value = node?.kind === 'scalar' ? String(node.value === false ? 'off' : node.value) : textOf(member(node, 'severity'));
  return value === 'off' || severities.some((each) => each === value) ? value : undefined;
}

function rank(severity: string): number {
  const at = severities.findIndex((each) => each === severity);
  return at === -1 ? severities.length : at;
}

function finding(node: DocumentNode, message: string): FindingDraft {
  return { message, place: { file: node.file, range: shownRange(node) }, subject: message };
}
