/** What stands before the text of a line of Markdown: `## `, `> `, `- `, `- src/Cart.java:5 `. */
const before = /^\s*(?:#{1,6} |> |- (?:\[[ x]\] )?|\d+\. )?(?:\S+:\d+ )?/;

/** What a line is made of: bold words, links to what others wrote, links, cells of a table, facts with dots between. What is in between is text. */
const joints = /(\*\*|\[[^\][]{0,300}\]\(https?:[^)\s]{0,1000}\)|\]\([^)\s]{0,1000}\)|^\| | \| | \|$| · |(?<!\])\[(?=[^\][]{0,300}\]\())/;

/** A page in Markdown with all its words in another language; code stays as it is. */
export function translatedPage(markdown: string, translate: (text: string) => string): string {
  let isCode = false;
  const lines = markdown.split('\n').map((line) => {
    const isFence = line.startsWith('```');
    if (isFence) isCode = !isCode;
    return isCode || isFence ? line : translatedLine(line, translate);
  });
  return lines.join('\n');
}

function translatedLine(line: string, translate: (text: string) => string): string {
  const [start = ''] = before.exec(line) ?? [];
  const parts = line.slice(start.length).split(joints);
  return start + parts.map((part, index) => (index % 2 === 0 ? translate(part) : part)).join('');
}
