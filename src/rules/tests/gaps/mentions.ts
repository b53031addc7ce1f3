import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** The words of a file, each once, a line each: many questions are asked of it. */
const wordsOf = remembered(({ text }: SourceFile) => [...new Set(text.match(/[\w$]+/g))].join('\n'));

/** Whether a file holds a name somewhere in its text. */
export function mentions(file: SourceFile, name: string): boolean {
  return (/^[\w$]+$/.test(name) ? wordsOf(file) : file.text).includes(name);
}
