import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { CommentFact } from '../../code/facts.ts';
import { foldedText } from '../../code/walk.ts';
import { wholeLines } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { looksLikeCode } from './looks-like-code.ts';

export const commentedOutCode = defineFileRule({
  id: 'readability/commented-out-code',
  title: 'Code is commented out',
  reason:
    'Nobody knows whether code in a comment still matters, so nobody dares to delete it. It is not compiled, not tested and not renamed with the rest; it distracts everyone who reads past it. The version history keeps it better.',
  remedy:
    'Delete it. Where it is meant as an explanation, say in words what it explains. Where it is to come back, open a ticket and name it in a comment.',
  severity: 'note',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  limits:
    'Judged by the shape of the lines. Documentation comments, comments after code on the same line, and single words or calls without a semicolon are taken for words.',
  examples: [
    {
      name: 'a statement is switched off',
      base: { 'src/main/java/Cart.java': 'class Cart {\n  int total() {\n    return sum() - discount();\n  }\n}\n' },
      head: {
        'src/main/java/Cart.java':
          'class Cart {\n  int total() {\n    // int off = discount();\n    // return sum() - off;\n    return sum();\n  }\n}\n',
      },
      finds: ['src/main/java/Cart.java:3 2 lines of code are commented out.'],
      fixed: { 'src/main/java/Cart.java': 'class Cart {\n  int total() {\n    return sum();\n  }\n}\n' },
    },
    {
      name: 'a comment explains in words',
      base: {},
      head: {
        'src/main/java/Cart.java':
          'class Cart {\n  // The discount is taken off in the till, see total(); it must not be taken off twice.\n  int total() {\n    return sum();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a call is switched off',
      base: {},
      head: { 'src/cart.ts': 'export function total(items: Item[]) {\n  // audit(items);\n  return sum(items);\n}\n' },
      finds: ['src/cart.ts:2 A line of code is commented out.'],
      fixed: { 'src/cart.ts': 'export function total(items: Item[]) {\n  return sum(items);\n}\n' },
    },
    {
      name: 'a comment shows an example',
      base: {},
      head: {
        'src/cart.ts': '// For example:\n// total([apple, pear]);\nexport function total(items: Item[]) {\n  return sum(items);\n}\n',
      },
      finds: [],
    },
    {
      name: 'a block is switched off in JavaScript',
      base: {},
      head: {
        'src/cart.js':
          'export function total(items) {\n  /*\n  if (items.length === 0) {\n    return 0;\n  }\n  */\n  return sum(items);\n}\n',
      },
      finds: ['src/cart.js:2 3 lines of code are commented out.'],
    },
    {
      name: 'a comment says what a value means',
      base: {},
      head: { 'src/cart.js': '// total(items) => 3\n// sum of all prices\nexport const total = (items) => sum(items);\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' && file.role !== 'test' && file.role !== 'build') return;
    for (const { range, lines } of commentBlocks(file)) {
      if (!looksLikeCode(lines)) continue;
      const count = lines.filter((line) => line.trim() !== '').length;
      yield {
        message: count === 1 ? 'A line of code is commented out.' : `${count} lines of code are commented out.`,
        place: { file, range },
        subject: foldedText(file.text, range),
        fixes: [{ title: 'Delete it', safety: 'safe', edits: [{ file, range: wholeLines(file, range), newText: '' }] }],
      };
    }
  },
});

interface CommentBlock {
  readonly range: TextRange;
  readonly lines: readonly string[];
}

/** Comments that stand alone on their lines; line comments that follow each other are one block. */
function commentBlocks(file: SourceFile): readonly CommentBlock[] {
  const blocks: CommentBlock[] = [];
  let last: CommentFact | undefined;
  for (const comment of file.facts?.comments ?? []) {
    if (comment.form === 'documentation' || !standsAlone(file, comment.range)) continue;
    const previous = blocks.at(-1);
    const lines = comment.text.split('\n').map((line) => line.replace(/^\s*\*\s?/, ''));
    if (previous && last?.form === 'line' && comment.form === 'line' && follows(file, last, comment)) {
      blocks[blocks.length - 1] = { range: { start: previous.range.start, end: comment.range.end }, lines: [...previous.lines, ...lines] };
    } else blocks.push({ range: comment.range, lines });
    last = comment;
  }
  return blocks;
}

function follows(file: SourceFile, first: CommentFact, second: CommentFact): boolean {
  return file.lines.position(second.range.start).line === file.lines.position(first.range.end).line + 1;
}

function standsAlone(file: SourceFile, range: TextRange): boolean {
  const lines = wholeLines(file, range);
  return file.text.slice(lines.start, range.start).trim() === '' && file.text.slice(range.end, lines.end).trim() === '';
}
