import type { TextRange } from '../../base/text-range.ts';
import type { Hunk } from '../../change/change-set.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import type { ImportFact } from '../../code/facts.ts';
import type { Edit, FixDraft } from '../../finding/draft.ts';
import { wholeLines } from '../code-in-file.ts';
import type { Loss } from './safeguard.ts';

/** Writes what was taken away again, as it was; undefined where the lines around it have changed too, so that its place cannot be told. */
export function restored(change: CodeChange, { base, head, lost, now }: Loss): FixDraft | undefined {
  if (!now) return restoredLines(change, base.file, head.file, lost.range);
  const newText = base.file.text.slice(lost.range.start, lost.range.end);
  return fixOf(base.file, head.file, { file: head.file, range: now.range, newText });
}

/** Writes the lines of base again that hold a range. */
export function restoredLines(change: CodeChange, base: SourceFile, head: SourceFile, range: TextRange): FixDraft | undefined {
  const file = change.files.find((each) => each.head === head && each.base === base);
  const edit = file && linesBack(file, base, head, range);
  return edit && fixOf(base, head, edit);
}

function fixOf(base: SourceFile, head: SourceFile, edit: Edit): FixDraft {
  return { title: 'Restore what was there', safety: 'unsafe', edits: [edit, ...importEdits(base, head, edit.newText)] };
}

/** Lines that open or close more than they do themselves cannot stand alone. */
function isBalanced(text: string): boolean {
  return ['()', '[]', '{}'].every(([open = '', close = '']) => text.split(open).length === text.split(close).length);
}

function linesBack({ change }: ChangedFile, base: SourceFile, head: SourceFile, range: TextRange): Edit | undefined {
  const lines = wholeLines(base, range);
  const first = base.lines.position(lines.start).line;
  const last = base.lines.position(Math.max(lines.start, lines.end - 1)).line;
  const hunk = change.hunks.find((each) => each.baseLine <= first && last < each.baseLine + each.baseCount);
  if (!hunk) return undefined;
  const start = head.lines.lineRange(hunk.headLine).start;
  const newText = withBreak(base.text.slice(lines.start, lines.end));
  if (hunk.headCount === 0) return isBalanced(newText) ? { file: head, range: { start, end: start }, newText } : undefined;
  if (!isSameStretch(hunk, first, last)) return undefined;
  return {
    file: head,
    range: { start, end: head.lines.lineRange(hunk.headLine + hunk.headCount - 1).end },
    newText,
  };
}

/** One line for one line: the line as it was. More may hold changes that are to stay. */
function isSameStretch(hunk: Hunk, first: number, last: number): boolean {
  return hunk.baseLine === first && hunk.baseCount === last - first + 1 && hunk.baseCount === 1 && hunk.headCount === 1;
}

function withBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** The imports that the restored text needs and head has no more. */
export function importEdits(base: SourceFile, head: SourceFile, text: string): readonly Edit[] {
  const has = (file: SourceFile, local: string): ImportFact | undefined => file.facts?.imports.find((each) => each.local === local);
  const words = new Set(text.match(/[A-Za-z_$][\w$]*/g));
  const missing = (base.facts?.imports ?? []).filter(({ local }) => words.has(local) && !has(head, local));
  const first = head.facts?.imports[0];
  if (!first) return [];
  const statements = new Set(
    missing.map(({ range }) => base.text.slice(range.start, range.end)).filter((each) => each.startsWith('import')),
  );
  return [...statements].map((each) => ({ file: head, range: { start: first.range.start, end: first.range.start }, newText: `${each}\n` }));
}
