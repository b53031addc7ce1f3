import { env, window, type TextDocumentShowOptions } from 'vscode';
import { l10n } from 'vscode';
import type { Finding } from '../finding/finding.ts';
import { allowFinding } from './allow-finding.ts';
import { applyFix, applySafeFixes } from './apply-fixes.ts';
import { safeFixes } from './code-actions.ts';
import { copyRightTitle } from './copy-title.ts';
import type { FindingPlaces } from './finding-places.ts';
import type { FindingsView } from './findings-view.ts';
import { localised } from './localised.ts';
import { openLocation } from './open-finding.ts';
import type { ReviewRuns } from './review-runs.ts';
import type { DoneState } from './review-state.ts';
import { findingsIn } from './tree-model.ts';
import { findingKey, type FindingNode, type RelatedNode, type TreeNode } from './tree-nodes.ts';
import { waiveFinding } from './waive-finding.ts';
import { reviewComment } from './wording.ts';

const glance: TextDocumentShowOptions = { preview: true, preserveFocus: true };
const work: TextDocumentShowOptions = { preview: true, preserveFocus: false };

/** What can be done with a row, or with the selected one where none is given. */
export class FindingCommands {
  readonly #runs: ReviewRuns;
  readonly #places: FindingPlaces;
  readonly #view: FindingsView;
  #lastOpened: FindingNode | undefined;

  constructor(runs: ReviewRuns, places: FindingPlaces, view: FindingsView) {
    this.#runs = runs;
    this.#places = places;
    this.#view = view;
  }

  async open(node: FindingNode | RelatedNode | undefined): Promise<void> {
    const state = this.#done();
    const row = node ?? this.#view.selection;
    if (!state || (row?.kind !== 'finding' && row?.kind !== 'related')) return;
    if (row.kind === 'finding') this.#lastOpened = row;
    await openLocation(this.#places, state, row.kind === 'finding' ? row.finding.location : row.location, glance);
  }

  /** Goes to the next or previous finding in the order of the rows, going round at the ends. */
  async step(by: 1 | -1): Promise<void> {
    const state = this.#done();
    const rows = this.#view.tree.findings();
    const current =
      this.#lastOpened && rows.findIndex(({ finding }) => this.#lastOpened && findingKey(finding) === findingKey(this.#lastOpened.finding));
    const from = current === undefined || current < 0 ? (by === 1 ? -1 : 0) : current;
    const row = rows[(from + by + rows.length) % rows.length];
    if (!state || !row) return;
    this.#lastOpened = row;
    await this.#view.reveal(row);
    await openLocation(this.#places, state, row.finding.location, work);
  }

  /** Applies the first fix; asks which where there are more. */
  async fix(node: TreeNode | undefined): Promise<void> {
    const state = this.#done();
    const finding = this.#findingOf(node);
    if (!state || !finding) return;
    const [first, ...others] = finding.fixes;
    const fix = others.length === 0 ? first : await this.#chooseFix(finding);
    if (fix) await applyFix(this.#places, state, finding, fix);
  }

  /** Applies the safe fixes of all findings under a row, or of all rows. */
  async fixAllSafe(node: TreeNode | undefined): Promise<void> {
    const state = this.#done();
    if (!state) return;
    const rows = findingsIn(node === undefined ? this.#view.tree.roots : [node]).filter(({ apart }) => apart === undefined);
    await applySafeFixes(this.#places, state, safeFixes(rows.map(({ finding }) => finding)));
  }

  async allow(target: TreeNode | Finding | undefined): Promise<void> {
    const state = this.#done();
    const finding = target !== undefined && !('kind' in target) ? target : this.#findingOf(target);
    if (state && finding) await allowFinding(this.#places, state, finding);
  }

  async waive(target: TreeNode | Finding | undefined): Promise<void> {
    const state = this.#done();
    const finding = target !== undefined && !('kind' in target) ? target : this.#findingOf(target);
    if (state && finding) await waiveFinding(state, finding);
  }

  /** Copies a finding as a comment for a code review. */
  async copy(node: TreeNode | undefined): Promise<void> {
    const state = this.#done();
    const finding = this.#findingOf(node);
    if (!state || !finding) return;
    const rule = state.answer.review.rules.find(({ id }) => id === finding.rule);
    await env.clipboard.writeText(reviewComment(finding, rule?.remedy));
  }

  /** Copies the title that a change should have. */
  async copyTitle(target: TreeNode | Finding | undefined): Promise<void> {
    const finding = target !== undefined && !('kind' in target) ? target : this.#findingOf(target);
    if (finding) await copyRightTitle(finding);
  }

  /** The rule of a row, for its page; undefined where none is given, for the person to choose. */
  ruleOf(target: TreeNode | string | undefined): string | undefined {
    return target === undefined || typeof target === 'string' ? target : this.#findingOf(target)?.rule;
  }

  async #chooseFix({ fixes }: Finding): Promise<Finding['fixes'][number] | undefined> {
    const items = fixes.map((fix) => ({
      label: localised(fix.title),
      description: fix.safety === 'safe' ? '' : l10n.t('to be looked at'),
      fix,
    }));
    return (await window.showQuickPick(items, { title: l10n.t('Which fix?') }))?.fix;
  }

  #findingOf(node: TreeNode | undefined): Finding | undefined {
    const row = node ?? this.#view.selection;
    return row?.kind === 'finding' || row?.kind === 'related' ? row.finding : undefined;
  }

  #done(): DoneState | undefined {
    return this.#runs.state.kind === 'done' ? this.#runs.state : undefined;
  }
}
