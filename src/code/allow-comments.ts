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
/** Everything else in prose is what a reader sees. */
const proseOpener = /<!--\s*$/u;
const prose = /\.(?:md|markdown|mdx|adoc|rst|txt)$/iu;
const form = /^plumbline-allow[ \t]+([^\s,]+)(?:[ \t]+--[ \t]*(.*))?/u;
const closer = /\s{0,40}(?:\*\/\}?|-->)\s{0,40}$/u;

/** Every suppression in a file, in order. What only speaks of suppressions, a text in code or a page about them, holds none. */
export function allowComments({ path, text }: { readonly path: string; readonly text: string }): AllowComment[] {
  if (!text.includes(word)) return [];
  const lines = text.split('\n');
  const opens = prose.test(path) ? proseOpener : opener;
  const found: AllowComment[] = [];
  let offset = 0;
  lines.forEach((line, index) => {
    const comment = readLine(line, opens);
    if (comment) {
      const targetLine = comment.alone ? nextLineWithCode(lines, index, opens) + 1 : index + 1;
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

function readLine(line: string, opens: RegExp): CommentOnLine | undefined {
  const start = line.indexOf(word);
  if (start === -1 || start > 2_000) return undefined;
  const before = line.slice(0, start);
  const rest = line
    .slice(start, start + 2_000)
    .replace(closer, '')
    .trimEnd();
  const match = form.exec(rest);
  if (!match || !opens.test(before)) return undefined;
  const code = before.replace(opens, '');
  if (endsInText(code)) return undefined;
  const alone = /^\s*(?:\{\s*)?$/u.test(code);
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

/** Whether a quotation mark that was opened is not closed yet. An apostrophe in a word opens nothing. */
function endsInText(code: string): boolean {
  let open: string | undefined;
  for (let at = 0; at < code.length; at++) {
    const char = code[at] ?? '';
    if (char === '\\') at++;
    else if (open === undefined && (/["`]/u.test(char) || (char === "'" && !/\w/u.test(code[at - 1] ?? '')))) open = char;
    else if (char === open) open = undefined;
  }
  return open !== undefined;
}

/** Index of the next line that is neither empty nor a suppression itself. */
function nextLineWithCode(lines: readonly string[], index: number, opens: RegExp): number {
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (line.trim() !== '' && !/^\s*(?:\*\/|-->)\s*$/u.test(line) && !readLine(line, opens)?.alone) return next;
  }
  return index;
}
