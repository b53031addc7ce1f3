import type { Uri } from 'vscode';
import { commands, l10n, Range, Selection, window, type TextDocumentShowOptions } from 'vscode';
import { basename } from 'node:path';
import type { Location } from '../finding/finding.ts';
import type { ReviewedFile } from './engine-protocol.ts';
import { editorRange, type FindingPlaces } from './finding-places.ts';
import { documentUri } from './reviewed-documents.ts';
import type { DoneState } from './review-state.ts';

/** Opens a location: in the diff of its file against base, or alone where the file is on one side only or was not changed. */
export async function openLocation(
  places: FindingPlaces,
  state: DoneState,
  location: Location,
  show: TextDocumentShowOptions,
): Promise<void> {
  const file = state.answer.files.find(
    ({ path, basePath }) => path === location.path || (location.side === 'base' && basePath === location.path),
  );
  const range = (await places.range(state, location)) ?? editorRange(location);
  if (!file || !hasBothSides(file)) return openAlone(documentUri(state, sideOf(file, location), location.path), range, show);
  await openDiff(state, file, location, range, show);
}

function hasBothSides({ kind }: ReviewedFile): boolean {
  return kind !== 'added' && kind !== 'deleted';
}

function sideOf(file: ReviewedFile | undefined, { side }: Location): 'base' | 'head' {
  return file?.kind === 'deleted' ? 'base' : side;
}

async function openAlone(uri: Uri, range: Range, show: TextDocumentShowOptions): Promise<void> {
  await window.showTextDocument(uri, { ...show, selection: startOf(range) });
}

async function openDiff(
  state: DoneState,
  file: ReviewedFile,
  location: Location,
  range: Range,
  show: TextDocumentShowOptions,
): Promise<void> {
  const { base, head } = state.answer.review;
  const left = documentUri(state, 'base', file.basePath ?? file.path);
  const right = documentUri(state, 'head', file.path);
  const title = l10n.t('{0} ({1} ↔ {2})', basename(file.path), base.name, head.name);
  // The diff scrolls to a selection on its right side; a place that is only at base is marked on the left afterwards.
  await commands.executeCommand(
    'vscode.diff',
    left,
    right,
    title,
    location.side === 'head' ? { ...show, selection: startOf(range) } : show,
  );
  if (location.side === 'base') selectIn(left, range);
}

function selectIn(uri: Uri, range: Range): void {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (!editor) return;
  editor.selection = new Selection(range.start.line, 0, range.start.line, 0);
  editor.revealRange(range);
}

/** The caret goes to the line, not to the place in it: then the editor does not scroll sideways, and the line is read from its beginning. */
function startOf({ start }: Range): Range {
  return new Range(start.line, 0, start.line, 0);
}
