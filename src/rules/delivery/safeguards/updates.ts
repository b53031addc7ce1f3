import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, scalarOf, shownRange, textOf, type DocumentNode } from '../../../code/document-node.ts';
import type { FindingDraft } from '../../../finding/draft.ts';

const dependabot = /(?:^|\/)\.github\/dependabot\.ya?ml$/;
const renovate = /(?:^|\/)(?:\.?renovate(?:rc)?(?:\.json5?)?)$/;

/** Bots that look for vulnerable dependencies, and look after fewer of them than before. */
export function* fewerUpdates(file: ChangedFile, change: CodeChange): Generator<FindingDraft> {
  if (dependabot.test(file.path)) yield* lostEcosystems(file, change);
  if (renovate.test(file.path)) yield* turnedOff(file);
}

function* lostEcosystems({ base, head }: ChangedFile, { files }: CodeChange): Generator<FindingDraft> {
  // Another bot may look after them, or the files themselves are gone.
  if (!base || !head || files.some(({ path, head: other }) => renovate.test(path) && other)) return;
  const kept = new Set(ecosystemsIn(head).map(({ name }) => name));
  const deleted = files.some(({ change }) => change.kind === 'deleted');
  for (const { name, node } of ecosystemsIn(base)) {
    if (kept.has(name)) continue;
    yield {
      message: `Dependabot no longer looks after \`${name}\`: nothing tells of its vulnerable dependencies.`,
      place: { file: head, range: head.lines.lineRange(1) },
      subject: `updates ${name}`,
      related: [{ file: base, range: shownRange(node), caption: 'it did here' }],
      ...(deleted && { confidence: 'low' as const }),
      properties: { category: 'ci-logic' },
    };
  }
}

function ecosystemsIn(file: SourceFile): readonly { readonly name: string; readonly node: DocumentNode }[] {
  return itemsOf(member(file.document?.roots[0], 'updates')).flatMap((each) => {
    const ecosystem = member(each, 'package-ecosystem');
    const name = textOf(ecosystem);
    return ecosystem && name !== undefined ? [{ name, node: ecosystem }] : [];
  });
}

const switches: readonly (readonly [path: readonly string[], message: string])[] = [
  [['enabled'], 'Renovate is switched off: nothing tells of vulnerable dependencies.'],
  [['vulnerabilityAlerts', 'enabled'], 'Renovate no longer tells of vulnerable dependencies at once.'],
];

function* turnedOff({ base, head }: ChangedFile): Generator<FindingDraft> {
  const [before, after] = [base?.document?.roots[0], head?.document?.roots[0]];
  for (const [path, message] of switches) {
    const now = member(after, ...path);
    if (!base || !head || !now || scalarOf(now) !== false || scalarOf(member(before, ...path)) === false) continue;
    yield { message, place: { file: head, range: shownRange(now) }, subject: path.join('.'), properties: { category: 'ci-logic' } };
  }
}
