import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import { localised } from './localised.ts';
import type { ReviewRuns } from './review-runs.ts';
import { progressText, verdictIcons, verdictText } from './verdict-text.ts';

/** The verdict at a glance; a click opens the menu. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #runs: ReviewRuns;

  constructor(runs: ReviewRuns) {
    this.#runs = runs;
    this.#item = window.createStatusBarItem('plumbline.verdict', StatusBarAlignment.Left, 40);
    this.#item.name = 'Plumbline';
    this.#item.command = 'plumbline.showMenu';
    this.refresh();
    this.#item.show();
  }

  refresh(): void {
    const { text, tooltip } = this.#content();
    this.#item.text = `Plumbline ${text}`.trim();
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: tooltip, role: 'button' };
  }

  dispose(): void {
    this.#item.dispose();
  }

  #content(): { readonly text: string; readonly tooltip: string } {
    const { state } = this.#runs;
    switch (state.kind) {
      case 'idle':
        return { text: '', tooltip: l10n.t('Plumbline: no review yet') };
      case 'running':
        return { text: '$(loading~spin)', tooltip: l10n.t('Plumbline: {0}', progressText(state.progress)) };
      case 'failed':
        return { text: '$(circle-slash)', tooltip: l10n.t('Plumbline could not review: {0}', localised(state.failure.message)) };
      case 'done':
        return { text: verdictIcons(state.answer.review), tooltip: verdictText(state.answer.review) };
    }
  }
}
