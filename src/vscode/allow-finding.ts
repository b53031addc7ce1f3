import { l10n, Position, window, workspace, WorkspaceEdit } from 'vscode';
import type { Finding } from '../finding/finding.ts';
import { applyAndSave } from './apply-fixes.ts';
import { allowComment } from './comment-syntax.ts';
import type { FindingPlaces } from './finding-places.ts';
import { documentUri } from './reviewed-documents.ts';
import { isInWorkingTree, type DoneState } from './review-state.ts';

/** Asks for a reason and writes the comment that allows a finding, above its line. */
export async function allowFinding(places: FindingPlaces, state: DoneState, finding: Finding): Promise<void> {
  const { path, side } = finding.location;
  const range = side === 'head' ? await places.range(state, finding.location) : undefined;
  if (!range || !isInWorkingTree(state.question) || allowComment(path, finding.rule, '') === undefined) {
    await window.showInformationMessage(l10n.t('A comment cannot be written here. Use a waiver in plumbline.yaml to allow this finding.'));
    return;
  }
  const reason = await askReason(finding);
  if (reason === undefined) return;
  const document = await workspace.openTextDocument(documentUri(state, 'head', path));
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(range.start.line);
  const indent = text.slice(0, firstNonWhitespaceCharacterIndex);
  const comment = allowComment(path, finding.rule, reason) ?? '';
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(range.start.line, 0), `${indent}${comment}\n`);
  await applyAndSave(edit);
}

function askReason({ rule, message }: Finding): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Allow {0}', rule),
    prompt: l10n.t('Why is it right here? The reason is written into a comment above the line. {0}', message),
    placeHolder: l10n.t('Reason, for whoever reads the code next'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A reason is required.') : undefined),
  });
}
