import { l10n, ProgressLocation, window, workspace, type Uri } from 'vscode';
import { chooseFolder } from './choose-folder.ts';
import type { ReviewQuestion } from './engine-protocol.ts';
import { currentBranch, questionOn } from './review-commands.ts';
import type { ReviewRuns } from './review-runs.ts';
import { settingsFor } from './settings.ts';
import type { TestCommands } from './test-commands.ts';
import { testPlanOf } from './review-state.ts';
import { progressText } from './verdict-text.ts';

/** Runs the tests on parts of the change under review, or else of the branch: by the person's own command, which is asked for once. */
export async function runDeepCheck(runs: ReviewRuns, testCommands: TestCommands): Promise<void> {
  const folder = await trustedFolder();
  if (!folder) return;
  const question = questionFor(folder, runs);
  let command = testCommands.of(folder);
  if (command === undefined) {
    // What the review tells about the tests is offered.
    if (runs.state.kind !== 'done' || runs.state.question.folder !== folder.fsPath) await runs.start(question);
    command = await askCommand(folder, runs, testCommands);
  }
  if (command === undefined) return;
  const deep = { command, minutes: settingsFor(folder).deepCheckMinutes };
  await withNotification(runs, () => runs.start({ ...question, deep }));
}

/** Asks for the command anew. */
export async function setTestCommand(runs: ReviewRuns, testCommands: TestCommands): Promise<void> {
  const folder = await trustedFolder();
  if (folder) await askCommand(folder, runs, testCommands);
}

/** The folder to check; undefined where there is none, or code in it must not be run. */
async function trustedFolder(): Promise<Uri | undefined> {
  if (workspace.isTrusted) return chooseFolder();
  await window.showWarningMessage(l10n.t('A deep check runs the tests of the repository, so that it needs a trusted workspace.'));
  return undefined;
}

/** What is under review now, or else the branch. */
function questionFor(folder: Uri, { state }: ReviewRuns): ReviewQuestion {
  if (state.kind === 'done' && state.question.folder === folder.fsPath) return state.question;
  return questionOn(folder, currentBranch(folder));
}

async function askCommand(folder: Uri, { state }: ReviewRuns, testCommands: TestCommands): Promise<string | undefined> {
  const offered = testPlanOf(state)?.templates.join(' && ');
  const command = await window.showInputBox({
    title: l10n.t('Command That Runs the Tests'),
    prompt: l10n.t(
      'It is run in a copy of the change, several times. {files} stands for the test files that concern the change, {classes} for Java test classes.',
      { files: '{files}', classes: '{classes}' },
    ),
    value: testCommands.of(folder) ?? offered ?? '',
    placeHolder: 'npm test -- {files}',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Write it as you do in a terminal.') : undefined),
  });
  if (command !== undefined) await testCommands.set(folder, command.trim());
  return command?.trim();
}

/** Shows each step in a notification with a button to cancel. */
async function withNotification(runs: ReviewRuns, run: () => Promise<void>): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Plumbline: deep check'), cancellable: true };
  await window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => {
      runs.cancel();
    });
    const listener = runs.onChange(() => {
      if (runs.state.kind === 'running') progress.report({ message: progressText(runs.state.progress) });
    });
    await run().finally(() => {
      listener.dispose();
    });
  });
}
