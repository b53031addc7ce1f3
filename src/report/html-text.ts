import { spans, visible } from './text.ts';

/** A list of items that are HTML already; empty where there is none. */
export function list(items: readonly string[]): string {
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

/** A message, its code spans kept. */
export function prose(message: string): string {
  return spans(message)
    .map((span) => (span.code ? `<code>${text(span.text)}</code>` : text(span.text)))
    .join('');
}

/** Text of a repository as HTML text or attribute value. */
export function text(value: string): string {
  return visible(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
