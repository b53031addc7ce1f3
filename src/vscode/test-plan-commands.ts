import { env, l10n, window } from 'vscode';
import type { ReportDocument } from './open-report.ts';
import { testPlanOf, type ReviewState } from './review-state.ts';

/** Opens the plan as a page, or says why there is none. */
export async function showTestPlan(state: ReviewState, report: ReportDocument): Promise<void> {
  if (testPlanOf(state)) await report.open('testPlan');
  else
    await window.showInformationMessage(
      l10n.t('There is no test plan: the review found nothing to test, or the standard has the rules on tests off.'),
    );
}

/** Copies the command lines that run the related tests. Nothing is run. */
export async function copyTestCommand(state: ReviewState): Promise<void> {
  const commands = testPlanOf(state)?.commands ?? [];
  if (commands.length === 0) {
    await window.showInformationMessage(l10n.t('There is no related test whose command line could be told from the build files.'));
    return;
  }
  await env.clipboard.writeText(commands.join('\n'));
  window.setStatusBarMessage(l10n.t('The command to run the related tests was copied.'), shownFor);
}

/** Milliseconds. */
const shownFor = 4000;
