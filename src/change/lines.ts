/**
 * The lines of a text without their ends. `\n` and `\r\n` both end a line, and the end of the text ends the last one:
 * `a`, `a\n` and `a\r\n` are all one line, and an empty text has none.
 */
export function splitLines(text: string, from = 0, to = text.length): string[] {
  const lines: string[] = [];
  let start = from;
  while (start < to) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 || feed >= to ? to : feed;
    const content = end > start && end < to && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    lines.push(text.slice(start, content));
    start = end + 1;
  }
  return lines;
}
