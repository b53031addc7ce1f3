import { Uri, workspace, type Disposable } from 'vscode';
import { reviewedPath } from './reviewed-documents.ts';
import type { ReviewRuns } from './review-runs.ts';
import { settingsFor } from './settings.ts';

/** Checks a reviewed file again whenever it is saved. */
export function updateOnSave(runs: ReviewRuns): Disposable {
  return workspace.onDidSaveTextDocument((document) => {
    const { state } = runs;
    if (state.kind !== 'done' || !settingsFor(Uri.file(state.question.folder)).runOnSave) return;
    const path = reviewedPath(state, document);
    if (path !== undefined) void runs.update({ path, text: document.getText() });
  });
}
