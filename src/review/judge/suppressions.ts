import { remembered } from '../../base/remembered.ts';
import { allowComments } from '../../code/allow-comments.ts';
import type { AllowComment } from '../../code/allow-comments.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { RuleId } from '../../finding/expectation.ts';
import type { Location, Suppression } from '../../finding/finding.ts';
import { locate } from './locations.ts';
import type { ShownFile } from './masks.ts';

const commentsIn = remembered((file: SourceFile) => allowComments(file));

/** The suppressions in the head file of a change, and which of them were needed. */
export class FileSuppressions {
  readonly #file: SourceFile;
  readonly #comments: readonly AllowComment[];
  readonly #show: (file: SourceFile) => ShownFile;
  readonly #used = new Set<AllowComment>();

  constructor(file: SourceFile, show: (file: SourceFile) => ShownFile = (each) => each) {
    this.#file = file;
    this.#show = show;
    this.#comments = commentsIn(file);
  }

  /** What allows a finding of a rule at a location of this file. */
  of(rule: RuleId, { side, path, start }: Location): Suppression[] {
    if (side !== 'head' || path !== this.#file.path) return [];
    const allowing = this.#comments.filter(
      (each) => each.rule === rule && each.reason !== '' && (each.targetLine === start.line || each.line === start.line),
    );
    return allowing.map((comment) => {
      this.#used.add(comment);
      return { kind: 'in-source', reason: comment.reason, location: locate(this.#show(this.#file), comment.range) };
    });
  }

  /** Those with a reason that allowed nothing. */
  unused(): AllowComment[] {
    return this.#comments.filter((comment) => comment.reason !== '' && !this.#used.has(comment));
  }
}
