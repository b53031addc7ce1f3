import { LineIndex } from '../base/line-index.ts';
import type { FileChange } from '../change/change-set.ts';
import { languageOf } from '../languages/languages.ts';

/** A declaration at the start of a line: what is indented stands inside of another. */
const declaration =
  /^(?:(?:export|default|declare|abstract|async|public|final|sealed|non-sealed|strictfp) +){0,5}(?:class|interface|enum|record|@interface|function\*?|const|let|var|type|namespace) +([\p{L}_$][\p{L}\p{N}_$]*)/gmu;

/**
 * The outermost declarations of production code that the change seems to touch, sorted: read from the text, before anything is parsed.
 * A guess: some may not be touched, and some may be missing.
 */
export function likelyNames(files: readonly FileChange[]): string[] {
  return [...new Set(files.flatMap(namesIn))].sort();
}

function namesIn({ head, hunks }: FileChange): string[] {
  const text = head?.text;
  if (head === undefined || text === undefined || hunks.length === 0 || languageOf(head.path)?.adapter.role(head.path, '') !== 'production')
    return [];
  const lines = new LineIndex(text);
  const declared = Array.from(text.matchAll(declaration), ({ index, 1: name = '' }) => ({ line: lines.position(index).line, name }));
  return declared.flatMap(({ name }, index) => {
    // What stands before a declaration may be its documentation.
    const [from, to] = [declared[index - 1]?.line ?? 0, declared[index + 1]?.line ?? Infinity];
    const isTouched = hunks.some(({ headLine, headCount }) => headLine < to && from <= headLine + headCount);
    return isTouched && name.length > 2 ? [name] : [];
  });
}
