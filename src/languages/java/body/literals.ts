const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ', '\n': '', '\r\n': '' };

/** The value of a string literal, text block or character literal, as written with its quotes. */
export function stringValue(literal: string): string {
  if (literal.startsWith('"""')) return unescape(stripIndent(literal.slice(3, literal.endsWith('"""') ? -3 : undefined)));
  return unescape(literal.slice(1, -1));
}

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(\r\n|[\s\S]))/g, (_, unicode?: string, octal?: string, other = '') => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return named[other as string] ?? (other as string);
  });
}

/** What `String.stripIndent` leaves of a text block's content (JLS 3.10.6). */
function stripIndent(block: string): string {
  const lines = block.split(/\r?\n/).slice(1);
  const last = lines.length - 1;
  const indents = lines.flatMap((line, index) => (line.trim() !== '' || index === last ? [line.length - line.trimStart().length] : []));
  const indent = indents.length > 0 ? Math.min(...indents.slice(0, 10_000)) : 0;
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}
