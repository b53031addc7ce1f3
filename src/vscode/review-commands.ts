import { commands, l10n, window, workspace, type Uri } from 'vscode';
import type { ChangeSource } from '../change/source.ts';
import { chooseFolder } from './choose-folder.ts';
import type { ReviewQuestion } from './engine-protocol.ts';
import type { ReviewRuns } from './review-runs.ts';
import { settingsFor } from './settings.ts';

/** Reviews what `source` names in a folder that the person chooses. Ends when the review has. */
export async function review(
  runs: ReviewRuns,
  source: (folder: Uri) => ChangeSource | undefined | Promise<ChangeSource | undefined>,
): Promise<void> {
  const folder = await chooseFolder();
  const chosen = folder && (await source(folder));
  if (!folder || !chosen) return;
  await commands.executeCommand('plumbline.findings.focus', { preserveFocus: true });
  await runs.start(questionOn(folder, chosen));
}

/** What is asked about a source, by the person's settings. */
export function questionOn(folder: Uri, source: ChangeSource): ReviewQuestion {
  const { standard, types } = settingsFor(folder);
  return {
    folder: folder.fsPath,
    source,
    mayFetch: workspace.isTrusted,
    ...(standard === undefined ? {} : { standard }),
    ...(types && { types }),
  };
}

/** The branch that is checked out, against the setting's base branch where there is one. */
export function currentBranch(folder: Uri): ChangeSource {
  const { baseBranch } = settingsFor(folder);
  return { kind: 'branch', ...(baseBranch === undefined ? {} : { base: baseBranch }) };
}

/** Asks for a revision range. */
export async function askRange(folder: Uri): Promise<ChangeSource | undefined> {
  const { baseBranch = 'main' } = settingsFor(folder);
  const range = await window.showInputBox({
    title: l10n.t('Review Range'),
    prompt: l10n.t('A range of revisions, as git writes it. It is reviewed from the merge base of its two ends.'),
    value: `${baseBranch}..HEAD`,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^(?=\S*$).+?\.\./.test(value.trim()) ? undefined : l10n.t('Write it as BASE..HEAD, for example main..HEAD or v1.2.0..v1.3.0.'),
  });
  return range === undefined ? undefined : { kind: 'range', range: range.trim() };
}
