import type { Range } from 'vscode';
import { l10n, WorkspaceEdit, type WorkspaceEditEntryMetadata } from 'vscode';
import type { Fix, FixEdit } from '../finding/finding.ts';
import { editorRange, type FindingPlaces } from './finding-places.ts';
import { documentUri } from './reviewed-documents.ts';
import type { DoneState } from './review-state.ts';

/** One fix as the editor applies it; undefined where it may no longer fit. */
export async function fixEdit(places: FindingPlaces, state: DoneState, fix: Fix): Promise<WorkspaceEdit | undefined> {
  return workspaceEdit(places, state, fix.edits, needsConfirmation(fix) ? fix.title : undefined);
}

/** What is not safe is to be looked at: in one file, be it new, the person sees it happen, beyond it only in a preview. */
function needsConfirmation({ safety, edits }: Fix): boolean {
  return safety === 'unsafe' && new Set(edits.map(({ path }) => path)).size > 1;
}

/**
 * The edits as the editor applies them, moved along with what was typed since the review;
 * undefined where one of their lines was edited, so that they may no longer fit.
 * @param confirm the fixes' title, where the person shall look at the edits before they are applied
 */
export async function workspaceEdit(
  places: FindingPlaces,
  state: DoneState,
  edits: readonly FixEdit[],
  confirm: string | undefined,
): Promise<WorkspaceEdit | undefined> {
  const result = new WorkspaceEdit();
  const metadata: WorkspaceEditEntryMetadata | undefined =
    confirm === undefined ? undefined : { label: confirm, description: l10n.t('Look before it is applied'), needsConfirmation: true };
  for (const edit of edits) {
    const uri = documentUri(state, 'head', edit.path);
    if (edit.create) {
      result.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(edit.newText) }, metadata);
      continue;
    }
    const range = await editRange(places, state, edit);
    if (!range) return undefined;
    result.replace(uri, range, edit.newText, metadata);
  }
  return result;
}

async function editRange(places: FindingPlaces, state: DoneState, edit: FixEdit): Promise<Range | undefined> {
  const span = (await places.drift(state, edit.path))?.span(edit);
  return span && editorRange(span);
}
