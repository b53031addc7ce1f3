import { spans, visible } from './text.ts';

/** A message, its code spans kept. */
export function prose(message: string): string {
  return spans(message)
    .map((span) => (span.code ? code(span.text) : escape(span.text)))
    .join('');
}

/** Text of a repository must neither format, link, mention people nor open HTML. */
export function escape(text: string): string {
  return visible(text)
    .replaceAll('\n', ' ')
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replaceAll('@', '@\u200B');
}

/** A code span that no number of backticks in the text can end. */
export function code(text: string): string {
  const clean = visible(text).replaceAll('\n', ' ');
  const longest = (clean.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}
