import type { SourceFile } from '../code/code-change.ts';

/** The text with the actions of a Helm template taken out: a line of actions alone is blank, others are a word of the same length. Places stay. */
export function withoutTemplates({ path, text }: Pick<SourceFile, 'path' | 'text'>): string {
  if (!path.includes('templates/') || !text.includes('{{')) return text;
  const comments = text.replace(/\{\{-?\s{0,10}\/\*[^]{0,20000}?\*\/\s{0,10}-?\}\}/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return comments
    .split('\n')
    .map((line) => (/^\s*(?:\{\{[^}]{0,2000}\}\}\s*)+$/.test(line) ? ' '.repeat(line.length) : line.replace(/\{\{[^}]{0,2000}\}\}/g, word)))
    .join('\n');
}

function word(action: string): string {
  return '_'.repeat(action.length);
}
