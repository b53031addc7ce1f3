import * as z from 'zod/mini';
import { quotedCode, quotedDifference } from '../../base/shortened.ts';
import type { CodeChange, SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { reference } from '../code-in-file.ts';
import { defineChangeRule, type Rule, type RuleMetadata } from '../rule.ts';
import { gainedIn, lossesIn } from './losses.ts';
import { restored } from './restore.ts';
import type { Loss, SafeguardKind } from './safeguard.ts';

export interface RemovalRule extends RuleMetadata {
  readonly kinds: readonly SafeguardKind[];
  /** One sentence about a loss. */
  readonly message: (loss: Loss, words: LossWords) => string;
  /** What one loss is less sure or less bad in than the rule. */
  readonly weigh?: (loss: Loss) => Pick<FindingDraft, 'confidence' | 'severity'>;
  /** `properties.category` of the findings. */
  readonly category?: string;
}

/** How a loss is told. */
export interface LossWords {
  /** The function or type, as code. */
  readonly name: string;
  /** What was there, as code. */
  readonly before: string;
  /** What is there now, as code. */
  readonly after?: string;
}

/** A rule that finds what the change takes away of some kinds of protection: a table of what protects, and a message. */
export function removalRule(rule: RemovalRule): Rule {
  const { kinds, message, weigh, category, ...metadata } = rule;
  return defineChangeRule({
    ...metadata,
    needs: [],
    options: z.object({}),
    *check(change) {
      for (const kind of kinds) {
        for (const loss of lossesIn(change, kind)) {
          if (isGainedOtherwise(loss, kind, kinds) || isGainedElsewhere(change, loss, kinds)) continue;
          yield {
            ...lossDraft(change, loss, message(loss, wordsOf(loss))),
            ...weigh?.(loss),
            ...(category !== undefined && { properties: { category } }),
          };
        }
      }
    },
  });
}

/** The same symbol has it in another form: a call became an annotation, a transaction a template. */
function isGainedOtherwise({ base, head, lost, now }: Loss, kind: SafeguardKind, kinds: readonly SafeguardKind[]): boolean {
  const count = (other: SafeguardKind, at: SymbolAt): number =>
    other.find(at).filter(({ family, level }) => family === lost.family && level !== 0).length;
  return !now && kinds.some((other) => other !== kind && count(other, head) > count(other, base));
}

/** Another part of the change has it in another form: a list of headers became calls. */
function isGainedElsewhere(change: CodeChange, { lost, now }: Loss, kinds: readonly SafeguardKind[]): boolean {
  return !now && kinds.some((kind) => gainedIn(change, kind).has(lost.family));
}

/** A loss as a finding: where it is now, where the protection was, and the way back. */
export function lossDraft(change: CodeChange, loss: Loss, message: string): FindingDraft {
  const { base, head, lost, now } = loss;
  const fix = restored(change, loss);
  return {
    message,
    place: { file: head.file, range: now?.range ?? head.symbol.nameRange },
    subject: `${head.symbol.qualifiedName} ${lost.scope} ${lost.key}`,
    symbol: reference(head.symbol),
    related: [{ file: base.file, range: lost.range, caption: 'it was here' }],
    ...(fix && { fixes: [fix] }),
  };
}

/** The words that tell a loss. */
export function wordsOf({ base, head, lost, now }: Loss): LossWords {
  const name = `\`${nameOf(head)}\``;
  const was = textAt(base.file, lost.range);
  if (!now) return { name, before: quotedCode(was) };
  const [before, after] = quotedDifference(was, textAt(head.file, now.range));
  return { name, before, after };
}

/** A module is told by its file, since its name alone says little. */
function nameOf({ symbol, file }: Loss['head']): string {
  return symbol.kind === 'module' ? file.path.slice(file.path.lastIndexOf('/') + 1) : symbol.name;
}

function textAt(file: SourceFile, range: Loss['lost']['range']): string {
  return file.text.slice(range.start, range.end);
}
