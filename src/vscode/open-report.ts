import { commands, EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import type { ReviewRuns } from './review-runs.ts';

const reportScheme = 'plumbline-report';
const reportUri = Uri.from({ scheme: reportScheme, path: '/Plumbline report.md' });

/** The review as a page to read or to copy from. */
export class ReportDocument implements Disposable {
  readonly #runs: ReviewRuns;
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;

  constructor(runs: ReviewRuns, version: string) {
    this.#runs = runs;
    this.#registration = workspace.registerTextDocumentContentProvider(reportScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: () => this.#text(version),
    });
  }

  refresh(): void {
    this.#changed.fire(reportUri);
  }

  async open(): Promise<void> {
    await commands.executeCommand('markdown.showPreview', reportUri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async #text(version: string): Promise<string> {
    const { state } = this.#runs;
    if (state.kind !== 'done') return '';
    const { markdown } = await import('../report/markdown.ts');
    return markdown(state.answer.review, { all: false, color: false, version });
  }
}
