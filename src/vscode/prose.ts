/** A message without the marks around its code, for where only plain text is shown. */
export function plainText(message: string): string {
  return message.replaceAll('`', '');
}

/**
 * A message as a row under its file: rows are cut off at the right, so that what tells them apart stands first.
 * `The public method \`Cart.add(Item)\` is gone.` in `Cart.java` becomes `add(Item) is gone.`
 * @param path the file's
 */
export function rowText(message: string, path: string): string {
  const [name = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
  const said = message.replace(/^The (?:(?:public|protected) )?[a-z]+(?: [a-z]+)? (?=`)/, '');
  return plainText(name !== '' && said.startsWith(`\`${name}.`) ? said.replace(`${name}.`, '') : said);
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
