import { LineIndex } from '../../base/line-index.ts';
import type { Position, TextRange } from '../../base/text-range.ts';
import type { Hunk, Side } from '../../change/change-set.ts';
import { LineMap } from '../../change/line-map.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { Place } from '../../finding/draft.ts';
import type { Location } from '../../finding/finding.ts';
import type { ShownFile } from './masks.ts';

const snippet = { before: 2, lines: 8, columns: 240 };

/** A range as people read it. */
export function locate(file: ShownFile, range: TextRange): Location {
  const start = file.lines.position(range.start);
  const end = file.lines.position(Math.max(range.start, range.end));
  return { path: file.path, side: file.side, start, end, snippet: snippetAt(file, start) };
}

function snippetAt(file: ShownFile, { line }: Position): Location['snippet'] {
  const firstLine = Math.max(1, line - snippet.before);
  const lastLine = Math.min(file.lines.lineCount, firstLine + snippet.lines - 1);
  const lines: string[] = [];
  for (let each = firstLine; each <= lastLine; each++) {
    const { start, end } = file.lines.lineRange(each);
    lines.push(file.text.slice(start, Math.min(end, start + snippet.columns)).replace(/\r?\n$/u, ''));
  }
  return { firstLine, lines };
}

/** Where a place that exists only at base is shown: the same line at head, or the changed line nearest to where it was. */
export function anchorAtHead(place: Place, head: ShownFile, hunks: readonly Hunk[]): Location {
  const line = place.file.lines.position(place.range.start).line;
  const kept = new LineMap(hunks).headLine(line);
  return lineAt(head, kept ?? nearestHeadLine(line, hunks));
}

function nearestHeadLine(baseLine: number, hunks: readonly Hunk[]): number {
  const distance = (hunk: Hunk): number => Math.max(hunk.baseLine - baseLine, baseLine - (hunk.baseLine + hunk.baseCount), 0);
  let nearest = hunks[0];
  for (const hunk of hunks) if (nearest && distance(hunk) < distance(nearest)) nearest = hunk;
  return nearest?.headLine ?? 1;
}

/** A whole line, without its break and indentation. */
function lineAt(file: ShownFile, line: number): Location {
  const { start, end } = file.lines.lineRange(Math.min(line, file.lines.lineCount));
  const text = file.text.slice(start, end);
  const content = text.trimEnd();
  const indentation = content.length - content.trimStart().length;
  return locate(file, { start: start + indentation, end: start + content.length });
}

/** Where a finding on the whole change is shown: the first changed line of its production code, else its first. */
export function firstChangedLine(files: readonly ChangedFile[], show: (file: SourceFile) => ShownFile): Location {
  const changed = files.filter(({ head, change }) => head && change.hunks.length > 0);
  const file = changed.find(({ head }) => head?.role === 'production' && head.facts) ?? changed[0] ?? files[0];
  const shown = file?.head ?? file?.base;
  if (file && shown) return lineAt(show(shown), file.head ? (file.change.hunks[0]?.headLine ?? 1) : 1);
  return locate({ path: file?.path ?? '.', side: sideOf(file), text: '', lines: new LineIndex('') }, { start: 0, end: 0 });
}

function sideOf(file: ChangedFile | undefined): Side {
  return file?.change.kind === 'deleted' ? 'base' : 'head';
}
