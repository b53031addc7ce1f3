import { l10n, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Finding } from '../finding/finding.ts';
import { withWaiver } from '../standard/add-waiver.ts';
import { isDate, isExpired, type Waiver } from '../standard/waiver.ts';
import { isInWorkingTree, type DoneState } from './review-state.ts';

/** Days that are offered first: long enough to plan, too short to forget. */
const offeredDays = 90;

/** Asks why, who and until when, and writes the waiver into the standard, to be looked at before it is saved. */
export async function waiveFinding(state: DoneState, finding: Finding): Promise<void> {
  if (!isInWorkingTree(state.question)) {
    await window.showInformationMessage(l10n.t('What was reviewed is not checked out, so its standard cannot be edited.'));
    return;
  }
  const waiver = await askWaiver(finding, new Date());
  if (waiver) await writeWaiver(Uri.joinPath(Uri.file(state.answer.root), 'plumbline.yaml'), waiver);
}

async function askWaiver({ rule, fingerprint, message }: Finding, now: Date): Promise<Waiver | undefined> {
  const title = l10n.t('Waive {0}', rule);
  const required = (value: string): string | undefined => (value.trim() === '' ? l10n.t('This is required.') : undefined);
  const reason = await window.showInputBox({
    title,
    prompt: l10n.t('Why is it right to let it pass for now? {0}', message),
    ignoreFocusOut: true,
    validateInput: required,
  });
  if (reason === undefined) return undefined;
  const owner = await window.showInputBox({
    title,
    prompt: l10n.t('Who answers for it, and is asked when it expires?'),
    ignoreFocusOut: true,
    validateInput: required,
  });
  if (owner === undefined) return undefined;
  const expires = await window.showInputBox({
    title,
    prompt: l10n.t('The last day on which it holds. It counts from when it is on the branch that the change goes to.'),
    value: new Date(now.getTime() + offeredDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
    ignoreFocusOut: true,
    validateInput: (value) =>
      isDate(value) && !isExpired({ expires: value }, now) ? undefined : l10n.t('A day that is still to come, like 2026-12-31.'),
  });
  return expires === undefined ? undefined : { rule, fingerprint, reason: reason.trim(), owner: owner.trim(), expires };
}

async function writeWaiver(file: Uri, waiver: Waiver): Promise<void> {
  const text = await workspace.openTextDocument(file).then(
    (document) => document.getText(),
    () => undefined,
  );
  const changed = withWaiver(text, waiver);
  if (changed === undefined) {
    await window.showInformationMessage(l10n.t('The waivers in plumbline.yaml are on one line. Write each on a line of its own first.'));
    return;
  }
  const edit = new WorkspaceEdit();
  if (text === undefined) edit.createFile(file, { contents: Buffer.from(changed) });
  else edit.replace(file, new Range(new Position(0, 0), new Position(text.split('\n').length, 0)), changed);
  await workspace.applyEdit(edit);
  await window.showTextDocument(file, { preview: false });
}
