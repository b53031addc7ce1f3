import type { SourceFile } from '../code/code-change.ts';

/** How a line of nothing but a comment begins in scripts of shells, batch files, properties, YAML, SQL and the like. */
const commentLine = /^\s{0,200}(?:#|\/\/|\/?\*|--|;|::|@?rem\b)/i;

/** Whether what stands at an offset is a comment: as the facts of the file tell, or else by how its line begins. */
export function isInComment({ text, facts }: Pick<SourceFile, 'text' | 'facts'>, offset: number): boolean {
  if (facts) return facts.comments.some(({ range }) => range.start <= offset && offset < range.end);
  if (text.lastIndexOf('<!--', offset) > text.lastIndexOf('-->', offset)) return true;
  return commentLine.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}
