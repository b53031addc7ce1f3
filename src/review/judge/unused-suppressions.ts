import { LineMap } from '../../change/line-map.ts';
import type { AllowComment } from '../../code/allow-comments.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import type { RuleId } from '../../finding/expectation.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Standard } from '../../standard/standard.ts';
import type { Drafted, RuleRunner } from '../run-rules.ts';
import type { Judge } from './judge.ts';

const id: RuleId = 'readability/unused-suppression';

interface Reviewed {
  readonly files: readonly ChangedFile[];
  readonly rules: readonly Rule[];
  readonly standard: Standard;
}

/** Suppressions on or above changed lines that suppressed nothing. To be asked for when everything else is judged. */
export function unusedSuppressions({ files, rules, standard }: Reviewed, runner: RuleRunner, judge: Judge): Drafted[] {
  const rule = rules.find((each) => each.id === id);
  if (!rule || !judge.settings.isOn(id)) return [];
  const isRun = (name: string, path: string): boolean =>
    rules.some((each) => each.id === name && judge.settings.at(each.id, path).severity !== 'off' && runner.hasRun(each.id));
  return files.flatMap(({ head, change }) => {
    if (!head) return [];
    const lines = new LineMap(change.hunks);
    return (judge.suppressionsIn(head.path)?.unused() ?? [])
      .filter((comment) => !change.base || lines.touches(comment.line, comment.targetLine))
      .filter((comment) => !standard.rules.has(comment.rule as RuleId) || isRun(comment.rule, head.path))
      .map((comment) => ({ rule, draft: draftOf(comment, head, standard) }));
  });
}

function draftOf(comment: AllowComment, file: SourceFile, standard: Standard): FindingDraft {
  const isKnown = standard.rules.has(comment.rule as RuleId);
  return {
    message: isKnown
      ? `\`plumbline-allow ${comment.rule}\` allows nothing here: the rule finds nothing on this line.`
      : `\`plumbline-allow\` names the rule \`${comment.rule}\`, which does not exist.`,
    place: { file, range: comment.range },
    subject: comment.rule,
    fixes: [{ title: 'Remove the suppression', safety: 'safe', edits: [{ file, range: comment.removalRange, newText: '' }] }],
  };
}
