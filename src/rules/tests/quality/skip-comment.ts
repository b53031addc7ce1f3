import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** Words of a comment that say why a test is skipped, and do not say what it tests. */
const givesReason =
  /\b(?:skip|disabl|ignor|flak|todo|fixme|fail|broken|bug|until|because|unstable|re-?enable|unskip|blocked|slow|pending|not (?:yet )?(?:support|work|implement)|does ?n[o']t work)|#\d+|https?:/i;

/** Lines above a mark that are read. */
const mostLines = 6;

/** The comment beside or directly above a mark that skips a test, where it gives a reason: many frameworks have no other place for it. */
export function reasonInComment({ text, lines }: SourceFile, mark: TextRange): string | undefined {
  const { line } = lines.position(mark.start);
  const { end } = lines.lineRange(line);
  const beside = /\/\/\s*(\S.*)/.exec(text.slice(mark.end, end).trimEnd())?.[1];
  const above: string[] = [];
  for (let at = line - 1; at > 0 && at >= line - mostLines; at--) {
    const range = lines.lineRange(at);
    const comment = /^(?:\/\/|\/?\*+(?!\*))\s?(.*?)(?:\*\/)?$/.exec(text.slice(range.start, range.end).trim());
    if (!comment) break;
    above.unshift((comment[1] ?? '').trim());
  }
  const written = [above.join(' ').trim(), beside ?? ''].map((each) => each.replace(/^eslint-disable\S*\s+\S+(?:\s+--\s+)?/, ''));
  return written.find((each) => givesReason.test(each) && /\s|#|:/.test(each));
}
