import { groupBy } from '../../base/group-by.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Drafted } from '../run-rules.ts';

/** What of a file is needed to show a place in it. */
export type ShownFile = Pick<SourceFile, 'path' | 'side' | 'text' | 'lines'>;

/** Hides what a report must not repeat, wherever a finding shows lines: its own and those of its neighbours. */
export class Masks {
  readonly #hidden = new WeakMap<SourceFile, ShownFile>();

  /** Hides the places of sensitive findings from now on. */
  add(drafted: readonly Drafted[]): void {
    const places = drafted.flatMap(({ draft }) => (draft.sensitive && draft.place ? [draft.place] : []));
    for (const [file, inFile] of groupBy(places, (place) => place.file)) {
      const { path, side, lines, text } = this.shown(file);
      this.#hidden.set(file, {
        path,
        side,
        lines,
        text: without(
          text,
          inFile.map(({ range }) => range),
        ),
      });
    }
  }

  /** The file as it may be shown: with the same lines and columns. */
  shown(file: SourceFile): ShownFile {
    return this.#hidden.get(file) ?? file;
  }
}

function without(text: string, ranges: readonly TextRange[]): string {
  let masked = '';
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, masked.length);
    masked += text.slice(masked.length, from) + text.slice(from, Math.max(from, end)).replace(/[^\r\n]/g, '*');
  }
  return masked + text.slice(masked.length);
}
