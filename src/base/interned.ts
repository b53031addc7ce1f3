/** Longer texts are hardly ever said twice. */
const longest = 200;
const mostKnown = 100_000;
/** A part of a text that is shorter than this is a copy, a longer one keeps all of the text. */
const shortestPart = 13;

let known = new Map<string, string>();

/** The same string for the same text, as far as it is short: names, types and their like are said again and again, and each time is another string. */
export function interned(text: string): string {
  if (text.length > longest) return text;
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known = new Map();
  const copy = text.length < shortestPart ? text : copyOf(text);
  known.set(copy, copy);
  return copy;
}

function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
