import { commands, l10n, window, type Disposable, type TreeView } from 'vscode';
import type { FindingsTree } from './findings-tree.ts';
import { editorHint } from './editor-hint.ts';
import { localised } from './localised.ts';
import { plainText } from './prose.ts';
import type { ReviewRuns } from './review-runs.ts';
import { viewContent, type DoneState, type ReviewState } from './review-state.ts';
import { progressText, verdictText } from './verdict-text.ts';
import { wholeTree, type TreeFilter } from './tree-model.ts';
import type { Grouping, TreeNode } from './tree-nodes.ts';

export const viewId = 'plumbline.findings';

/** The view with the findings: its rows, its title, its messages, its badge, its progress bar. */
export class FindingsView implements Disposable {
  readonly tree: FindingsTree;
  readonly #runs: ReviewRuns;
  readonly #view: TreeView<TreeNode>;
  #endProgress: (() => void) | undefined;

  constructor(runs: ReviewRuns, tree: FindingsTree) {
    this.#runs = runs;
    this.tree = tree;
    this.#view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
    this.refresh();
  }

  refresh(): void {
    const { state } = this.#runs;
    this.tree.refresh();
    // A view without text and rows shows its welcome content, which has the buttons.
    this.#view.message = message(state, this.tree) ?? '';
    this.#view.badge = badge(state, this.tree);
    this.#showProgress(state.kind === 'running');
    setContexts(state, this.tree);
  }

  async setFilter(filter: TreeFilter): Promise<void> {
    await this.tree.setFilter(filter);
    this.refresh();
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.tree.setGrouping(grouping);
    this.refresh();
  }

  /** Selects a row and brings it into view. */
  async reveal(node: TreeNode): Promise<void> {
    await this.#view.reveal(node, { select: true, focus: false });
  }

  get selection(): TreeNode | undefined {
    return this.#view.selection[0];
  }

  dispose(): void {
    this.#endProgress?.();
    this.#view.dispose();
  }

  #showProgress(running: boolean): void {
    if (running === (this.#endProgress !== undefined)) return;
    this.#endProgress?.();
    this.#endProgress = undefined;
    if (!running) return;
    void window.withProgress(
      { location: { viewId } },
      () =>
        new Promise<void>((resolve) => {
          this.#endProgress = resolve;
        }),
    );
  }
}

function setContexts(state: ReviewState, tree: FindingsTree): void {
  void commands.executeCommand('setContext', 'plumbline.view', viewContent(state, tree.roots.length > 0));
  void commands.executeCommand('setContext', 'plumbline.filtered', JSON.stringify(tree.filter) !== JSON.stringify(wholeTree));
}

/** What was compared, e.g. `main → feature`. */
function range({ answer: { review } }: DoneState): string {
  return `${review.base.name} → ${review.head.name}`;
}

/** What was compared, e.g. `main → feature, with 2 saved files`. */
function scope(state: DoneState): string {
  const { saved, headMoved } = state;
  const withSaved =
    saved.size === 1 ? l10n.t('{0}, with 1 saved file', range(state)) : l10n.t('{0}, with {1} saved files', range(state), saved.size);
  return [saved.size === 0 ? range(state) : withSaved, ...(headMoved ? [l10n.t('HEAD has moved since: review again.')] : [])].join('\n\n');
}

function nothingToReview({ answer: { review } }: DoneState): string {
  return l10n.t(
    'Nothing to review: there is no change between {0} and {1}. The buttons above review something else.',
    review.base.name,
    review.head.name,
  );
}

function message(state: ReviewState, tree: FindingsTree): string | undefined {
  switch (state.kind) {
    case 'running':
      return progressText(state.progress);
    case 'failed':
      return state.failure.kind === 'not-a-repository'
        ? undefined
        : [failureText(state.failure), editorHint(state.failure.hint, localised)].filter((text) => text !== '').join(' ');
    case 'done':
      if (state.answer.files.length === 0) return nothingToReview(state);
      return tree.roots.length > 0 ? scope(state) : undefined;
    case 'idle':
      return undefined;
  }
}

function failureText({ kind, message: text }: Extract<ReviewState, { kind: 'failed' }>['failure']): string {
  switch (kind) {
    case 'not-a-repository':
    case 'refused':
      return plainText(localised(text));
    case 'defect':
      return l10n.t('Something went wrong inside Plumbline: {0} The log has the details.', text);
    case 'engine-stopped':
      return l10n.t('The review engine ended twice. The log may say why; a very large change may need more memory than there is.');
  }
}

function badge(state: ReviewState, tree: FindingsTree): TreeView<TreeNode>['badge'] {
  if (state.kind !== 'done') return undefined;
  const value = tree.findings().filter(({ apart }) => apart === undefined).length;
  return value === 0 ? undefined : { value, tooltip: verdictText(state.answer.review) };
}
