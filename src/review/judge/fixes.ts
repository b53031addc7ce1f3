import type { Edit, FixDraft } from '../../finding/draft.ts';
import type { Fix, FixEdit } from '../../finding/finding.ts';

const top = { line: 1, column: 1 };

/** A fix as people and editors read it: edits by path and place, in order. */
export function fixOf({ title, safety, edits }: FixDraft): Fix {
  return { title, safety, edits: edits.map(editOf).sort(byPlace) };
}

function editOf(edit: Edit): FixEdit {
  if ('path' in edit) return { path: edit.path, create: true, start: top, end: top, newText: edit.newText };
  const { file, range, newText } = edit;
  return { path: file.path, create: false, start: file.lines.position(range.start), end: file.lines.position(range.end), newText };
}

function byPlace(a: FixEdit, b: FixEdit): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.start.line - b.start.line || a.start.column - b.start.column;
}
