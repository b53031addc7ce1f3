import type { TextRange } from '../../../base/text-range.ts';

/** A word of a command, without the quotes around it. */
export interface Word extends TextRange {
  readonly text: string;
}

/** One simple command of a script. */
export interface Command {
  readonly words: readonly Word[];
  /** From the first word to the last. */
  readonly range: TextRange;
  /** How it is joined to the next: `|`, `&&`, `||`, `;`, a line break. */
  readonly joint: string;
}

/**
 * The simple commands of a shell script (POSIX shells and PowerShell alike), in order. Not a shell: it knows quotes, comments,
 * continued lines, joints and substitutions, and takes what it does not know as words.
 */
export function commandsIn(script: string): readonly Command[] {
  const commands: Command[] = [];
  let words: Word[] = [];
  const close = (joint: string): void => {
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) commands.push({ words, range: { start: first.start, end: last.end }, joint });
    words = [];
  };
  for (const token of tokensOf(script)) {
    if (token.kind === 'joint') close(token.text);
    else words.push(token);
  }
  close('');
  return commands;
}

type Token = Word & { readonly kind: 'word' | 'joint' };

const white = /(?:[ \t\r]|[\\`]\r?\n)+/y;
const comment = /#[^\n]*/y;
const joint = /\|\||&&|\|&?|;{1,2}|&(?!>)|\n|\$\(|[()]/y;
/** Quoted or bare pieces; a variable in braces and an expression of the pipeline stay whole. */
const piece = /"(?:[^"\\]|\\[^])*"|'[^']*'|\$\{\{[^}]*\}\}|\$\{[^}\n]*\}|\\[^]|[<>]&\d|&>|\d?[<>]{1,3}|[^\s|&;()"'\\]/y;

function* tokensOf(script: string): Generator<Token> {
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(script)?.[0];
  };
  while (at < script.length) {
    const skipped = match(white) ?? match(comment);
    const joined = skipped === undefined ? match(joint) : undefined;
    if (skipped !== undefined) at += skipped.length;
    else if (joined !== undefined) {
      yield { kind: 'joint', text: joined, start: at, end: at + joined.length };
      at += joined.length;
    } else {
      const start = at;
      let text = '';
      for (let part = match(piece); part !== undefined && match(joint) === undefined; part = match(piece)) {
        if (/^[\\`]\r?\n/.test(script.slice(at, at + 3))) break;
        text += unquoted(part);
        at += part.length;
      }
      if (at === start) text = script.charAt(at++);
      yield { kind: 'word', text, start, end: at };
    }
  }
}

function unquoted(part: string): string {
  return /^["']/.test(part) ? part.slice(1, -1) : part.startsWith('\\') ? part.slice(1) : part;
}

const prefixes = new Set([
  'sudo',
  'env',
  'command',
  'exec',
  'time',
  'nice',
  'nohup',
  'then',
  'do',
  'else',
  'if',
  'while',
  '!',
  '{',
  '&',
  'xargs',
]);

/** The words of a command without what only says how to run it: `sudo`, variables before it, a path before its name. */
export function invoked({ words }: Command): readonly string[] {
  const texts = words.map(({ text }) => text);
  let start = 0;
  while (
    start < texts.length &&
    (prefixes.has(texts[start] ?? '') || /^\w+=/.test(texts[start] ?? '') || (start > 0 && (texts[start] ?? '').startsWith('-')))
  )
    start++;
  const [name = '', ...rest] = texts.slice(start);
  return name === '' ? [] : [name.replace(/^.*[/\\]/, '').replace(/\.(?:exe|cmd)$/i, ''), ...rest];
}
