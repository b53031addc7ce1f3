import { commands, EventEmitter, l10n, Uri, workspace, type Disposable } from 'vscode';
import type { Review } from '../review/review-result.ts';
import { localised, translation } from './localised.ts';
import { ownRulePage } from './own-rule-page.ts';
import type { ReviewRuns } from './review-runs.ts';
import { testPlanOf } from './review-state.ts';
import { translatedPage } from './translated-page.ts';

const reportScheme = 'plumbline-report';
const pages = {
  report: Uri.from({ scheme: reportScheme, path: '/Plumbline report.md' }),
  testPlan: Uri.from({ scheme: reportScheme, path: '/Plumbline test plan.md' }),
};
type Page = keyof typeof pages;

/** The review, or the test plan alone, as a page to read or to copy from. */
export class ReportDocument implements Disposable {
  readonly #runs: ReviewRuns;
  readonly #changed = new EventEmitter<Uri>();
  /** Rules' pages that were opened in another language than English: their path → where they stand in English. */
  readonly #translated = new Map<string, Uri>();
  readonly #registration: Disposable;

  constructor(runs: ReviewRuns, version: string) {
    this.#runs = runs;
    this.#registration = workspace.registerTextDocumentContentProvider(reportScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: ({ path }) => {
        const rulePage = this.#translated.get(path);
        if (rulePage) return this.#translatedRule(rulePage);
        if (path.startsWith('/custom/')) return this.#rulePage(path.slice(1, -'.md'.length));
        return path === pages.testPlan.path ? this.#testPlan() : this.#report(version);
      },
    });
  }

  refresh(): void {
    for (const page of Object.values(pages)) this.#changed.fire(page);
  }

  async open(page: Page): Promise<void> {
    await commands.executeCommand('markdown.showPreview', pages[page]);
  }

  /** Opens the page of a rule that the standard of the last review defines. */
  async openRule(rule: string): Promise<void> {
    const page = Uri.from({ scheme: reportScheme, path: `/${rule}.md` });
    this.#changed.fire(page);
    await commands.executeCommand('markdown.showPreview', page);
  }

  /** Opens the page of a rule that comes with the extension, in the editor's language. */
  async openTranslated(source: Uri, rule: string): Promise<void> {
    const page = Uri.from({ scheme: reportScheme, path: `/${rule}.md` });
    this.#translated.set(page.path, source);
    await commands.executeCommand('markdown.showPreview', page);
  }

  /** The rules that the standard of the last review defines. */
  ownRules(): readonly string[] {
    return this.#descriptors().flatMap(({ id, definedAt }) => (definedAt === undefined ? [] : [id]));
  }

  #descriptors(): Review['rules'] {
    const { state } = this.#runs;
    return state.kind === 'done' ? state.answer.review.rules : [];
  }

  #rulePage(id: string): string {
    const rule = this.#descriptors().find((each) => each.id === id);
    return rule ? ownRulePage(rule) : l10n.t('{0} is a rule of the standard’s own. A review with it on tells more.', `\`${id}\``);
  }

  async #translatedRule(source: Uri): Promise<string> {
    return translatedPage(new TextDecoder().decode(await workspace.fs.readFile(source)), localised);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async #report(version: string): Promise<string> {
    const { state } = this.#runs;
    if (state.kind !== 'done') return '';
    const { markdown } = await import('../report/markdown.ts');
    return inEditorsLanguage(markdown(state.answer.review, { all: false, color: false, version }));
  }

  async #testPlan(): Promise<string> {
    const plan = testPlanOf(this.#runs.state);
    if (!plan) return '';
    const { testPlanPage } = await import('../report/test-plan-markdown.ts');
    return inEditorsLanguage(testPlanPage(plan));
  }
}

function inEditorsLanguage(page: string): string {
  return translation() === undefined ? page : translatedPage(page, localised);
}
