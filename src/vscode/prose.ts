/** A message without the marks around its code, for where only plain text is shown. */
export function plainText(message: string): string {
  return message.replaceAll('`', '');
}

/** A message as Markdown: what stands in backticks is code, all else is text and nothing but text. */
export function markdownText(message: string): string {
  const parts = message.replaceAll(/\s+/g, ' ').split('`');
  // An odd number of marks means that they are no marks of code.
  if (parts.length % 2 === 0) return escapeMarkdown(parts.join('`'));
  return parts.map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : codeSpan(part))).join('');
}

function codeSpan(text: string): string {
  return text.trim() === '' ? text : `\`${text}\``;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-!~<>&|$]/g, String.raw`\$&`);
}
