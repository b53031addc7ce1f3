import { l10n, window, workspace, type Uri, type WorkspaceEdit } from 'vscode';
import type { Finding, Fix } from '../finding/finding.ts';
import { combineFixes } from './combine-fixes.ts';
import type { FindingPlaces } from './finding-places.ts';
import { fixEdit, workspaceEdit } from './fix-edit.ts';
import { openLocation } from './open-finding.ts';
import { documentUri, openDocument } from './reviewed-documents.ts';
import { isInWorkingTree, type DoneState } from './review-state.ts';

/** Applies one fix. An unsafe one is opened and left unsaved, to be looked at; a file that it makes is opened, too. */
export async function applyFix(places: FindingPlaces, state: DoneState, { location }: Finding, fix: Fix): Promise<void> {
  if (!isInWorkingTree(state.question)) return sayNotCheckedOut();
  const edit = await fixEdit(places, state, fix);
  if (edit && fix.safety === 'safe') await applyAndSave(edit);
  else if (edit) {
    await openLocation(places, state, location, { preview: false });
    const created = (await workspace.applyEdit(edit)) ? fix.edits.find(({ create }) => create) : undefined;
    if (created) await window.showTextDocument(documentUri(state, 'head', created.path), { preview: false });
  } else
    await window.showInformationMessage(
      l10n.t('The lines of this fix were edited since the review. Save the file, or run the review again.'),
    );
}

/** Applies all safe fixes that go together. */
export async function applySafeFixes(places: FindingPlaces, state: DoneState, fixes: readonly Fix[]): Promise<void> {
  if (!isInWorkingTree(state.question)) return sayNotCheckedOut();
  const fitting: Fix[] = [];
  for (const fix of fixes) if (fix.safety === 'safe' && (await workspaceEdit(places, state, fix.edits, undefined))) fitting.push(fix);
  const { edits, left } = combineFixes(fitting);
  if (edits.length === 0) {
    await window.showInformationMessage(l10n.t('There is no safe fix to apply here.'));
    return;
  }
  const edit = await workspaceEdit(places, state, edits, undefined);
  if (edit) await applyAndSave(edit);
  if (left > 0)
    await window.showInformationMessage(
      l10n.t('{0} of {1} fixes touch the same lines as others and were left out. Run it again for them.', left, fitting.length),
    );
}

/** Saves what was clean before, so that the fix is checked at once; what the person had not saved stays unsaved. */
export async function applyAndSave(edit: WorkspaceEdit): Promise<boolean> {
  const clean = edit
    .entries()
    .map(([uri]) => uri)
    .filter((uri) => openDocument(uri)?.isDirty !== true);
  const applied = await workspace.applyEdit(edit);
  if (applied) await Promise.all(clean.map(saveDocument));
  return applied;
}

async function saveDocument(uri: Uri): Promise<void> {
  await openDocument(uri)?.save();
}

async function sayNotCheckedOut(): Promise<void> {
  await window.showInformationMessage(
    l10n.t('What was reviewed is not checked out, so it cannot be edited. Check it out and review the branch.'),
  );
}
