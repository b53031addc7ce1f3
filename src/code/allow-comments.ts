import type { TextRange } from '../base/text-range.ts';

/** `plumbline-allow RULE -- reason` in a comment: what is allowed, where, and why. */
export interface AllowComment {
  /** As written: it may name no rule at all. */
  readonly rule: string;
  /** Empty where none is given; such a comment allows nothing. */
  readonly reason: string;
  /** From `plumbline-allow` to the end of the reason. */
  readonly range: TextRange;
  /** What to take away to be rid of it: its whole lines where it stands alone, else the comment and the white space before it. */
  readonly removalRange: TextRange;
  /** The line of the comment, and the line it speaks of: the same where code stands before the comment, else the next line with code. */
  readonly line: number;
  readonly targetLine: number;
}

const word = 'plumbline-allow';
const opener = /(?:\/\/|\/\*+|#|<!--|--|;|^\s*\*)\s*$/u;
const form = /^plumbline-allow[ \t]+([^\s,]+)(?:[ \t]+--[ \t]*(.*))?/u;
const closer = /\s*(?:\*\/\}?|-->)\s*$/u;

/** Every suppression in a text, in order. */
export function allowComments(text: string): AllowComment[] {
  if (!text.includes(word)) return [];
  const lines = text.split('\n');
  const found: AllowComment[] = [];
  let offset = 0;
  lines.forEach((line, index) => {
    const comment = readLine(line);
    if (comment) {
      const targetLine = comment.alone ? nextLineWithCode(lines, index) + 1 : index + 1;
      const range = { start: offset + comment.start, end: offset + comment.end };
      const lineEnd = Math.min(text.length, offset + line.length + 1);
      const removalRange = comment.alone
        ? { start: offset, end: lineEnd }
        : { start: offset + comment.codeEnd, end: offset + comment.commentEnd };
      found.push({ rule: comment.rule, reason: comment.reason, range, removalRange, line: index + 1, targetLine });
    }
    offset += line.length + 1;
  });
  return found;
}

interface CommentOnLine {
  readonly rule: string;
  readonly reason: string;
  /** Columns from 0. */
  readonly start: number;
  readonly end: number;
  readonly codeEnd: number;
  readonly commentEnd: number;
  /** Whether nothing but the comment is on the line. */
  readonly alone: boolean;
}

function readLine(line: string): CommentOnLine | undefined {
  const start = line.indexOf(word);
  if (start === -1 || start > 2_000) return undefined;
  const before = line.slice(0, start);
  const rest = line
    .slice(start, start + 2_000)
    .replace(closer, '')
    .trimEnd();
  const match = form.exec(rest);
  if (!match || !opener.test(before)) return undefined;
  const code = before.replace(opener, '');
  const alone = /^\s*\{?\s*$/u.test(code);
  return {
    rule: match[1] ?? '',
    reason: match[2] ?? '',
    start,
    end: start + rest.length,
    codeEnd: code.trimEnd().length,
    commentEnd: line.trimEnd().length,
    alone,
  };
}

/** Index of the next line that is neither empty nor a suppression itself. */
function nextLineWithCode(lines: readonly string[], index: number): number {
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (line.trim() !== '' && !/^\s*(?:\*\/|-->)\s*$/u.test(line) && !readLine(line)?.alone) return next;
  }
  return index;
}
