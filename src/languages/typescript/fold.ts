const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** For the little text between two parts, where no string can hold what looks like a comment. */
export function withoutComments(text: string): string {
  return text.includes('/') ? text.replace(comment, ' ') : text;
}

const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+|[^\s"'`/]+|[\s\S]/g;

/**
 * A type as written, on one line: strings stay as they are, comments go, white space stands only where one line would have it.
 * The leading `|` and trailing commas of a type laid out over lines go too, so that a new layout is no new type.
 */
export function foldType(text: string): string {
  const trimmed = text.trim();
  if (!/[\n\t/]|\s\s|^[|&]/.test(trimmed)) return trimmed;
  let folded = '';
  for (const [piece] of trimmed.matchAll(token)) folded += /^(?:\s|\/[*/])/.test(piece) ? ' ' : piece;
  return folded
    .replace(/ {2,}/g, ' ')
    .replace(/([(<[]) /g, '$1')
    .replace(/,? ([)\]>])/g, '$1')
    .replace(/ ([,;.])/g, '$1')
    .replace(/([(<[:=]|^) ?[|&] /g, (_, before: string) => (before === ':' || before === '=' ? `${before} ` : before))
    .trim();
}
