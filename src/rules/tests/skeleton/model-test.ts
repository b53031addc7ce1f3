import type { SourceFile } from '../../../code/code-change.ts';
import type { TestFact } from '../../../code/facts.ts';

/** A test to write others like. */
export interface ModelTest {
  readonly file: SourceFile;
  readonly test: TestFact;
  readonly text: string;
}

/** The comment at the top of a file that says whose it is, and what follows it up to the code. */
export function licenceOf({ text }: SourceFile): string {
  const comment = /^\/\*[\s\S]{0,3000}?\*\/\n\s{0,3}|^(?:\/\/[^\n]{0,200}\n){1,20}\s{0,3}/.exec(text)?.[0] ?? '';
  return /licen[cs]e|copyright/i.test(comment) ? `${comment.trim()}\n\n` : '';
}
